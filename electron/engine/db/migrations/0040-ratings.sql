-- The journal. hash = SHA-256 of the previous event's hash and this event in canonical form.
CREATE TABLE rating_event (
  seq INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL,
  at INTEGER NOT NULL,
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  item_id INTEGER NOT NULL REFERENCES item (id),
  occasion INTEGER NOT NULL,
  rubric TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  active_ms INTEGER NOT NULL,
  batch_id INTEGER REFERENCES batch (id),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX rating_event_item ON rating_event (item_id, rater_id, occasion);
CREATE INDEX rating_event_rater ON rating_event (rater_id, seq);

CREATE TRIGGER rating_event_is_never_changed BEFORE UPDATE ON rating_event
BEGIN SELECT RAISE(ABORT, 'rating events are never changed'); END;

CREATE TRIGGER rating_event_is_never_removed BEFORE DELETE ON rating_event
BEGIN SELECT RAISE(ABORT, 'rating events are never removed'); END;

-- Digests of imported rating records, so that importing twice adds nothing.
CREATE TABLE imported_rating (
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
  event_seq INTEGER NOT NULL REFERENCES rating_event (seq),
  extra TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_rating_event ON imported_rating (event_seq);

-- Current ratings, read from the journal and written in the same transaction.
CREATE TABLE rating (
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  item_id INTEGER NOT NULL REFERENCES item (id),
  occasion INTEGER NOT NULL,
  rubric TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'skipped')),
  flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  active_ms INTEGER NOT NULL,
  last_event INTEGER NOT NULL REFERENCES rating_event (seq),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (item_id, rater_id, occasion)
) STRICT, WITHOUT ROWID;
CREATE INDEX rating_rater ON rating (rater_id, status);
