-- What the lead decided of a unit, an item on one dimension: decisions, notes that send it back to its raters, and the undoing and redoing
-- of these. Events are added, never changed; what counts is read from them. They change no rating. candidate is the number of one of
-- the answers of a comparison; null of one answer, and of a preference. act names what they were written by. merged: made in another file.
CREATE TABLE adjudication_event (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  act TEXT NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id),
  candidate INTEGER,
  dimension TEXT NOT NULL,
  rubric TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('decide', 'return', 'undo', 'redo')),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  merged INTEGER NOT NULL CHECK (merged IN (0, 1))
) STRICT;
CREATE INDEX adjudication_event_act ON adjudication_event (act);
CREATE INDEX adjudication_event_item ON adjudication_event (item_id, at, uuid);
CREATE INDEX adjudication_event_kind ON adjudication_event (kind, item_id);
CREATE INDEX adjudication_event_actor ON adjudication_event (actor);

CREATE TRIGGER adjudication_event_is_never_changed BEFORE UPDATE ON adjudication_event
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;

CREATE TRIGGER adjudication_event_is_never_removed BEFORE DELETE ON adjudication_event
BEGIN SELECT RAISE(ABORT, 'a decision is never removed'); END;
