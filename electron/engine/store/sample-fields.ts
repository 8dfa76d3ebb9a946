import type { OutputOf } from '../../../shared/contract/commands.ts';
import { FIELDS, type FieldName } from '../../../shared/sampling/expression/fields.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, each, get } from '../db/statements.ts';
import { FLAGS, VALUES } from './answer-filter.ts';
import { Kept } from './kept.ts';

type FieldValues = OutputOf<'sample.fields'>['fields'];
type Tally = Map<string | null, number>;

const MOST_VALUES = 50;

/** Fields whose values are listed from the rows of the answers, each with its SQL. */
const LISTED = ['model', 'model_version', 'language', 'use_case'] as const;

interface FactRow extends Record<(typeof LISTED)[number], string | null> {
  groups: string | null;
  batch: number;
}

const FACTS = `SELECT ${LISTED.map((field) => `${VALUES[field]} AS ${field}`).join(', ')}, c.groups, c.batch_id AS batch 
  FROM ready_conversation c CROSS JOIN message m ON m.conversation_id = c.id WHERE m.judgeable = 1`;

/** The fields that strata and filters can name, with how many answers have each value; where values are too many, or numbers, without. */
export const listFields = (db: ReadConnection): OutputOf<'sample.fields'> =>
  kept.get(db, '', () => ({ fields: readFields(db) }));

const kept = new Kept<OutputOf<'sample.fields'>>(1);

function readFields(db: ReadConnection): FieldValues {
  const tallies = new Map<string, Tally>(LISTED.map((field) => [field, new Map()]));
  const groups: Tally = new Map();
  const batches: Tally = new Map();
  let answers = 0;
  for (const row of each<FactRow>(db, FACTS)) {
    answers += 1;
    for (const field of LISTED) bump(tallies.get(field), row[field]);
    bump(batches, String(row.batch));
    if (row.groups !== null) bump(groups, row.groups);
  }
  const byGroup = splitGroups(groups, answers);
  const origin = originsOf(db, batches);
  const flags = flagCounts(db);
  return [
    ...[...tallies].map(([field, tally]) => listed(field, tally)),
    ...byGroup.map(([field, tally]) => listed(field, tally)),
    ...origin,
    listed('finding', findings(db)),
    listed('feedback.thumb', signalValues(db, 'thumb')),
    listed('feedback.stars', signalValues(db, 'stars')),
    ...Object.keys(FLAGS).map((field) => listed(field, flagTally(flags.get(field) ?? 0, answers))),
    ...OTHERS.map((field) => ({ field, values: [] })),
  ];
}

/** Fields that have a value of their own for nearly each answer. */
const OTHERS = (Object.keys(FIELDS) as FieldName[]).filter((field) =>
  ['created_at', 'length', 'turns', 'position', 'candidates', 'feedback.comment', 'text', 'id'].includes(
    field,
  ),
);

const bump = (tally: Tally | undefined, value: string | null, by = 1): void => {
  tally?.set(value, (tally.get(value) ?? 0) + by);
};

const listed = (field: string, tally: Tally): FieldValues[number] => ({
  field,
  values: [...tally]
    .map(([value, answers]) => ({ value, answers }))
    .sort((a, b) => b.answers - a.answers || (String(a.value) < String(b.value) ? -1 : 1))
    .slice(0, MOST_VALUES),
});

/** Conversations with the same groups have the same text for them, which is read but once. */
function splitGroups(groups: Tally, answers: number): [field: string, tally: Tally][] {
  const tallies = new Map<string, Tally>();
  const given = new Map<string, number>();
  for (const [text, count] of groups) {
    const values: Record<string, string> = JSON.parse(text ?? '{}');
    for (const [name, value] of Object.entries(values)) {
      const tally: Tally = tallies.get(name) ?? new Map();
      tallies.set(name, tally);
      bump(tally, value, count);
      given.set(name, (given.get(name) ?? 0) + count);
    }
  }
  for (const [name, tally] of tallies) {
    const missing = answers - (given.get(name) ?? 0);
    if (missing > 0) bump(tally, null, missing);
  }
  return [...tallies].map(([name, tally]): [string, Tally] => [`group.${name}`, tally]).sort(byName);
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function originsOf(db: ReadConnection, batches: Tally): FieldValues {
  const rows = all<{ id: number; uuid: string; file: string; adapter: string }>(
    db,
    'SELECT id, uuid, file, adapter FROM batch',
  );
  return (['adapter', 'file', 'batch'] as const).map((field) => {
    const tally: Tally = new Map();
    for (const row of rows) {
      const count = batches.get(String(row.id)) ?? 0;
      if (count > 0) bump(tally, field === 'batch' ? row.uuid : row[field], count);
    }
    return listed(field, tally);
  });
}

interface ValueRow {
  value: string | number;
  answers: number;
}

const tallyOf = (rows: readonly ValueRow[]): Tally =>
  new Map(rows.map(({ value, answers }) => [String(value), answers]));

/** The answers that something is noted of. */
const ANSWERED = `JOIN message m ON m.id = f.message_id JOIN ready_conversation c ON c.id = m.conversation_id WHERE m.judgeable = 1`;

const findings = (db: ReadConnection): Tally =>
  tallyOf(all(db, `SELECT f.code AS value, count(*) AS answers FROM finding f ${ANSWERED} GROUP BY f.code`));

const signalValues = (db: ReadConnection, signal: string): Tally =>
  tallyOf(
    all(
      db,
      `SELECT value, count(*) AS answers FROM (SELECT min(f.value) AS value FROM feedback f ${ANSWERED}
         AND f.signal = ? AND f.value IS NOT NULL GROUP BY f.message_id) GROUP BY value`,
      signal,
    ),
  );

/** How many answers each signal was given for, and how many have been rated. */
function flagCounts(db: ReadConnection): Map<string, number> {
  const signals = all<{ signal: string; n: number }>(
    db,
    `SELECT f.signal, count(DISTINCT f.message_id) AS n FROM feedback f ${ANSWERED} GROUP BY f.signal`,
  );
  const rated = get<{ n: number }>(
    db,
    "SELECT count(DISTINCT j.message_id) AS n FROM rating r JOIN judged_answer j ON j.item_id = r.item_id WHERE r.status = 'submitted'",
  );
  return new Map([
    ...signals.map(({ signal, n }): [string, number] => [`feedback.${signal}`, n]),
    ['rated', rated?.n ?? 0],
  ]);
}

function flagTally(yes: number, answers: number): Tally {
  const tally: Tally = new Map();
  if (yes > 0) tally.set('true', yes);
  if (answers - yes > 0) tally.set('false', answers - yes);
  return tally;
}
