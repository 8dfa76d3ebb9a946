import type { AuditSample } from '../../../shared/contract/auditing.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get, run } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { itemInContext } from './items.ts';

interface NewAuditSample {
  seed: string;
  dimension: string;
  unmarked: number;
  digest: string;
  entries: readonly { item: number; marked: boolean }[];
}

/** Stores a bias sample. */
export function storeAuditSample(context: WriteContext, sample: NewAuditSample): { sample: string } {
  const uuid = context.newId();
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO audit_sample (uuid, seed, dimension, unmarked, digest, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    uuid,
    sample.seed,
    sample.dimension,
    sample.unmarked,
    sample.digest,
    context.now,
  );
  sample.entries.forEach(({ item, marked }, position) => {
    run(
      context.db,
      'INSERT INTO audit_sample_entry (uuid, audit_sample_id, position, item_id, marked) VALUES (?, ?, ?, ?, ?)',
      context.newId(),
      Number(lastInsertRowid),
      position,
      item,
      marked ? 1 : 0,
    );
  });
  audit(context, 'audit.draw', {
    sample: uuid,
    seed: sample.seed,
    dimension: sample.dimension,
    unmarked: sample.unmarked,
    drawn: sample.digest,
  });
  return { sample: uuid };
}

interface SampleRow {
  uuid: string;
  seed: string;
  dimension: string;
  digest: string;
  created_at: number;
  marked: number;
  unmarked: number;
  decided: number;
}

export const listAuditSamples = (db: ReadConnection): AuditSample[] =>
  all<SampleRow>(
    db,
    `SELECT s.uuid, s.seed, s.dimension, s.digest, s.created_at,
       (SELECT count(*) FROM audit_sample_entry e WHERE e.audit_sample_id = s.id AND e.marked = 1) AS marked,
       (SELECT count(*) FROM audit_sample_entry e WHERE e.audit_sample_id = s.id AND e.marked = 0) AS unmarked,
       (SELECT count(DISTINCT d.entry_id) FROM audit_decision d JOIN audit_sample_entry e ON e.id = d.entry_id
        WHERE e.audit_sample_id = s.id) AS decided
     FROM audit_sample s ORDER BY s.id DESC`,
  ).map(({ uuid, created_at, ...rest }) => ({ id: uuid, createdAt: iso(created_at), ...rest }));

const OPENING_WORDS = 120;

interface EntryRow {
  entry: string;
  marked: number;
  answer: string;
  candidates: number;
  decision: OutputOf<'audit.entries'>['entries'][number]['decision'];
}

export const listAuditEntries = (db: ReadConnection, sample: string): OutputOf<'audit.entries'> => ({
  entries: all<EntryRow>(
    db,
    `SELECT e.uuid AS entry, e.marked, substr(m.text, 1, ${OPENING_WORDS}) AS answer,
       (SELECT count(*) FROM comparison_candidate k WHERE k.item_id = e.item_id) AS candidates,
       (SELECT decision FROM audit_decision d WHERE d.entry_id = e.id ORDER BY d.id DESC LIMIT 1) AS decision
     FROM audit_sample_entry e JOIN audit_sample s ON s.id = e.audit_sample_id
     JOIN judged_answer j ON j.item_id = e.item_id AND j.number = 0 JOIN message m ON m.id = j.message_id
     WHERE s.uuid = ? ORDER BY e.position`,
    sample,
  ).map(({ marked, ...rest }) => ({ ...rest, marked: marked === 1 })),
});

interface RatingRow {
  pseudonym: string;
  rubric: string;
  updated_at: number;
  body: string;
}

type Decision = OutputOf<'audit.item'>['decisions'][number];

/** An item of a bias sample with all its ratings, raters under pseudonyms, and every decision on it. */
export function showAuditedItem(db: ReadConnection, entry: string): OutputOf<'audit.item'> {
  const row = get<{ id: number; item_id: number; marked: number }>(
    db,
    'SELECT id, item_id, marked FROM audit_sample_entry WHERE uuid = ?',
    entry,
  );
  if (!row) throw new Fault('ITEM_UNKNOWN', 'This bias sample has no such item.');
  const { context, answers } = itemInContext(db, row.item_id);
  const ratings = all<RatingRow>(
    db,
    `SELECT p.pseudonym, r.rubric, r.updated_at, r.body FROM rating r JOIN rater p ON p.id = r.rater_id
     WHERE r.item_id = ? AND r.status = 'submitted' ORDER BY p.pseudonym, r.occasion`,
    row.item_id,
  );
  const decisions = all<Omit<Decision, 'at'> & { at: number }>(
    db,
    'SELECT decision, reason, actor, at FROM audit_decision WHERE entry_id = ? ORDER BY id DESC',
    row.id,
  );
  return {
    entry,
    marked: row.marked === 1,
    context: context.map(({ role, text }) => ({ role, text })),
    answer: answers[0].text,
    candidates: answers.length > 1 ? answers.map(({ text }) => text) : [],
    ratings: ratings.map(({ updated_at, body, ...rest }) => ({
      ...rest,
      at: iso(updated_at),
      rating: readRatingBody(body),
    })),
    decisions: decisions.map(({ at, ...rest }) => ({ ...rest, at: iso(at) })),
  };
}

/** Adds a decision; earlier ones stay. */
export function decide(
  context: WriteContext,
  { entry, decision, reason }: ParsedInputOf<'audit.decide'>,
): OutputOf<'audit.item'> {
  const row = get<{ id: number }>(context.db, 'SELECT id FROM audit_sample_entry WHERE uuid = ?', entry);
  if (!row) throw new Fault('ITEM_UNKNOWN', 'This bias sample has no such item.');
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO audit_decision (entry_id, decision, reason, actor, at) VALUES (?, ?, ?, ?, ?)',
    row.id,
    decision,
    reason,
    context.actor,
    context.now,
  );
  audit(context, 'audit.decide', { entry, decision: Number(lastInsertRowid), outcome: decision, reason });
  return showAuditedItem(context.db, entry);
}

interface LogRow {
  seq: number;
  at: number;
  actor: string;
  action: string;
  payload: string;
  hash: Buffer;
}

export function listLog(
  db: ReadConnection,
  { before, limit }: ParsedInputOf<'audit.log'>,
): OutputOf<'audit.log'> {
  const total = get<{ n: number }>(db, 'SELECT count(*) AS n FROM audit_entry')?.n ?? 0;
  const rows = all<LogRow>(
    db,
    'SELECT seq, at, actor, action, payload, hash FROM audit_entry WHERE seq < ? ORDER BY seq DESC LIMIT ?',
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
  return {
    total,
    entries: rows.map(({ seq, at, hash, ...rest }) => ({
      sequence: seq,
      at: iso(at),
      hash: hash.toString('hex'),
      ...rest,
    })),
  };
}
