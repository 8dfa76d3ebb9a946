import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { fieldNamed } from '../../../shared/sampling/expression/fields.ts';
import { conditionsOf } from '../../../shared/sampling/expression/tree.ts';
import { strategyOf } from '../../../shared/sampling/parameters.ts';
import { weightRules } from '../../../shared/sampling/weights.ts';
import type { ReadConnection } from '../db/connection.ts';
import { count, eachList, type Parameter } from '../db/statements.ts';
import { answerFilter, type SqlFilter } from './answer-filter.ts';
import { strataOf } from './frame.ts';
import { type CountRow, passedOverSql, readFilter, STANDING, stratumSql, weightSql } from './population.ts';
import { eachInStretches, type Waiting } from './stretches.ts';

/** Message ids of the answers of which a field may say anything but what it says of most. */
const SET_APART: Readonly<Record<string, string>> = {
  model: `SELECT k.id AS message_id FROM message k JOIN conversation d ON d.id = k.conversation_id
    WHERE k.judgeable = 1 AND k.model IS NOT NULL AND k.model IS NOT d.model`,
  finding: 'SELECT g.message_id FROM finding g',
  rated: 'SELECT j.message_id FROM judged_answer j JOIN rating r ON r.item_id = j.item_id',
  feedback: 'SELECT f.message_id FROM feedback f',
};

const kindOf = (field: string): string => (field.startsWith('feedback.') ? 'feedback' : field);

interface Query {
  sql: string;
  parameters: Parameter[];
}

/** Two questions in place of one for each answer: of each conversation, and of the answers that are set apart. */
export interface QuickCount {
  /** Rows of a conversation: its row id, its answers, and what counts of one that nothing is known of by itself. */
  conversations: Query;
  /** Rows of an answer set apart: its conversation, 1 where it meets the filter, and what counts of it. Null where there are none. */
  apart: Query | null;
}

/**
 * How to count without looking at each answer: most have what their conversation has, no feedback, no finding, no rating. Null where
 * something is asked that each answer has of its own, such as its length.
 */
export function quickCount(parameters: DrawParameters): QuickCount | null {
  if (parameters.answers !== 'all' || parameters.candidatesOnly || parameters.comparisons) return null;
  const fields = fieldsOf(parameters);
  const own = fields.filter((field) => fieldNamed(field)?.of === 'answer').map(kindOf);
  if (own.some((kind) => !Object.hasOwn(SET_APART, kind))) return null;
  const strategy = strategyOf(parameters);
  const filter = answerFilter(readFilter(parameters.where));
  const plain = (sql: string): SqlFilter => ({ sql, parameters: [] });
  const weight = strategy === 'weighted' ? weightSql(parameters) : plain('1.0');
  const counts = [weight, ...strataOf(parameters).map(stratumSql)];
  return {
    conversations: selection(
      [
        plain('c.id'),
        plain('(SELECT count(*) FROM message k WHERE k.conversation_id = c.id AND k.judgeable = 1)'),
        plain('0'),
        ...counts,
      ],
      // An answer that nothing is known of.
      'ready_conversation c CROSS JOIN (SELECT -1 AS id, NULL AS model) m',
      [filter, plain('c.id BETWEEN ? AND ?')],
    ),
    apart: apart(parameters, [...new Set(own)], filter, counts),
  };
}

function apart(
  parameters: DrawParameters,
  kinds: readonly string[],
  filter: SqlFilter,
  counts: readonly SqlFilter[],
): Query | null {
  const passed = [
    ...(parameters.includeRated
      ? []
      : [`JOIN rating p ON p.item_id = o.item_id WHERE p.status = 'submitted'`]),
    ...(parameters.excludeSampled ? ['JOIN sample_item p ON p.item_id = o.item_id'] : []),
  ].map((join) => `SELECT o.message_id FROM (${STANDING.answers}) o ${join}`);
  const sets = [...passed, ...kinds.map((kind) => SET_APART[kind] ?? '')];
  if (sets.length === 0) return null;
  const plain = (sql: string): SqlFilter => ({ sql, parameters: [] });
  return selection(
    [
      plain('m.conversation_id'),
      { sql: `iif(${filter.sql}, 1, 0)`, parameters: filter.parameters },
      plain(passedOverSql(parameters)),
      ...counts,
    ],
    `(SELECT DISTINCT message_id AS id FROM (${sets.join(' UNION ALL ')})) x CROSS JOIN message m ON m.id = x.id
       CROSS JOIN ready_conversation c ON c.id = m.conversation_id`,
    [plain('m.judgeable = 1')],
  );
}

function selection(columns: readonly SqlFilter[], from: string, where: readonly SqlFilter[]): Query {
  return {
    sql: `SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM ${from} WHERE ${where.map(({ sql }) => sql).join(' AND ')}`,
    parameters: [...columns, ...where].flatMap(({ parameters }) => parameters),
  };
}

function fieldsOf(parameters: DrawParameters): string[] {
  const filters = [
    parameters.where,
    ...(strategyOf(parameters) === 'weighted' ? weightRules(parameters).map(({ where }) => where) : []),
  ];
  return [
    ...filters.flatMap((where) => conditionsOf(readFilter(where)).map(({ field }) => field)),
    ...strataOf(parameters).map(({ field }) => field),
  ];
}

/** What counted answers are added to. */
export interface Tally {
  /** So many answers of one kind; the values of the strata begin at this place of the row. */
  add(
    row: readonly (string | number | null)[],
    passedOver: number,
    weight: number,
    from: number,
    answers: number,
  ): void;
}

/** Both kinds of rows: a conversation, a number, and what counts. */
type Row = [conversation: number, number: number, ...CountRow];
const STRATA_FROM = 4;

/** Counts as {@link quickCount} says. */
export async function tallyByConversation(
  db: ReadConnection,
  { conversations, apart }: QuickCount,
  waiting: Waiting,
  tally: Tally,
): Promise<void> {
  const last = count(db, 'SELECT coalesce(max(id), 0) AS n FROM conversation');
  const setApart = new Uint32Array(last + 1);
  if (apart)
    for (const row of eachList<Row>(db, apart.sql, ...apart.parameters)) {
      setApart[row[0]] = (setApart[row[0]] ?? 0) + 1;
      if (row[1] === 1) tally.add(row, row[2], row[3], STRATA_FROM, 1);
    }
  await eachInStretches<Row>(db, conversations, waiting, (row) => {
    const left = row[1] - (setApart[row[0]] ?? 0);
    if (left > 0) tally.add(row, row[2], row[3], STRATA_FROM, left);
  });
}
