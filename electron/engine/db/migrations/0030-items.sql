-- ref names the answer by content, so that it means the same in every project: content hash:position:candidate.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  message_id INTEGER NOT NULL UNIQUE REFERENCES message (id),
  ref TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

-- Known answers; values as in a native rating. The newest of an item counts.
CREATE TABLE gold (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES item (id),
  rubric TEXT NOT NULL,
  "values" TEXT NOT NULL CHECK (json_valid("values")),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX gold_item ON gold (item_id);

CREATE TABLE sample (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  population INTEGER NOT NULL,
  strata TEXT NOT NULL CHECK (json_valid(strata)),
  digest TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sample_item (
  sample_id INTEGER NOT NULL REFERENCES sample (id),
  position INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id),
  stratum TEXT NOT NULL,
  PRIMARY KEY (sample_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_item_item ON sample_item (item_id);

-- occasion 0 is the first showing, 1.. hidden repeats.
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  sample_id INTEGER REFERENCES sample (id),
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  item_id INTEGER NOT NULL REFERENCES item (id),
  occasion INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('plain', 'gold', 'repeat')),
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (rater_id, item_id, occasion),
  UNIQUE (rater_id, position)
) STRICT;
CREATE INDEX assignment_sample ON assignment (sample_id);
