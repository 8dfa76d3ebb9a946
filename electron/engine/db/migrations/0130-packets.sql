-- Studies and files are named by a digest of the project's id: the id itself is the key that items are named under in packets.

-- What this project was made from, where it was made from a packet: the study it is a part of, and who is to rate here.
CREATE TABLE packet_origin (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  packet TEXT NOT NULL,
  study TEXT NOT NULL,
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  digest TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL
) STRICT;

-- What the study knows an item of this project by, where it was made from a packet.
CREATE TABLE packet_item (
  item_id INTEGER PRIMARY KEY REFERENCES item (id),
  key TEXT NOT NULL
) STRICT;

-- Packets that were made of this project.
CREATE TABLE packet_made (
  id INTEGER PRIMARY KEY,
  packet TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('work', 'ratings')),
  rater_id INTEGER REFERENCES rater (id),
  digest TEXT NOT NULL,
  encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX packet_made_rater ON packet_made (rater_id);

-- Files that were merged and brought something; held: what was held before and could be taken in later; decision: what the lead decided.
-- signed_by is null where nobody signed, as for project files.
CREATE TABLE packet_merge (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('packet', 'project', 'held', 'decision')),
  source TEXT NOT NULL,
  file TEXT NOT NULL,
  digest TEXT NOT NULL,
  signed_by TEXT,
  journal TEXT NOT NULL,
  merged_at INTEGER NOT NULL
) STRICT;

-- Other project files whose events are here. Copies of one file have the same project id: fork, the first event that came
-- from a copy, tells them apart. signed_by is the key under which its events first came.
CREATE TABLE foreign_journal (
  id INTEGER PRIMARY KEY,
  project TEXT NOT NULL,
  fork TEXT NOT NULL,
  signed_by TEXT,
  UNIQUE (project, fork)
) STRICT;

-- Events that were made in another file: where they stand in its journal, and the event at the same place that each follows, by its
-- number here; null for the first. An event without a row was made here, and follows what stood at its place then.
CREATE TABLE merged_event (
  event_seq INTEGER PRIMARY KEY REFERENCES rating_event (seq),
  merge_id INTEGER NOT NULL REFERENCES packet_merge (id),
  journal_id INTEGER NOT NULL REFERENCES foreign_journal (id),
  journal_seq INTEGER NOT NULL,
  journal_hash BLOB NOT NULL CHECK (length(journal_hash) = 32),
  previous INTEGER REFERENCES rating_event (seq)
) STRICT;

CREATE TRIGGER merged_event_is_never_changed BEFORE UPDATE ON merged_event
BEGIN SELECT RAISE(ABORT, 'the origin of an event is never changed'); END;

CREATE TRIGGER merged_event_is_never_removed BEFORE DELETE ON merged_event
BEGIN SELECT RAISE(ABORT, 'the origin of an event is never removed'); END;

-- Events that could not be taken in: their item or their rubric is not known here, or not the same. Kept as they came, and tried again
-- with each merge. taken_at: when they went into the journal after all.
CREATE TABLE held_event (
  id INTEGER PRIMARY KEY,
  identity BLOB NOT NULL UNIQUE CHECK (length(identity) = 32),
  merge_id INTEGER NOT NULL REFERENCES packet_merge (id),
  place TEXT NOT NULL,
  record TEXT NOT NULL CHECK (json_valid(record)),
  taken_at INTEGER
) STRICT;
CREATE INDEX held_event_place ON held_event (place) WHERE taken_at IS NULL;

-- Keys that signed for ratings of a rater. More than one is a question for the lead.
CREATE TABLE signer (
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  signed_by TEXT NOT NULL,
  merge_id INTEGER NOT NULL REFERENCES packet_merge (id),
  PRIMARY KEY (rater_id, signed_by)
) STRICT, WITHOUT ROWID;

-- Where the ratings of one rater of one item once differed between files. Whether they still do is read from their events.
CREATE TABLE merge_conflict (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  merge_id INTEGER NOT NULL REFERENCES packet_merge (id),
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  item_id INTEGER NOT NULL REFERENCES item (id),
  occasion INTEGER NOT NULL,
  UNIQUE (rater_id, item_id, occasion)
) STRICT;

-- What the lead decided of a conflict. Decisions are added, never replaced; the newest counts.
-- keep: event is the one whose version counts at a place, among those of subject. another: what came from a journal under one rater is
-- another rater's. same: a key is the rater's own. accept: held events of a place are taken in although the rubric differs.
-- dismiss: they are left out. after_event: the last event of the journal then, since what was done later was done knowing of it.
CREATE TABLE merge_decision (
  id INTEGER PRIMARY KEY,
  act TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('keep', 'another', 'same', 'accept', 'dismiss')),
  rater_id INTEGER REFERENCES rater (id),
  item_id INTEGER REFERENCES item (id),
  occasion INTEGER,
  journal_id INTEGER REFERENCES foreign_journal (id),
  to_rater_id INTEGER REFERENCES rater (id),
  subject TEXT NOT NULL,
  after_event INTEGER NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX merge_decision_act ON merge_decision (act);
CREATE INDEX merge_decision_place ON merge_decision (rater_id, item_id, occasion);
