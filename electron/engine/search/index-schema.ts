/** Version of the index's own schema. An index of another version is made anew. */
export const INDEX_VERSION = 1;

/**
 * state: how far the index is, in row ids of the project, and the entry of its audit log that was the last then.
 * value: every distinct fact. block: the facts of the conversations with ids 4096 n + 1 to 4096 (n + 1), packed.
 */
export const INDEX_SCHEMA = `
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  project TEXT NOT NULL,
  log_entry INTEGER NOT NULL,
  log_hash BLOB NOT NULL,
  listed_to INTEGER NOT NULL DEFAULT 0,
  texted_to INTEGER NOT NULL DEFAULT 0,
  message_to INTEGER NOT NULL DEFAULT 0,
  feedback_to INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 0,
  rewrites INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE value (
  code INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (field, value)
) STRICT;

CREATE TABLE block (
  number INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  newest REAL,
  oldest REAL,
  body BLOB NOT NULL
) STRICT;
`;

/** Conversations of one text table: a prefix of few letters is then looked up in a part of the texts, not in all. */
export const SHARD = 65_536;
export const shardOf = (conversation: number): number => Math.floor((conversation - 1) / SHARD);
export const shardTable = (shard: number): string => `text_${shard}`;

/**
 * One document a conversation, and of it only which words it has: a third of the cost of keeping their places. Marks belong to
 * words, so that those of Indic scripts stay whole.
 */
export const shardSchema = (shard: number): string =>
  `CREATE VIRTUAL TABLE IF NOT EXISTS ${shardTable(shard)} USING fts5(text, content='', contentless_delete=1, detail='none',
     tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co M*'")`;

/** Memory that new words may take before they are written out, bytes. */
export const HASH_BYTES = 16 * 1024 * 1024;
