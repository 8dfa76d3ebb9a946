import type { ReadConnection } from '../db/connection.ts';
import { count } from '../db/statements.ts';
import type { Finding } from './finding.ts';

const entries = (action: string): string =>
  `SELECT count(*) AS n FROM audit_entry WHERE action = '${action}'`;

/** The sum of a figure over the log's entries of some acts. */
const figure = (path: string, ...actions: string[]): string =>
  `SELECT coalesce(sum(json_extract(payload, '$.${path}')), 0) AS n FROM audit_entry
   WHERE action IN (${actions.map((action) => `'${action}'`).join(', ')})`;

/** Acts that can bring events of other files. */
const MERGES = ['packet.merge', 'packet.retake', 'packet.resolve', 'packet.open'] as const;

/** Acts of adjudication. */
const DECIDING = ['decide', 'return', 'undo', 'redo', 'merge'].map((kind) => `adjudicate.${kind}`);

/** How many records of each kind the log tells of. A digest covers the records an act wrote; this, that no other act wrote any. */
const TOLD: Record<string, string> = {
  project: entries('project.create'),
  rubric: "SELECT count(*) AS n FROM audit_entry WHERE action IN ('rubric.add', 'rubric.save')",
  rater: entries('rater.add'),
  batch: "SELECT count(*) AS n FROM audit_entry WHERE action IN ('import.transcripts', 'import.ratings')",
  quarantine: figure('rejected', 'import.transcripts', 'import.ratings'),
  'quarantine, resolved': figure('resolved', 'import.transcripts', 'import.ratings'),
  conversation: `SELECT coalesce(sum(coalesce(json_extract(payload, '$.conversations'), json_extract(payload, '$.imported'))), 0) AS n
    FROM audit_entry WHERE action = 'import.transcripts'`,
  continuation: figure('continued', 'import.transcripts'),
  imported_rating: `SELECT (${figure('imported', 'import.ratings')}) + (${figure('imported_records', ...MERGES)}) AS n`,
  gold: entries('gold.set'),
  sample: entries('sample.draw'),
  sample_item: figure('items', 'sample.draw'),
  assignment: `SELECT coalesce(sum(json_extract(payload, '$.last') - json_extract(payload, '$.first') + 1), 0) AS n
    FROM audit_entry WHERE action IN ('assign.plan', 'assign.replace', 'assign.merge', 'rubric.rerate', 'packet.open', 'packet.work')`,
  assignment_release: figure('released', 'assign.replace', 'assign.merge', 'rubric.takeBack'),
  rerating: `SELECT (${figure('assignments', 'rubric.rerate')}) + (${figure('reratings', 'packet.open', 'packet.work', 'assign.merge')}) AS n`,
  rerating_request: entries('rubric.rerate'),
  setting: figure('count', 'settings.change'),
  calibration: figure('calibration', 'assign.plan'),
  mark_answer: entries('mark.answer'),
  adjudication_event: figure('events', ...DECIDING),
  audit_sample: entries('audit.draw'),
  audit_decision: entries('audit.decide'),
  packet_made: entries('packet.make'),
  packet_origin: entries('packet.open'),
  packet_item: figure('packet_items', 'packet.open', 'packet.work'),
  packet_merge: figure('merges', ...MERGES),
  merged_event: `SELECT coalesce(sum(json_extract(payload, '$.events[1]') - json_extract(payload, '$.events[0]') + 1), 0) AS n
    FROM audit_entry WHERE action IN (${MERGES.map((action) => `'${action}'`).join(', ')})`,
  foreign_journal: figure('journals', ...MERGES),
  held_event: figure('held', ...MERGES),
  signer: figure('signers', ...MERGES),
  merge_conflict: figure('conflicts', ...MERGES),
  merge_decision: figure('decisions', 'packet.resolve'),
};

/** Rows of an import that is under way, or was cut off, are not part of the project yet. */
const READY = "batch_id IN (SELECT id FROM batch WHERE status = 'ready')";
const STORED: Record<string, string> = {
  batch: "SELECT count(*) AS n FROM batch WHERE status = 'ready'",
  quarantine: `SELECT count(*) AS n FROM quarantine WHERE ${READY}`,
  'quarantine, resolved': 'SELECT count(*) AS n FROM quarantine WHERE resolved_by IS NOT NULL',
  conversation: `SELECT count(*) AS n FROM conversation WHERE ${READY}`,
  continuation: `SELECT count(*) AS n FROM continuation WHERE ${READY}`,
};

/** The first kind of record of which there are more or fewer than the log tells of. */
export function judgeTallies(db: ReadConnection): Finding | null {
  for (const [table, told] of Object.entries(TOLD)) {
    const expected = count(db, told);
    const found = count(db, STORED[table] ?? `SELECT count(*) AS n FROM ${table}`);
    if (found !== expected)
      return {
        table,
        sequence: 0,
        sentence: `The log tells of ${expected} records in ${table}, and there are ${found}.`,
      };
  }
  return null;
}
