-- What a file was like, so that what was rejected of it can be written as it stood; and what it brought beside new conversations.
-- conversations is null in a batch from before records could hold several: there were as many as records imported.
ALTER TABLE batch ADD COLUMN conversations INTEGER;
ALTER TABLE batch ADD COLUMN merged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN repaired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN framing TEXT;
ALTER TABLE batch ADD COLUMN encoding TEXT;
ALTER TABLE batch ADD COLUMN header TEXT;

-- place is json_path without the numbers in it, to group by. original is the beginning of a record that is too large to be kept;
-- size is then that of the whole. original_bytes is there where the file's bytes are not the UTF-8 of original.
ALTER TABLE quarantine ADD COLUMN place TEXT;
ALTER TABLE quarantine ADD COLUMN original_bytes BLOB;
ALTER TABLE quarantine ADD COLUMN size INTEGER;
ALTER TABLE quarantine ADD COLUMN truncated INTEGER NOT NULL DEFAULT 0;

-- Told at import where the source says no language.
ALTER TABLE conversation ADD COLUMN detected_language TEXT;

-- A batch that a message or feedback was added by, to a conversation of an earlier one; null for what came with its conversation.
ALTER TABLE message ADD COLUMN batch_id INTEGER REFERENCES batch (id) ON DELETE CASCADE;
CREATE INDEX message_added ON message (batch_id) WHERE batch_id IS NOT NULL;
ALTER TABLE feedback ADD COLUMN batch_id INTEGER REFERENCES batch (id) ON DELETE CASCADE;
CREATE INDEX feedback_added ON feedback (batch_id) WHERE batch_id IS NOT NULL;

-- A conversation that went on: what is known of it by then has this hash, and so many messages and candidates after them.
CREATE TABLE continuation (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
  messages INTEGER NOT NULL,
  candidates INTEGER NOT NULL
) STRICT;
CREATE INDEX continuation_conversation ON continuation (conversation_id);
CREATE INDEX continuation_batch ON continuation (batch_id);

-- What an import under way will add to conversations that are there. It becomes messages and feedback when the import is finished.
CREATE TABLE staged_message (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  conversation_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  candidate INTEGER NOT NULL,
  role TEXT NOT NULL,
  judgeable INTEGER NOT NULL,
  text TEXT NOT NULL,
  parts TEXT,
  name TEXT,
  model TEXT,
  details TEXT,
  findings TEXT,
  redactions TEXT
) STRICT;
CREATE INDEX staged_message_batch ON staged_message (batch_id);
CREATE INDEX staged_message_conversation ON staged_message (conversation_id, position);

CREATE TABLE staged_feedback (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  conversation_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  candidate INTEGER NOT NULL,
  kind TEXT NOT NULL,
  signal TEXT NOT NULL,
  value REAL,
  text TEXT,
  comment TEXT
) STRICT;
CREATE INDEX staged_feedback_batch ON staged_feedback (batch_id);

CREATE INDEX conversation_alias_batch ON conversation_alias (batch_id);

-- What was found in a message at import, by code.
CREATE TABLE finding (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  PRIMARY KEY (message_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_code ON finding (code, message_id);

-- What a placeholder in a message stands for: text[start, end), in UTF-16 code units of the text as it is stored. Where all of parts was
-- replaced, kind is "parts" and original is what they were.
CREATE TABLE redaction (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  placeholder TEXT NOT NULL,
  original TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_message ON redaction (message_id);

-- What an import found in its file, as a whole.
CREATE TABLE batch_report (
  batch_id INTEGER PRIMARY KEY REFERENCES batch (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE mapping (
  name TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
