-- An item is one answer (message_id), or a comparison of several to one context: message_id is null then, and they are in
-- comparison_candidate. ref names either by content: content hash:position:candidate, with + between the candidates of a comparison.
CREATE TABLE new_item (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  message_id INTEGER UNIQUE REFERENCES message (id),
  ref TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO new_item (id, uuid, message_id, ref, created_at) SELECT id, uuid, message_id, ref, created_at FROM item;
DROP TABLE item;
ALTER TABLE new_item RENAME TO item;

-- number, from 0, is what a preference names. It follows a digest of the content, so that it tells neither the source's order nor the model.
CREATE TABLE comparison_candidate (
  item_id INTEGER NOT NULL REFERENCES item (id),
  number INTEGER NOT NULL,
  message_id INTEGER NOT NULL REFERENCES message (id),
  PRIMARY KEY (item_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_candidate_message ON comparison_candidate (message_id);

-- The answers that an item is about: one, or those that are compared.
CREATE VIEW judged_answer AS
SELECT id AS item_id, 0 AS number, message_id FROM item WHERE message_id IS NOT NULL
UNION ALL
SELECT item_id, number, message_id FROM comparison_candidate;

-- Numbers of the candidates in the order in which this rater is shown them, as a JSON list; null where one answer is shown.
ALTER TABLE assignment ADD COLUMN shown_order TEXT CHECK (shown_order IS NULL OR json_valid(shown_order));
