import type { ReadConnection } from './db/connection.ts';
import { sha256Hex } from './digest.ts';
import { all, digestRows, type Evidence, over, type Payload, type Taken, text } from './digest-rows.ts';
import { PACKET_EVIDENCE } from './packets/packet-evidence.ts';
import { digestConversations } from './store/conversation-digest.ts';
import { digestQuarantine } from './store/quarantine.ts';
import { ASSIGNMENTS, IMPORTED_RATINGS, RELEASES } from './store/work-evidence.ts';

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
    `SELECT q.line, q.byte_offset, q.json_path, q.code, q.reason, f.original
     FROM quarantine q JOIN batch b ON b.id = q.batch_id JOIN quarantine f ON f.id = coalesce(q.same_as, q.id) WHERE b.uuid = ? ORDER BY q.id`,
    'batch',
  ),
);

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

/** Which of them belong to a calibration round. */
const ROUND: Evidence = (db, payload) =>
  digestRows(
    db,
    `SELECT a.uuid, c.round FROM calibration c JOIN assignment a ON a.id = c.assignment_id
     WHERE c.assignment_id BETWEEN ? AND ? ORDER BY c.assignment_id`,
    Number(payload.first),
    Number(payload.last),
  );
const CALIBRATING = all(ASSIGNMENTS, ROUND);

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
  'rubric.save': over(
    "SELECT id, version, body, digest, created_at, actor, note FROM rubric WHERE id || '@' || version = ?",
    'rubric',
  ),
  'rubric.rerate': all(
    ASSIGNMENTS,
    over(
      `SELECT a.uuid, x.from_occasion, x.dimensions FROM rerating x JOIN assignment a ON a.id = x.assignment_id
       WHERE x.act = ? ORDER BY a.id`,
      'act',
    ),
    over('SELECT rubric, dimensions, actor, at FROM rerating_request WHERE act = ?', 'act'),
  ),
  'rubric.takeBack': RELEASES,
  'rater.add': over('SELECT uuid, name, pseudonym, created_at FROM rater WHERE uuid = ?', 'rater'),
  'import.transcripts': IMPORT,
  'import.ratings': BATCH,
  'ratings.import': IMPORTED_RATINGS,
  'sample.draw': (db, payload) =>
    'frame' in payload
      ? sha256Hex([SAMPLE, FRAME].map((part) => part(db, payload)).join('\n'))
      : SAMPLE(db, payload),
  'assign.plan': (db, payload) => ('calibration' in payload ? CALIBRATING : ASSIGNMENTS)(db, payload),
  'mark.answer': over(
    `SELECT r.uuid AS rater, i.ref, m.occasion, m.question, m.text, m.actor, m.at FROM mark_answer m
     JOIN rater r ON r.id = m.rater_id JOIN item i ON i.id = m.item_id WHERE m.uuid = ?`,
    'answer',
  ),
  'assign.replace': all(ASSIGNMENTS, RELEASES),
  ...PACKET_EVIDENCE,
  'audit.draw': over(
    `SELECT s.seed, s.dimension, s.unmarked, s.digest, e.uuid, e.position, e.marked, i.ref
     FROM audit_sample s JOIN audit_sample_entry e ON e.audit_sample_id = s.id JOIN item i ON i.id = e.item_id
     WHERE s.uuid = ? ORDER BY e.position`,
    'sample',
  ),
  'audit.decide': over('SELECT decision, reason, actor, at FROM audit_decision WHERE id = ?', 'decision'),
  'settings.change': (db, { first, count }) =>
    digestRows(
      db,
      'SELECT name, value, at FROM setting WHERE id >= ? AND id < ? ORDER BY id',
      Number(first),
      Number(first) + Number(count),
    ),
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
