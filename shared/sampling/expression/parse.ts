import { Fault, isFault } from '../../contract/errors.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { Cursor } from './cursor.ts';
import { type Field, fieldNamed, fieldsInWords, groupOf } from './fields.ts';
import { plainNumberIn, readLiteral, wantedFor } from './literals.ts';
import { operatorsOf, takes } from './operators.ts';
import {
  type Condition,
  conditionsOf,
  type Filter,
  joined,
  type Literal,
  type Operator,
  type Tree,
} from './tree.ts';

/** Limits that keep any filter quick to read and within what SQLite takes. */
const LONGEST = 100_000;
const DEEPEST = 50;
const MOST_CONDITIONS = 200;

/** The longest first, so that `<=` is not read as `<`. */
const MARKS = ['!=', '<=', '>=', '=', '<', '>', '~'] as const;
type Mark = (typeof MARKS)[number];
const operatorOf = (mark: Mark): Operator => (mark === '~' ? 'contains' : mark);

interface Asked {
  name: string;
  field: Field;
  at: number;
}

/**
 * Reads a filter. Empty text is no filter.
 * Refused with EXPRESSION_INVALID, which names the character and what was expected there.
 */
export function parseExpression(text: string): Result<Filter> {
  try {
    if (text.length > LONGEST)
      throw new Fault('EXPRESSION_INVALID', `A filter has at most ${LONGEST} characters.`);
    const cursor = new Cursor(text);
    if (cursor.atEnd()) return ok(null);
    const tree = readAny(cursor, 0);
    if (!cursor.atEnd()) cursor.refuse('"and", "or" or the end is expected');
    if (conditionsOf(tree).length > MOST_CONDITIONS)
      throw new Fault('EXPRESSION_INVALID', `A filter has at most ${MOST_CONDITIONS} conditions.`);
    return ok(tree);
  } catch (error) {
    if (isFault(error)) return fail(error.failure);
    throw error;
  }
}

function readAny(cursor: Cursor, depth: number): Tree {
  const parts = [readAll(cursor, depth)];
  while (cursor.keyword('or')) parts.push(readAll(cursor, depth));
  return joined('any', parts);
}

function readAll(cursor: Cursor, depth: number): Tree {
  const parts = [readPart(cursor, depth)];
  while (cursor.keyword('and')) parts.push(readPart(cursor, depth));
  return joined('all', parts);
}

function readPart(cursor: Cursor, depth: number): Tree {
  if (depth > DEEPEST) cursor.refuse(`brackets and "not" may be ${DEEPEST} deep at most`);
  if (cursor.keyword('not')) return { kind: 'not', part: readPart(cursor, depth + 1) };
  if (!cursor.mark('(')) return readCondition(cursor, depth);
  const inner = readAny(cursor, depth + 1);
  if (!cursor.mark(')')) cursor.refuse('"and", "or" or ")" is expected');
  return inner;
}

function readCondition(cursor: Cursor, depth: number): Condition {
  const asked = readField(cursor);
  const { name: field } = asked;
  const place = cursor.place();
  const mark = MARKS.find((one) => cursor.mark(one));
  if (mark !== undefined) {
    const value = allowed(cursor, asked, operatorOf(mark), place);
    return readOne(cursor, asked, value, depth);
  }
  if (cursor.keyword('is')) {
    const operator = cursor.keyword('not') ? 'is not null' : 'is null';
    if (!cursor.keyword('null')) cursor.refuse('"null" is expected');
    return { kind: 'condition', field, operator: allowed(cursor, asked, operator, place), values: [] };
  }
  const not = cursor.keyword('not');
  if (cursor.keyword('in')) {
    const operator = allowed(cursor, asked, not ? 'not in' : 'in', place);
    return { kind: 'condition', field, operator, values: readList(cursor, asked) };
  }
  if (cursor.keyword('contains')) {
    const operator = allowed(cursor, asked, not ? 'not contains' : 'contains', place);
    return readOne(cursor, asked, operator, depth);
  }
  return cursor.refuse(
    not
      ? '"in" or "contains" is expected'
      : `an operator is expected after ${field}: =, !=, <, <=, >, >=, in, contains, ~ or is`,
  );
}

function readField(cursor: Cursor): Asked {
  const at = cursor.place();
  const prefix = cursor.name();
  if (prefix === null) return cursor.refuse('a field is expected');
  const quoted = prefix === 'group.' ? cursor.quoted() : null;
  const name = `${prefix}${quoted ?? ''}`;
  const field = fieldNamed(name);
  if (field) return { name, field, at };
  throw new Fault(
    'EXPRESSION_INVALID',
    `The filter asks for "${name}" at character ${at + 1}, which is no field.`,
    undefined,
    `The fields are ${fieldsInWords()}.`,
  );
}

function allowed(cursor: Cursor, { name, field }: Asked, operator: Operator, at: number): Operator {
  if (takes(field.kind, operator)) return operator;
  const offered = operatorsOf(field.kind).join(', ');
  return cursor.refuse(`${name} cannot be asked with "${operator}", only with ${offered}`, at);
}

function readOne(cursor: Cursor, asked: Asked, operator: Operator, depth: number): Condition {
  const { name: field } = asked;
  const at = cursor.place();
  const quoted = cursor.quoted();
  const text = quoted ?? cursor.bare(depth > 0 ? 'brackets' : 'open');
  if (quoted === null && text === '') cursor.refuse(`${wantedFor(asked.field.kind)} is expected`);
  if (quoted === null && text === 'null' && (operator === '=' || operator === '!=')) {
    const missing = allowed(cursor, asked, operator === '=' ? 'is null' : 'is not null', at);
    return { kind: 'condition', field, operator: missing, values: [] };
  }
  return {
    kind: 'condition',
    field,
    operator,
    values: [literal(cursor, asked, operator, text, quoted !== null, at)],
  };
}

function readList(cursor: Cursor, asked: Asked): Literal[] {
  if (!cursor.mark('(')) cursor.refuse('"(" is expected before the values');
  const values: Literal[] = [];
  do {
    const at = cursor.place();
    const quoted = cursor.quoted();
    const text = quoted ?? cursor.bare('list');
    if (quoted === null && text === '') cursor.refuse(`${wantedFor(asked.field.kind)} is expected`);
    values.push(literal(cursor, asked, 'in', text, quoted !== null, at));
  } while (cursor.mark(','));
  if (!cursor.mark(')')) cursor.refuse('"," or ")" is expected');
  return values;
}

const ORDERED: ReadonlySet<Operator> = new Set(['<', '<=', '>', '>=']);

/** The values of groups are text; compared for size with a plain number, they are taken for numbers. */
function literal(
  cursor: Cursor,
  { name, field }: Asked,
  operator: Operator,
  text: string,
  isQuoted: boolean,
  at: number,
): Literal {
  const number = groupOf(name) !== null && ORDERED.has(operator) && !isQuoted ? plainNumberIn(text) : null;
  if (number !== null) return { kind: 'number', number };
  return readLiteral(field.kind, text, name) ?? cursor.refuse(`${wantedFor(field.kind)} is expected`, at);
}
