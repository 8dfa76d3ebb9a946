import { refuse } from '../../contract/errors.ts';
import { ok, type Result } from '../../contract/result.ts';
import { fieldNamed, groupOf } from './fields.ts';
import { literalText, plainNumberIn, readLiteral, wantedFor } from './literals.ts';
import { takes } from './operators.ts';
import {
  type Condition,
  type Filter,
  joined,
  type Literal,
  OPPOSITE,
  type Operator,
  type Tree,
} from './tree.ts';

/** One line of a filter builder: the values are text as it is typed. */
export interface BuilderLine {
  field: string;
  operator: Operator;
  values: readonly string[];
}

/** A filter as a list of lines, of which all or any must hold. */
export interface Builder {
  match: 'all' | 'any';
  lines: readonly BuilderLine[];
}

/** The filter as lines, or null where it is more than a list of them and has to be shown as text. */
export function toBuilder(filter: Filter): Builder | null {
  if (filter === null) return { match: 'all', lines: [] };
  const match = filter.kind === 'any' ? 'any' : 'all';
  const parts = filter.kind === 'all' || filter.kind === 'any' ? filter.parts : [filter];
  const conditions = parts.map(asCondition);
  const lines = conditions.flatMap((condition) => (condition ? lineOf(condition) : []));
  return lines.length === parts.length ? { match, lines } : null;
}

/** A single condition as it is, or a denied one with the opposite operator where there is one. */
function asCondition(tree: Tree): Condition | null {
  if (tree.kind === 'condition') return tree;
  if (tree.kind !== 'not' || tree.part.kind !== 'condition') return null;
  const opposite = OPPOSITE[tree.part.operator];
  return opposite ? { ...tree.part, operator: opposite } : null;
}

const lineOf = ({ field, operator, values }: Condition): BuilderLine => ({
  field,
  operator,
  values: values.map(literalText),
});

/** True where a line says enough to be part of the filter. */
export const isComplete = ({ operator, values }: BuilderLine): boolean =>
  operator === 'is null' || operator === 'is not null' || values.some((value) => value !== '');

/** The condition of a line; refused where the value does not fit the field. */
export function conditionOf({ field: name, operator, values }: BuilderLine): Result<Condition> {
  const field = fieldNamed(name);
  if (!field) return refuse('EXPRESSION_INVALID', `There is no field "${name}".`);
  if (!takes(field.kind, operator))
    return refuse('EXPRESSION_INVALID', `${name} cannot be asked with "${operator}".`);
  const literals: Literal[] = [];
  for (const text of operator === 'is null' || operator === 'is not null' ? [] : values) {
    const number = groupOf(name) !== null && /^[<>]/.test(operator) ? plainNumberIn(text) : null;
    const literal =
      number === null ? readLiteral(field.kind, text, name) : ({ kind: 'number', number } as const);
    if (!literal)
      return refuse(
        'EXPRESSION_INVALID',
        `"${text}" does not fit ${name}: ${wantedFor(field.kind)} is expected.`,
      );
    literals.push(literal);
  }
  return ok({ kind: 'condition', field: name, operator, values: literals });
}

/** The filter of a builder; lines that are not complete yet are left out. */
export function toFilter({ match, lines }: Builder): Result<Filter> {
  const parts: Tree[] = [];
  for (const line of lines) {
    if (!isComplete(line)) continue;
    const condition = conditionOf(line);
    if (!condition.ok) return condition;
    parts.push(condition.value);
  }
  return ok(parts.length === 0 ? null : joined(match, parts));
}
