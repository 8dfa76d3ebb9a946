import type { OutputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { DrawParameters, SampleSummary } from '../../../shared/contract/sampling.ts';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import type { Candidate } from '../../../shared/sampling/draw.ts';
import { type AnswerFacts, FACT_FIELDS, factOf } from '../../../shared/sampling/facts.ts';
import type { Allocation } from '../../../shared/sampling/strata.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, each, get, run } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { ensureItem, itemRef } from './items.ts';

export interface StoredCandidate extends Candidate {
  messageId: number;
}

interface CandidateRow {
  id: number;
  conversation_id: number;
  position: number;
  candidate: number;
  content_hash: Buffer;
  model: string | null;
  model_version: string | null;
  language: string | null;
  use_case: string | null;
  groups: string | null;
}

// The answer's own model, where it has one, goes before its conversation's.
const CANDIDATES = `SELECT m.id, m.conversation_id, m.position, m.candidate, c.content_hash, coalesce(m.model, c.model) AS model,
    c.model_version, c.language, c.use_case, c.groups
  FROM message m JOIN ready_conversation c ON c.id = m.conversation_id
  WHERE m.judgeable = 1 ORDER BY m.conversation_id, m.position, m.candidate`;

/** Every answer that can be drawn, with the facts that strata and filters ask for. */
export function readCandidates(db: ReadConnection): StoredCandidate[] {
  const candidates: StoredCandidate[] = [];
  let own: { position: number; candidate: StoredCandidate }[] = [];
  let conversation = 0;
  const settle = (): void => {
    const last = own.at(-1)?.position;
    for (const entry of own) entry.candidate.last = entry.position === last;
    own = [];
  };
  for (const row of each<CandidateRow>(db, CANDIDATES)) {
    if (row.conversation_id !== conversation) settle();
    conversation = row.conversation_id;
    const candidate = hydrate(row);
    own.push({ position: row.position, candidate });
    candidates.push(candidate);
  }
  settle();
  return candidates;
}

const hydrate = ({
  id,
  position,
  candidate,
  content_hash,
  groups,
  model,
  model_version,
  language,
  use_case,
}: CandidateRow): StoredCandidate => ({
  messageId: id,
  ref: itemRef(content_hash, position, candidate),
  last: false,
  model,
  model_version,
  language,
  use_case,
  groups: groups === null ? {} : JSON.parse(groups),
});

interface NewSample {
  parameters: DrawParameters;
  population: number;
  strata: readonly Allocation[];
  digest: string;
  drawn: readonly { messageId: number; stratum: string }[];
}

/** Stores a draw; its items are made where no one asked for them before. */
export function storeSample(context: WriteContext, sample: NewSample): { sample: string } {
  const uuid = context.newId();
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO sample (uuid, parameters, population, strata, digest, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    uuid,
    canonical(toJson(sample.parameters)),
    sample.population,
    JSON.stringify(sample.strata),
    sample.digest,
    context.now,
  );
  sample.drawn.forEach(({ messageId, stratum }, position) => {
    run(
      context.db,
      'INSERT INTO sample_item (sample_id, position, item_id, stratum) VALUES (?, ?, ?, ?)',
      Number(lastInsertRowid),
      position,
      ensureItem(context, messageId).id,
      stratum,
    );
  });
  audit(context, 'sample.draw', {
    sample: uuid,
    parameters: toJson(sample.parameters),
    population: sample.population,
    items: sample.drawn.length,
    drawn: sample.digest,
  });
  return { sample: uuid };
}

const toJson = (value: object): Json => JSON.parse(JSON.stringify(value));

interface SampleRow {
  uuid: string;
  parameters: string;
  strata: string;
  digest: string;
  created_at: number;
  items: number;
  assignments: number;
}

export const listSamples = (db: ReadConnection): SampleSummary[] =>
  all<SampleRow>(
    db,
    `SELECT uuid, parameters, strata, digest, created_at,
       (SELECT count(*) FROM sample_item WHERE sample_id = sample.id) AS items,
       (SELECT count(*) FROM assignment WHERE sample_id = sample.id) AS assignments
     FROM sample ORDER BY id DESC`,
  ).map(({ uuid, created_at, parameters, strata, ...rest }) => ({
    id: uuid,
    createdAt: iso(created_at),
    parameters: JSON.parse(parameters),
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
  if (!sample) throw new Fault('SAMPLE_UNKNOWN', `This project has no sample ${uuid}.`);
  const items = all<{ item_id: number }>(
    db,
    'SELECT item_id FROM sample_item WHERE sample_id = ? ORDER BY position',
    sample.id,
  );
  return { id: sample.id, items: items.map(({ item_id }) => item_id) };
}

const MOST_VALUES = 50;

/** The fields that strata and filters can name, with how many answers have each value. */
export function listFields(db: ReadConnection): OutputOf<'sample.fields'> {
  const groups = all<{ name: string }>(
    db,
    `SELECT DISTINCT g.key AS name FROM ready_conversation c, json_each(c.groups) g WHERE c.groups IS NOT NULL ORDER BY 1`,
  );
  const fields = [...FACT_FIELDS, ...groups.map(({ name }) => `group.${name}`)];
  const tallies = new Map(fields.map((field) => [field, new Map<string | null, number>()]));
  for (const candidate of readCandidates(db))
    for (const [field, tally] of tallies) bump(tally, factOf(candidate, field));
  return {
    fields: [...tallies].map(([field, tally]) => ({
      field,
      values: [...tally]
        .map(([value, answers]) => ({ value, answers }))
        .sort((a, b) => b.answers - a.answers)
        .slice(0, MOST_VALUES),
    })),
  };
}

const bump = (tally: Map<string | null, number>, value: string | null): void => {
  tally.set(value, (tally.get(value) ?? 0) + 1);
};

/** Facts of the answers that items stand for, by item id. */
export function itemFacts(db: ReadConnection): Map<number, AnswerFacts> {
  const rows = all<CandidateRow & { item_id: number }>(
    db,
    `SELECT i.id AS item_id, m.id, m.conversation_id, m.position, m.candidate, c.content_hash, coalesce(m.model, c.model) AS model,
       c.model_version, c.language, c.use_case, c.groups
     FROM item i JOIN message m ON m.id = i.message_id JOIN conversation c ON c.id = m.conversation_id`,
  );
  return new Map(rows.map((row) => [row.item_id, hydrate(row)]));
}
