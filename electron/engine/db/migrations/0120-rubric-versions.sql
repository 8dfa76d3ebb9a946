-- Who made a version, and what they said of it; null in what was written before this was kept.
ALTER TABLE rubric ADD COLUMN actor TEXT;
ALTER TABLE rubric ADD COLUMN note TEXT;

-- The rubric as it is being edited, on top of the version it was begun from. Overwritten at each change, and no part of the record.
CREATE TABLE rubric_draft (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  base INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  actor TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT;

-- Assignments by which raters judge an answer again under a newer version: which of their ratings they begin with, and the dimensions
-- that are open again. act names the request they came with.
CREATE TABLE rerating (
  assignment_id INTEGER PRIMARY KEY REFERENCES assignment (id),
  act TEXT NOT NULL,
  from_occasion INTEGER NOT NULL,
  dimensions TEXT NOT NULL CHECK (json_valid(dimensions))
) STRICT;
CREATE INDEX rerating_act ON rerating (act);

CREATE TABLE rerating_request (
  id INTEGER PRIMARY KEY,
  act TEXT NOT NULL UNIQUE,
  rubric TEXT NOT NULL,
  dimensions TEXT NOT NULL CHECK (json_valid(dimensions)),
  actor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
