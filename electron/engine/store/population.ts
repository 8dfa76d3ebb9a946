import type { Result } from '../../../shared/contract/result.ts';
import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { fieldNamed, groupOf, isFieldName } from '../../../shared/sampling/expression/fields.ts';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import type { Filter } from '../../../shared/sampling/expression/tree.ts';
import { strategyOf } from '../../../shared/sampling/parameters.ts';
import type { StratumField } from '../../../shared/sampling/strata-fields.ts';
import { weightRules } from '../../../shared/sampling/weights.ts';
import type { Parameter } from '../db/statements.ts';
import { asFault } from '../faults.ts';
import { answerFilter, FLAGS, groupSql, type SqlFilter, VALUES } from './answer-filter.ts';

function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw asFault(result.error);
}

/** Reads a filter. @throws Fault EXPRESSION_INVALID */
export const readFilter = (expression: string): Filter => unwrap(parseExpression(expression));

/** What strata are made of, as it is stored. */
export function stratumSql({ field }: StratumField): SqlFilter {
  const group = groupOf(field);
  if (group !== null) return groupSql(group);
  const plain = (sql: string): SqlFilter => ({ sql, parameters: [] });
  if (field === 'finding')
    return plain(
      `(SELECT group_concat(code, '+') FROM (SELECT DISTINCT g.code FROM finding g WHERE g.message_id = m.id ORDER BY g.code))`,
    );
  if (!isFieldName(field)) throw new Error(`no strata can be made of ${field}`);
  const flags: Readonly<Record<string, string>> = FLAGS;
  const values: Readonly<Record<string, string>> = VALUES;
  return plain(
    fieldNamed(field)?.kind === 'flag' ? `iif(${flags[field]}, 'true', 'false')` : (values[field] ?? 'NULL'),
  );
}

/** The weight of an answer: that of the first rule it meets. */
export function weightSql(parameters: DrawParameters): SqlFilter {
  const rules = weightRules(parameters).map(({ where, weight }) => ({
    ...answerFilter(readFilter(where)),
    weight,
  }));
  return {
    sql: `CASE ${rules.map(({ sql }) => `WHEN ${sql} THEN ?`).join(' ')} ELSE 1.0 END`,
    parameters: rules.flatMap(({ parameters: own, weight }) => [...own, weight]),
  };
}

/** The items that answers stand in: by themselves, or as candidates of comparisons. */
export const STANDING = {
  answers: 'SELECT i.id AS item_id, i.message_id FROM item i WHERE i.message_id IS NOT NULL',
  comparisons: 'SELECT k.item_id, k.message_id FROM comparison_candidate k',
} as const;

/** Why an answer that meets the filter is passed over: 1 rated, 2 sampled, 0 it is not. To be compared is not to be judged by itself. */
export function passedOverSql({ includeRated, excludeSampled, comparisons }: DrawParameters): string {
  const items = comparisons ? STANDING.comparisons : STANDING.answers;
  const among = (others: string): string =>
    `m.id IN (SELECT o.message_id FROM (${items}) o JOIN ${others} p ON p.item_id = o.item_id`;
  const cases = [
    ...(includeRated ? [] : [`WHEN ${among('rating')} WHERE p.status = 'submitted') THEN 1`]),
    ...(excludeSampled ? [`WHEN ${among('sample_item')}) THEN 2`] : []),
  ];
  return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE 0 END`;
}

const LAST = `m.position = (SELECT max(l.position) FROM message l WHERE l.conversation_id = c.id AND l.judgeable = 1)`;

export interface PopulationQuery {
  sql: string;
  parameters: Parameter[];
}

/** What is asked of each answer beside the strata. */
type Wanted = 'places' | 'counts' | 'ids';

const WANTED: Readonly<Record<Wanted, readonly string[]>> = {
  places: ['m.id', 'm.conversation_id', 'm.position', 'm.candidate'],
  counts: [],
  ids: ['m.id'],
};

/** True where what is drawn of a conversation depends on its content. */
const needsHash = ({ answers, comparisons }: DrawParameters): boolean => answers === 'one' || comparisons;

/** A row that counts: why the answer is passed over, its weight, and the values of the strata's fields. */
export type CountRow = [passedOver: number, weight: number, ...strata: (string | number | null)[]];

/** A row with where the answer stands, its time and its conversation's hash where the draw asks for them. */
export type PlaceRow = [
  id: number,
  conversation: number,
  position: number,
  candidate: number,
  time: number | null,
  hash: string | null,
  ...CountRow,
];

/** A row of an answer that has been rated. */
export type IdRow = [id: number, ...CountRow];

/** Where the values of the strata begin in each kind of row. */
export const STRATA_AT = { places: 8, counts: 2, ids: 3 } as const satisfies Record<Wanted, number>;

/**
 * The answers a draw may choose from and those it passes over, conversation by conversation; with `ids` only those that have been rated.
 * The last two parameters, which the caller adds, are the first and last row id of the conversations looked at.
 * @throws Fault EXPRESSION_INVALID
 */
export function populationQuery(
  parameters: DrawParameters,
  strata: readonly StratumField[],
  wanted: Wanted,
): PopulationQuery {
  const strategy = strategyOf(parameters);
  const filter = answerFilter(readFilter(parameters.where));
  const plain = (sql: string): SqlFilter => ({ sql, parameters: [] });
  const weight = strategy === 'weighted' ? weightSql(parameters) : plain('1.0');
  const columns: SqlFilter[] = [
    ...WANTED[wanted].map(plain),
    ...(wanted === 'places'
      ? [
          plain(strategy === 'systematic' ? 'c.created_at' : 'NULL'),
          plain(needsHash(parameters) ? 'hex(c.content_hash)' : 'NULL'),
        ]
      : []),
    plain(`${passedOverSql(parameters)} AS passed_over`),
    weight,
    ...strata.map(stratumSql),
  ];
  const conditions = [
    'm.judgeable = 1',
    filter.sql,
    ...(wanted === 'ids' ? [FLAGS.rated] : []),
    ...(parameters.answers === 'last' ? [LAST] : []),
    ...(parameters.candidatesOnly || parameters.comparisons ? [`${VALUES.candidates} > 1`] : []),
    'c.id BETWEEN ? AND ?',
  ];
  return {
    sql: `SELECT ${columns.map(({ sql }) => sql).join(', ')}
      FROM ready_conversation c CROSS JOIN message m ON m.conversation_id = c.id
      WHERE ${conditions.join(' AND ')} ORDER BY m.conversation_id, m.position, m.candidate`,
    parameters: [...columns.flatMap(({ parameters: own }) => own), ...filter.parameters],
  };
}
