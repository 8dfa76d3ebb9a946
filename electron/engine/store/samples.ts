import { Fault } from '../../../shared/contract/errors.ts';
import type { DrawParameters, SampleSummary } from '../../../shared/contract/sampling.ts';
import { drawParameters } from '../../../shared/contract/sampling.ts';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import { type Spreads, UNKNOWN_SPREADS } from '../../../shared/sampling/allocation.ts';
import { type Said, stated } from '../../../shared/sampling/parameters.ts';
import type { Allocation } from '../../../shared/sampling/strata.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, each, get, run } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { iso } from '../ids.ts';
import { ensureComparison } from './comparisons.ts';
import { IdSet } from './id-set.ts';
import { ensureItem, type ItemRow } from './items.ts';

interface NewSample {
  parameters: DrawParameters;
  population: number;
  strata: readonly Allocation[];
  digest: string;
  /** What Neyman's rule went by. */
  spreads: Spreads;
  /** Message ids of the population, and of the answers that were passed over, packed. */
  frame: Uint8Array;
  leftOut: Uint8Array;
  /** Each with the message ids of its answer, or of its candidates. */
  drawn: readonly { messages: readonly number[]; stratum: string; inclusion: number }[];
}

/** Stores a draw; its items are made where no one asked for them before. */
export function storeSample(context: WriteContext, sample: NewSample): { sample: string } {
  const uuid = context.newId();
  const parameters = toJson(stated(sample.parameters));
  const frame = Buffer.from(sample.frame);
  const { lastInsertRowid } = run(
    context.db,
    `INSERT INTO sample (uuid, parameters, population, strata, digest, created_at, frame, left_out, basis)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uuid,
    canonical(parameters),
    sample.population,
    JSON.stringify(sample.strata),
    sample.digest,
    context.now,
    frame,
    Buffer.from(sample.leftOut),
    canonical(toJson(sample.spreads)),
  );
  const itemOf = sample.parameters.comparisons ? ensureComparison : ensureAnswer;
  sample.drawn.forEach(({ messages, stratum, inclusion }, position) => {
    run(
      context.db,
      'INSERT INTO sample_item (sample_id, position, item_id, stratum, inclusion) VALUES (?, ?, ?, ?, ?)',
      Number(lastInsertRowid),
      position,
      itemOf(context, messages).id,
      stratum,
      inclusion,
    );
  });
  audit(context, 'sample.draw', {
    sample: uuid,
    parameters,
    population: sample.population,
    items: sample.drawn.length,
    drawn: sample.digest,
    frame: sha256Hex(frame),
  });
  return { sample: uuid };
}

const ensureAnswer = (context: WriteContext, [message = 0]: readonly number[]): ItemRow =>
  ensureItem(context, message);

const toJson = (value: object): Json => JSON.parse(JSON.stringify(value));

interface SampleRow {
  uuid: string;
  parameters: string;
  population: number;
  has_frame: number;
  strata: string;
  digest: string;
  created_at: number;
  items: number;
  assignments: number;
}

export const listSamples = (db: ReadConnection): SampleSummary[] =>
  all<SampleRow>(
    db,
    `SELECT uuid, parameters, population, strata, digest, created_at, frame IS NOT NULL AS has_frame,
       (SELECT count(*) FROM sample_item WHERE sample_id = sample.id) AS items,
       (SELECT count(*) FROM assignment WHERE sample_id = sample.id
          AND id NOT IN (SELECT assignment_id FROM assignment_release)) AS assignments
     FROM sample ORDER BY id DESC`,
  ).map(({ uuid, created_at, parameters, has_frame, strata, ...rest }) => ({
    id: uuid,
    createdAt: iso(created_at),
    parameters: readParameters(parameters, has_frame === 1),
    strata: JSON.parse(strata),
    ...rest,
  }));

export interface SampleItems {
  id: number;
  items: number[];
}

/** The items of a sample, in drawn order. */
export function sampleItems(db: ReadConnection, uuid: string): SampleItems {
  const sample = get<{ id: number }>(db, 'SELECT id FROM sample WHERE uuid = ?', uuid);
  if (!sample) throw unknownSample(uuid);
  const items = all<{ item_id: number }>(
    db,
    'SELECT item_id FROM sample_item WHERE sample_id = ? ORDER BY position',
    sample.id,
  );
  return { id: sample.id, items: items.map(({ item_id }) => item_id) };
}

/** Parameters as they were stored. Samples from before frames were kept passed over nothing. */
function readParameters(stored: string, hasFrame: boolean): DrawParameters {
  const parameters = drawParameters.parse(JSON.parse(stored));
  return hasFrame ? parameters : { ...parameters, includeRated: true };
}

/** A sample as it was drawn. */
export interface StoredDraw {
  /** The parameters as they were written down, and with what was left unsaid. */
  said: Said;
  parameters: DrawParameters;
  strata: readonly Allocation[];
  digest: string;
  createdAt: number;
  /** The answers it was drawn from, and those that were passed over; null in samples from before they were kept. */
  frame: IdSet | null;
  leftOut: IdSet;
  spreads: Spreads;
  /** The items in drawn order. */
  refs: string[];
}

interface DrawRow {
  id: number;
  parameters: string;
  strata: string;
  digest: string;
  created_at: number;
  frame: Buffer | null;
  left_out: Buffer | null;
  basis: string | null;
}

export function readDrawnSample(db: ReadConnection, uuid: string): StoredDraw {
  const row = get<DrawRow>(
    db,
    'SELECT id, parameters, strata, digest, created_at, frame, left_out, basis FROM sample WHERE uuid = ?',
    uuid,
  );
  if (!row) throw unknownSample(uuid);
  const items = all<{ ref: string }>(
    db,
    'SELECT i.ref FROM sample_item s JOIN item i ON i.id = s.item_id WHERE s.sample_id = ? ORDER BY s.position',
    row.id,
  );
  const parameters = readParameters(row.parameters, row.frame !== null);
  return {
    said: JSON.parse(row.parameters),
    parameters,
    strata: JSON.parse(row.strata),
    digest: row.digest,
    createdAt: row.created_at,
    frame: row.frame && IdSet.unpacked(row.frame),
    leftOut: row.left_out ? IdSet.unpacked(row.left_out) : IdSet.of([]),
    spreads:
      parameters.allocation === 'neyman' && row.basis !== null ? JSON.parse(row.basis) : UNKNOWN_SPREADS,
    refs: items.map(({ ref }) => ref),
  };
}

const unknownSample = (uuid: string): Fault =>
  new Fault('SAMPLE_UNKNOWN', `This project has no sample ${uuid}.`);

/** Which of some answers came with imports that were in at a time. */
export function answersBefore(db: ReadConnection, at: number, messages: Uint32Array): IdSet {
  const rows = each<{ id: number }>(
    db,
    `SELECT m.id FROM conversation c CROSS JOIN message m ON m.conversation_id = c.id
     WHERE c.batch_id IN (SELECT id FROM batch WHERE status = 'ready' AND finished_at <= ?)`,
    at,
  );
  const there: number[] = [];
  for (const { id } of rows) there.push(id);
  const known = IdSet.of(there);
  return IdSet.of(messages.filter((id) => known.has(id)));
}
