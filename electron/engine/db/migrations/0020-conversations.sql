-- messages and answers count what came in, so that opening a large project need not.
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('transcripts', 'ratings')),
  status TEXT NOT NULL CHECK (status IN ('loading', 'ready')),
  file TEXT NOT NULL,
  adapter TEXT NOT NULL,
  sha256 TEXT,
  records INTEGER NOT NULL DEFAULT 0,
  imported INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  messages INTEGER NOT NULL DEFAULT 0,
  answers INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  byte_offset INTEGER NOT NULL,
  json_path TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  original TEXT NOT NULL
) STRICT;
CREATE INDEX quarantine_batch ON quarantine (batch_id);

-- name is the id that the source gave it; what it is known by everywhere is content_hash. Rows of one batch are next to each other, so finding them needs no index.
CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
  name TEXT,
  created_at INTEGER,
  model TEXT,
  model_version TEXT,
  language TEXT,
  use_case TEXT,
  groups TEXT,
  metadata TEXT
) STRICT;
CREATE INDEX conversation_by_name ON conversation (name) WHERE name IS NOT NULL;

-- Which content is there. Filled in the order of the hashes when a batch is in: hashes come at random, and an index
-- that grows at random places costs as much as all the rest of an import.
CREATE TABLE known_content (
  content_hash BLOB NOT NULL PRIMARY KEY,
  conversation_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Other ids under which the same content came again.
CREATE TABLE conversation_alias (
  name TEXT NOT NULL,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  PRIMARY KEY (name, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_alias_conversation ON conversation_alias (conversation_id);

-- candidate 0 is an only message; 1.. are alternative answers at the same position.
-- details holds what no query asks for, as JSON: created_at, latency_ms, usage, metadata.
CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  candidate INTEGER NOT NULL,
  role TEXT NOT NULL,
  judgeable INTEGER NOT NULL,
  text TEXT NOT NULL,
  parts TEXT,
  name TEXT,
  model TEXT,
  details TEXT
) STRICT;
-- judgeable rides along so that answers are counted without reading their text.
CREATE UNIQUE INDEX message_place ON message (conversation_id, position, candidate, judgeable);

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('explicit', 'implicit')),
  signal TEXT NOT NULL,
  value REAL,
  text TEXT,
  comment TEXT
) STRICT;
CREATE INDEX feedback_message ON feedback (message_id);

-- What queries read: only conversations of a batch that is in whole.
CREATE VIEW ready_conversation AS
SELECT conversation.* FROM conversation
WHERE batch_id IN (SELECT id FROM batch WHERE status = 'ready');
