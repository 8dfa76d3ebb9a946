-- What the lead chose for the whole project: a field and its value, added at each change; the newest of a field counts.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX setting_name ON setting (name);

-- What the lead answered to a question with which a rater marked an item. Answers are added, never replaced; the newest counts.
CREATE TABLE mark_answer (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  item_id INTEGER NOT NULL REFERENCES item (id),
  occasion INTEGER NOT NULL,
  question TEXT NOT NULL,
  text TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX mark_answer_rating ON mark_answer (rater_id, item_id, occasion);

-- Assignments of a calibration round: all of its raters judge all of its items, and are shown the agreed answers afterwards.
CREATE TABLE calibration (
  assignment_id INTEGER PRIMARY KEY REFERENCES assignment (id),
  round TEXT NOT NULL
) STRICT;
CREATE INDEX calibration_round ON calibration (round);

-- Where each rater is: the item, what is open of it, the cursor. Overwritten as they move on, and no part of the record.
CREATE TABLE place (
  rater_id INTEGER PRIMARY KEY REFERENCES rater (id),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
