import {
  type BuilderLine,
  conditionOf,
  isComplete,
  toBuilder,
  toFilter,
} from '../../../shared/sampling/expression/builder.ts';
import { fieldNamed } from '../../../shared/sampling/expression/fields.ts';
import { operatorsOf, takes } from '../../../shared/sampling/expression/operators.ts';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import { printExpression } from '../../../shared/sampling/expression/print.ts';
import type { Operator } from '../../../shared/sampling/expression/tree.ts';

/** One line of the filter while it is being filled in. */
export interface Line extends BuilderLine {
  id: string;
}

/** A filter as lines that all or any must hold, or as text. The one that is shown counts. */
export interface FilterForm {
  mode: 'lines' | 'text';
  match: 'all' | 'any';
  lines: readonly Line[];
  text: string;
}

export const NO_FILTER: FilterForm = { mode: 'lines', match: 'all', lines: [], text: '' };

/** The filter as an expression, or what is wrong with it. Lines without a value are not yet part of it. */
export function expressionOf(form: FilterForm): { ok: true; where: string } | { ok: false; problem: string } {
  const read = form.mode === 'text' ? parseExpression(form.text) : toFilter(form);
  return read.ok
    ? { ok: true, where: printExpression(read.value) }
    : { ok: false, problem: read.error.message };
}

/** What is wrong with a line, or null. */
export function lineProblem(line: Line): string | null {
  if (!isComplete(line)) return null;
  const condition = conditionOf(line);
  return condition.ok ? null : condition.error.message;
}

/** The form with the filter as text. */
export function asText(form: FilterForm): FilterForm {
  const expression = expressionOf(form);
  return expression.ok ? { ...form, mode: 'text', text: expression.where } : { ...form, mode: 'text' };
}

/** The form with the filter as lines; null where it is more than a list of conditions, or cannot be read. */
export function asLines(form: FilterForm, newId: () => string): FilterForm | null {
  const read = parseExpression(form.text);
  const builder = read.ok ? toBuilder(read.value) : null;
  return (
    builder && {
      ...form,
      mode: 'lines',
      match: builder.match,
      lines: builder.lines.map((line) => ({ ...line, id: newId() })),
    }
  );
}

/** A new line on a field, with the operator used most for it. */
export function lineOn(field: string, id: string): Line {
  const kind = fieldNamed(field)?.kind ?? 'text';
  const operator = operatorsOf(kind)[0] ?? '=';
  return { id, field, operator, values: kind === 'flag' ? ['true'] : [''] };
}

const isMany = (operator: Operator): boolean => operator === 'in' || operator === 'not in';

/** The line with another operator; the values stay as far as they can. */
export function withOperator(line: Line, operator: Operator): Line {
  const given = line.values.filter((value) => value !== '');
  return { ...line, operator, values: isMany(operator) ? given : [given[0] ?? ''] };
}

/** The line on another field; the operator stays where the field takes it. */
export function withField(line: Line, field: string): Line {
  const fresh = lineOn(field, line.id);
  const kind = fieldNamed(field)?.kind ?? 'text';
  return takes(kind, line.operator) ? withOperator(fresh, line.operator) : fresh;
}
