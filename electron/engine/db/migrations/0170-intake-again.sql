-- A rejected record that comes again is kept once. face: SHA-256 of what is kept of it and of why it was rejected; null in rows from before.
-- same_as: the first row with that face, which has the original; null in that row itself. resolved_by: the import in which the file was read
-- again without it, mended or left out.
ALTER TABLE quarantine ADD COLUMN face BLOB CHECK (face IS NULL OR length(face) = 32);
ALTER TABLE quarantine ADD COLUMN same_as INTEGER REFERENCES quarantine (id);
ALTER TABLE quarantine ADD COLUMN resolved_by INTEGER REFERENCES batch (id);
CREATE INDEX quarantine_face ON quarantine (face) WHERE face IS NOT NULL AND same_as IS NULL;
CREATE INDEX quarantine_same ON quarantine (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX quarantine_resolved ON quarantine (resolved_by) WHERE resolved_by IS NOT NULL;
CREATE INDEX quarantine_faceless ON quarantine (id) WHERE face IS NULL;
-- Counts and groups without reading what the records hold.
CREATE INDEX quarantine_reason ON quarantine (batch_id, code, coalesce(place, json_path), coalesce(same_as, id), resolved_by);

-- Told of a conversation that went on, where its language could not be told before.
ALTER TABLE continuation ADD COLUMN detected_language TEXT;
