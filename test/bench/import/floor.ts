import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { peakMemory } from './peak-memory.ts';

// The least an import can do: reads lines, parses them, stores the same text with prepared statements, 2,000 conversations a transaction.
// Arguments: the file, and where the database goes.
const [, , file = '', path = ''] = process.argv;
const PER_TRANSACTION = 2000;

interface Line {
  id: string;
  created_at?: string;
  model: string;
  language?: string;
  use_case?: string;
  groups?: Record<string, string>;
  messages: { role: string; content: string }[];
}

const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`CREATE TABLE conversation (
  id INTEGER PRIMARY KEY, name TEXT, created_at TEXT, model TEXT, language TEXT, use_case TEXT, "groups" TEXT);
CREATE TABLE message (id INTEGER PRIMARY KEY, conversation INTEGER, position INTEGER, role TEXT, text TEXT)`);
const conversations = db.prepare(
  'INSERT INTO conversation (name, created_at, model, language, use_case, "groups") VALUES (?, ?, ?, ?, ?, ?)',
);
const messages = db.prepare('INSERT INTO message (conversation, position, role, text) VALUES (?, ?, ?, ?)');

const from = performance.now();
let stored = 0;
db.exec('BEGIN');
for await (const text of createInterface({ input: createReadStream(file) })) {
  const line: Line = JSON.parse(text);
  const { lastInsertRowid } = conversations.run(
    line.id,
    line.created_at ?? null,
    line.model,
    line.language ?? null,
    line.use_case ?? null,
    line.groups ? JSON.stringify(line.groups) : null,
  );
  let position = 0;
  for (const { role, content } of line.messages) {
    messages.run(lastInsertRowid, position, role, content);
    position += 1;
  }
  stored += 1;
  if (stored % PER_TRANSACTION === 0) db.exec('COMMIT; BEGIN');
}
db.exec('COMMIT');
const ms = performance.now() - from;
db.close();
process.stdout.write(JSON.stringify({ ms, stored, megabytes: peakMemory() }));
