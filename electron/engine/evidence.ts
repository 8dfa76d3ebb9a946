import { createHash } from 'node:crypto';
import type { ReadConnection } from './db/connection.ts';
import { each, type Parameter } from './db/statements.ts';
import { sha256Hex } from './digest.ts';
import { digestConversations } from './store/conversation-digest.ts';
import { digestQuarantine } from './store/quarantine.ts';

type Payload = Readonly<Record<string, unknown>>;
/** Digests that were taken as the rows were written. */
export interface Taken {
  conversations: string;
  quarantine: string;
}
type Evidence = (db: ReadConnection, payload: Payload, taken?: Taken) => string;

/** SHA-256 over the rows a query gives, each as a JSON list, one a line. */
function digestRows(db: ReadConnection, sql: string, ...parameters: Parameter[]): string {
  const hash = createHash('sha256');
  for (const row of each<Record<string, unknown>>(db, sql, ...parameters)) {
    const face = Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value));
    hash.update(`${JSON.stringify(face)}\n`);
  }
  return hash.digest('hex');
}

const text = (payload: Payload, field: string): string => String(payload[field]);

/** A digest over the row(s) that an act wrote, found by one field of its payload. */
const over =
  (sql: string, field: string): Evidence =>
  (db, payload) =>
    digestRows(db, sql, text(payload, field));

/** One digest over several. */
const all =
  (...parts: Evidence[]): Evidence =>
  (db, payload, taken) =>
    sha256Hex(parts.map((part) => part(db, payload, taken)).join('\n'));

/** What an import says of itself. */
const BATCH_ROW = over(
  `SELECT kind, file, adapter, sha256, records, imported, duplicates, rejected, messages, answers, finished_at
   FROM batch WHERE uuid = ?`,
  'batch',
);

/** The same, and what it would not take. */
const BATCH = all(
  BATCH_ROW,
  over(
    `SELECT q.line, q.byte_offset, q.json_path, q.code, q.reason, q.original
     FROM quarantine q JOIN batch b ON b.id = q.batch_id WHERE b.uuid = ? ORDER BY q.id`,
    'batch',
  ),
);

/** The records that ratings were imported from; the ratings themselves are in the chain of events. */
const IMPORTED_RATINGS: Evidence = (db, { events }) =>
  Array.isArray(events)
    ? digestRows(
        db,
        'SELECT event_seq, digest, extra FROM imported_rating WHERE event_seq BETWEEN ? AND ? ORDER BY event_seq',
        Number(events[0]),
        Number(events[1]),
      )
    : '';

/** The other names by which known content came again. */
const ALIASES = over(
  `SELECT a.name, c.content_hash FROM conversation_alias a JOIN batch b ON b.id = a.batch_id
   JOIN conversation c ON c.id = a.conversation_id WHERE b.uuid = ? ORDER BY a.name, c.id`,
  'batch',
);

/** Digesting a large import when it is in would hold up everything else, so that it is digested as it comes in. */
const CONVERSATIONS: Evidence = (db, payload, taken) =>
  taken?.conversations ?? digestConversations(db, text(payload, 'batch'));

const QUARANTINE: Evidence = (db, payload, taken) =>
  taken?.quarantine ?? digestQuarantine(db, text(payload, 'batch'));

/** What an import added to conversations that were there. */
const ADDITIONS = all(
  over(
    `SELECT c.content_hash, n.content_hash AS now, n.messages, n.candidates FROM continuation n
     JOIN batch b ON b.id = n.batch_id JOIN conversation c ON c.id = n.conversation_id WHERE b.uuid = ? ORDER BY n.id`,
    'batch',
  ),
  over(
    `SELECT c.content_hash, m.position, m.candidate, m.role, m.text, m.parts, m.name, m.model, m.details FROM message m
     JOIN batch b ON b.id = m.batch_id JOIN conversation c ON c.id = m.conversation_id WHERE b.uuid = ? ORDER BY m.id`,
    'batch',
  ),
  over(
    `SELECT c.content_hash, m.position, m.candidate, f.kind, f.signal, f.value, f.text, f.comment FROM feedback f
     JOIN batch b ON b.id = f.batch_id JOIN message m ON m.id = f.message_id
     JOIN conversation c ON c.id = m.conversation_id WHERE b.uuid = ? ORDER BY f.id`,
    'batch',
  ),
);

