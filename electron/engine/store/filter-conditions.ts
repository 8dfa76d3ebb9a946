import { folded, wordsOf } from '../../../shared/sampling/expression/letters.ts';
import { asNumber, literalText } from '../../../shared/sampling/expression/literals.ts';
import type { Condition, Literal, Operator } from '../../../shared/sampling/expression/tree.ts';
import type { Parameter } from '../db/statements.ts';
import type { SqlFilter } from './answer-filter.ts';

/** Turns a condition on one field into SQL. */
export type Asker = (condition: Condition) => SqlFilter;

const DENIED: Readonly<Partial<Record<Operator, Operator>>> = {
  '!=': '=',
  'not in': 'in',
  'not contains': 'contains',
  'is not null': 'is null',
};

/** What denies holds where what it denies does not, a missing value included. */
const orDenied =
  (ask: Asker): Asker =>
  (condition) => {
    const operator = DENIED[condition.operator];
    if (!operator) return ask(condition);
    const { sql, parameters } = ask({ ...condition, operator });
    return { sql: `NOT (${sql})`, parameters };
  };

const first = ({ values }: Condition): Literal => values[0] ?? { kind: 'text', text: '' };

const list = (values: readonly Parameter[]): string => JSON.stringify(values);

/** LIKE finds ASCII letters in any case; every other character of the pattern stands for any one character. */
const likePattern = (needle: string): string =>
  `%${Array.from(needle, (character) => (character > '\u007f' ? '_' : character.replace(/[\\%_]/, '\\$&'))).join('')}%`;

const isAscii = (text: string): boolean => /^[\0-\u007f]*$/.test(text);

/** Text that holds another, the case of letters aside. LIKE goes first: it reads a text many times faster than a function of ours. */
function contains(value: string, needle: string): SqlFilter {
  const like = { sql: `coalesce(${value} LIKE ? ESCAPE '\\', 0)`, parameters: [likePattern(needle)] };
  if (isAscii(needle)) return like;
  return { sql: `(${like.sql} AND holds_text(${value}, ?))`, parameters: [...like.parameters, needle] };
}

/** What a group's value writes as a number, else NULL. */
const numberOf = (value: string): string =>
  `CASE WHEN ltrim(${value}, '-') GLOB '[0-9]*' AND ltrim(${value}, '-') NOT GLOB '*[^0-9.]*' AND ${value} NOT GLOB '*.*.*'
    AND ${value} NOT GLOB '--*' THEN CAST(${value} AS REAL) END`;

const comparable = (literal: Literal): Parameter =>
  literal.kind === 'number' ? asNumber(literal) : literalText(literal);

/** A date is a stretch of time: each operator asks for one of its ends. */
function timeCondition(
  value: string,
  operator: Operator,
  { from, to }: { from: number; to: number },
): SqlFilter {
  const bound = (mark: string, at: number): SqlFilter => ({
    sql: `coalesce(${value} ${mark} ?, 0)`,
    parameters: [at],
  });
  switch (operator) {
    case '<':
      return bound('<', from);
    case '<=':
      return bound('<', to);
    case '>':
      return bound('>=', to);
    case '>=':
      return bound('>=', from);
    default:
      return { sql: `coalesce(${value} >= ? AND ${value} < ?, 0)`, parameters: [from, to] };
  }
}

/** Parameters of the value's own SQL come before each use of it. */
function repeated(filter: SqlFilter, own: readonly Parameter[], uses: number): SqlFilter {
  return own.length === 0
    ? filter
    : { sql: filter.sql, parameters: [...Array(uses).fill(own).flat(), ...filter.parameters] };
}

/** Conditions on a field with one value. */
export function scalarAsker({ sql: value, parameters: own }: SqlFilter, of: 'plain' | 'group'): Asker {
  const ask: Asker = (condition) => {
    const { operator, values } = condition;
    const literal = first(condition);
    if (operator === 'is null') return { sql: `${value} IS NULL`, parameters: [...own] };
    if (literal.kind === 'time')
      return any(values.flatMap((one) => (one.kind === 'time' ? timeCondition(value, operator, one) : [])));
    if (operator === 'contains') {
      const found = contains(value, literalText(literal));
      return isAscii(literalText(literal))
        ? repeated(found, own, 1)
        : { ...found, parameters: found.parameters.flatMap((parameter) => [...own, parameter]) };
    }
    if (operator === 'in')
      return repeated(
        {
          sql: `coalesce(${value} IN (SELECT value FROM json_each(?)), 0)`,
          parameters: [list(values.map(comparable))],
        },
        own,
        1,
      );
    if (operator === '=') return { sql: `${value} IS ?`, parameters: [...own, comparable(literal)] };
    const compared = of === 'group' && literal.kind === 'number' ? numberOf(value) : value;
    const uses = compared === value ? 1 : compared.split(value).length - 1;
    return repeated(
      { sql: `coalesce(${compared} ${operator} ?, 0)`, parameters: [comparable(literal)] },
      own,
      uses,
    );
  };
  return orDenied(ask);
}

const any = (parts: readonly SqlFilter[]): SqlFilter => ({
  sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
  parameters: parts.flatMap(({ parameters }) => parameters),
});

/** Conditions on a field that is true or false. */
export const flagAsker = (holds: string): Asker =>
  orDenied((condition) => {
    const literal = first(condition);
    const wanted = literal.kind === 'flag' && literal.flag;
    return { sql: wanted ? holds : `NOT (${holds})`, parameters: [] };
  });

export interface Codes {
  /** What must be among the ids. */
  member: string;
  /** Queries of ids, and the column of the code in each. */
  sources: readonly { ids: string; code: string }[];
  /** True where a code also stands for those below it. */
  nested: boolean;
}

/** Conditions on a field of codes, any one of which may meet them. */
export const codeAsker = ({ member, sources, nested }: Codes): Asker =>
  orDenied((condition) => {
    const tests = sources.map(({ ids, code }) => {
      const { sql, parameters } = codeTest(code, condition, nested);
      return { sql: `${ids} WHERE ${sql}`, parameters };
    });
    const among = `${member} IN (${tests.map(({ sql }) => sql).join(' UNION ALL ')})`;
    return {
      sql: condition.operator === 'is null' ? `NOT (${among})` : among,
      parameters: tests.flatMap(({ parameters }) => parameters),
    };
  });

function codeTest(code: string, condition: Condition, nested: boolean): SqlFilter {
  if (condition.operator === 'is null') return { sql: `${code} IS NOT NULL`, parameters: [] };
  if (condition.operator === 'contains') return contains(code, literalText(first(condition)));
  const texts = list(condition.values.map(literalText));
  const listed = `${code} IN (SELECT value FROM json_each(?))`;
  if (!nested) return { sql: listed, parameters: [texts] };
  return {
    sql: `(${listed} OR EXISTS (SELECT 1 FROM json_each(?) WHERE ${code} >= value || '.' AND ${code} < value || '/'))`,
    parameters: [texts, texts],
  };
}

/** Words that a text must hold, each at the beginning of a word. Texts without them are passed over by LIKE. */
export const wordsAsker = (value: string): Asker =>
  orDenied((condition) => {
    const words = wordsOf(folded(literalText(first(condition))));
    const likes = words.map((word) => ({
      sql: `${value} LIKE ? ESCAPE '\\'`,
      parameters: [likePattern(word)],
    }));
    return {
      sql: `(${[...likes.map(({ sql }) => sql), `holds_words(${value}, ?)`].join(' AND ')})`,
      parameters: [...likes.flatMap(({ parameters }) => parameters), list(words)],
    };
  });
