CREATE TABLE audit_sample (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  seed TEXT NOT NULL,
  dimension TEXT NOT NULL,
  unmarked INTEGER NOT NULL,
  digest TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE audit_sample_entry (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  audit_sample_id INTEGER NOT NULL REFERENCES audit_sample (id),
  position INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id),
  marked INTEGER NOT NULL CHECK (marked IN (0, 1)),
  UNIQUE (audit_sample_id, position)
) STRICT;

-- Decisions are added, never replaced; the newest counts.
CREATE TABLE audit_decision (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES audit_sample_entry (id),
  decision TEXT NOT NULL CHECK (decision IN ('confirm', 'overturn', 'escalate')),
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_decision_entry ON audit_decision (entry_id);