const LATER_IMPORT = all(BATCH_ROW, QUARANTINE, ALIASES, ADDITIONS, CONVERSATIONS);
const EARLY_IMPORT = all(BATCH, ALIASES, CONVERSATIONS);
/** Imports of the first version said nothing of conversations beside records, and could add to none that was there. */
const IMPORT: Evidence = (db, payload, taken) =>
  'conversations' in payload ? LATER_IMPORT(db, payload, taken) : EARLY_IMPORT(db, payload, taken);

const SAMPLE = over(
  `SELECT s.parameters, s.population, s.strata, s.digest, si.position, si.stratum, i.uuid, i.ref
   FROM sample s JOIN sample_item si ON si.sample_id = s.id JOIN item i ON i.id = si.item_id
   WHERE s.uuid = ? ORDER BY si.position`,
  'sample',
);

/** What a draw was made from, and the chance each item had. */
const FRAME = all(
  over('SELECT frame, left_out, basis FROM sample WHERE uuid = ?', 'sample'),
  over(
    `SELECT si.position, si.inclusion FROM sample s JOIN sample_item si ON si.sample_id = s.id
     WHERE s.uuid = ? ORDER BY si.position`,
    'sample',
  ),
);

const ASSIGNMENTS: Evidence = (db, payload) =>
  digestRows(
    db,
    `SELECT a.uuid, r.uuid AS rater, i.ref, a.occasion, a.kind, a.position
     FROM assignment a JOIN rater r ON r.id = a.rater_id JOIN item i ON i.id = a.item_id
     WHERE a.id BETWEEN ? AND ? ORDER BY a.id`,
    Number(payload.first),
    Number(payload.last),
  );

/**
 * For each act, the rows it wrote and that must not change afterwards. The same query runs when the act is logged and when the
 * log is verified. Rating events have their own chain; the log names its head.
 */
const EVIDENCE: Record<string, Evidence> = {
  'project.create': over(
    'SELECT uuid, name, illustrative, created_at FROM project WHERE uuid = ?',
    'project',
  ),
  'rubric.add': over(
    "SELECT id, version, body, digest, created_at FROM rubric WHERE id || '@' || version = ?",
    'rubric',
  ),
  'rater.add': over('SELECT uuid, name, pseudonym, created_at FROM rater WHERE uuid = ?', 'rater'),
  'import.transcripts': IMPORT,
  'import.ratings': BATCH,
  'ratings.import': IMPORTED_RATINGS,
  'sample.draw': (db, payload) =>
    'frame' in payload
      ? sha256Hex([SAMPLE, FRAME].map((part) => part(db, payload)).join('\n'))
      : SAMPLE(db, payload),
  'assign.plan': ASSIGNMENTS,
  'assign.replace': all(
    ASSIGNMENTS,
    over(
      `SELECT a.uuid, x.released_at FROM assignment_release x JOIN assignment a ON a.id = x.assignment_id
       WHERE x.act = ? ORDER BY a.id`,
      'act',
    ),
  ),
  'audit.draw': over(
    `SELECT s.seed, s.dimension, s.unmarked, s.digest, e.uuid, e.position, e.marked, i.ref
     FROM audit_sample s JOIN audit_sample_entry e ON e.audit_sample_id = s.id JOIN item i ON i.id = e.item_id
     WHERE s.uuid = ? ORDER BY e.position`,
    'sample',
  ),
  'audit.decide': over('SELECT decision, reason, actor, at FROM audit_decision WHERE id = ?', 'decision'),
  'gold.set': over(
    'SELECT i.ref, g.rubric, g."values" FROM gold g JOIN item i ON i.id = g.item_id WHERE g.id = ?',
    'gold',
  ),
};

/** Digest of what the act wrote, or null where nothing beyond its payload is to be covered. */
export const evidence = (
  db: ReadConnection,
  action: string,
  payload: Payload,
  taken?: Taken,
): string | null => EVIDENCE[action]?.(db, payload, taken) ?? null;
