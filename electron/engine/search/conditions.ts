import { passes } from '../../../shared/sampling/expression/evaluate.ts';
import { literalText } from '../../../shared/sampling/expression/literals.ts';
import type { Condition, Literal, Operator } from '../../../shared/sampling/expression/tree.ts';
import { all } from '../db/statements.ts';
import { conversationFilter } from '../store/answer-filter.ts';
import { type Block, firstOf } from './block.ts';
import type { Catalogue } from './catalogue.ts';
import { type BlockTest, not, withAnyOf } from './row-test.ts';

/** The operators that deny, with what they deny. What has no value meets them. */
const DENIED: Readonly<Partial<Record<Operator, Operator>>> = {
  '!=': '=',
  'not in': 'in',
  'not contains': 'contains',
  'is not null': 'is null',
};

/** What a condition denies, or null where it denies nothing. */
export function deniedBy(condition: Condition): Condition | null {
  const operator = DENIED[condition.operator];
  return operator ? { ...condition, operator } : null;
}

/** A condition on a field with one value or none, asked of each distinct value. */
export function factTest(catalogue: Catalogue, condition: Condition): BlockTest {
  const denied = deniedBy(condition);
  if (denied) return not(factTest(catalogue, denied));
  const { field, operator, values } = condition;
  const { dictionary } = catalogue;
  if (operator === '=' || operator === 'in')
    return withAnyOf(
      catalogue,
      values.flatMap((value) => dictionary.find(field, literalText(value)) ?? []),
    );
  const known = dictionary.valuesOf(field);
  if (operator === 'is null')
    return not(
      withAnyOf(
        catalogue,
        known.map(({ code }) => code),
      ),
    );
  return withAnyOf(
    catalogue,
    known.filter(({ value }) => passes(condition, () => value)).map(({ code }) => code),
  );
}

/** A condition on what the imports say of themselves: asked of the imports. */
export function batchTest(
  catalogue: Catalogue,
  condition: Condition & { field: 'file' | 'adapter' },
): BlockTest {
  const batches = all<{ uuid: string; file: string; adapter: string }>(
    catalogue.project,
    'SELECT uuid, file, adapter FROM batch',
  ).filter((batch) => passes(condition, () => batch[condition.field]));
  return withAnyOf(
    catalogue,
    batches.flatMap(({ uuid }) => catalogue.dictionary.find('batch', uuid) ?? []),
  );
}

type TimeTest = (time: number) => boolean;
type Stretch = Extract<Literal, { kind: 'time' }>;
const isStretch = (literal: Literal): literal is Stretch => literal.kind === 'time';

/** Of a time, NaN where it is missing: which meets no comparison. */
function timeOf({ operator, values }: Condition): TimeTest {
  const stretches = values.filter(isStretch);
  const { from, to } = stretches[0] ?? { from: Number.NaN, to: Number.NaN };
  const within: TimeTest = (time) => stretches.some((one) => time >= one.from && time < one.to);
  switch (operator) {
    case '<':
      return (time) => time < from;
    case '<=':
      return (time) => time < to;
    case '>':
      return (time) => time >= to;
    case '>=':
      return (time) => time >= from;
    case 'is null':
      return (time) => Number.isNaN(time);
    case 'is not null':
      return (time) => !Number.isNaN(time);
    case '!=':
    case 'not in':
      return (time) => !within(time);
    default:
      return within;
  }
}

export function timeTest(condition: Condition): BlockTest {
  const holds = timeOf(condition);
  return ({ times }) =>
    (row) =>
      holds(times[row] ?? Number.NaN);
}

type Column = Uint16Array | Uint32Array;

/** A condition on a small number: each value is asked once. */
export function numberTest(condition: Condition, column: (block: Block) => Column): BlockTest {
  const known = new Map<number, boolean>();
  const holds = (value: number): boolean => {
    const told = known.get(value) ?? passes(condition, () => value);
    known.set(value, told);
    return told;
  };
  return (block) => {
    const values = column(block);
    return (row) => holds(values[row] ?? 0);
  };
}

/** A condition that only the project can answer, on the conversation itself: asked once, of all. */
export function askedTest(catalogue: Catalogue, condition: Condition): BlockTest {
  const { sql, parameters } = conversationFilter(condition);
  const ids = catalogue.project
    .prepare<unknown[], number>(`SELECT c.id FROM conversation c WHERE ${sql}`)
    .pluck()
    .all(...parameters);
  return amongTest(ids);
}

/** One of these row ids. */
export function amongTest(ids: readonly number[]): BlockTest {
  const among = new Set(ids);
  return ({ places }, { number }) =>
    (row) =>
      among.has(firstOf(number) + (places[row] ?? 0));
}

/** Has an answer that can be judged. */
export const hasAnswer: BlockTest =
  ({ longest }) =>
  (row) =>
    (longest[row] ?? 0) > 0;
