-- frame: which answers a draw chose from, and left_out: which it passed over because they were rated or sampled already; both as
-- deflated bitmaps of message ids. basis: what the allocation was computed from, as JSON. Null in samples drawn before these were kept.
ALTER TABLE sample ADD COLUMN frame BLOB;
ALTER TABLE sample ADD COLUMN left_out BLOB;
ALTER TABLE sample ADD COLUMN basis TEXT;

-- The chance that the draw gave this item: what estimates from the sample are corrected by.
ALTER TABLE sample_item ADD COLUMN inclusion REAL;

-- Assignments taken from a rater who leaves, by the act that took them. What was submitted stays; the showings that others got instead
-- are assignments of their own.
CREATE TABLE assignment_release (
  assignment_id INTEGER PRIMARY KEY REFERENCES assignment (id),
  act TEXT NOT NULL,
  released_at INTEGER NOT NULL
) STRICT;
CREATE INDEX assignment_release_act ON assignment_release (act);
