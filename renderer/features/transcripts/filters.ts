import {
  type Builder,
  type BuilderLine,
  toBuilder,
  toFilter,
} from '../../../shared/sampling/expression/builder.ts';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import { printExpression } from '../../../shared/sampling/expression/print.ts';
import { textNow } from '../../catalogue/area.ts';
import { fieldsText } from '../../catalogue/fields.ts';
import { fieldTitle, valueWords } from './words.ts';

/** The filter as chips, or null where it is more than conditions that all must hold: it is then shown as it is written. */
export function linesOf(where: string): readonly BuilderLine[] | null {
  const parsed = parseExpression(where);
  if (!parsed.ok) return null;
  const builder = toBuilder(parsed.value);
  if (!builder) return null;
  return builder.match === 'all' || builder.lines.length < 2 ? builder.lines : null;
}

const written = (builder: Builder, otherwise: string): string => {
  const filter = toFilter(builder);
  return filter.ok ? printExpression(filter.value) : otherwise;
};

/** The filter without one of its chips. */
export const without = (where: string, index: number): string =>
  written({ match: 'all', lines: (linesOf(where) ?? []).filter((_, at) => at !== index) }, where);

/**
 * The filter with a value more. Values of one field are alternatives, given without and with `not`; of a filter that is no list of
 * conditions, the new one is added with `and`.
 */
export function withValue(where: string, field: string, value: string, isDenied = false): string {
  const lines = linesOf(where);
  const operators = isDenied ? (['!=', 'not in'] as const) : (['=', 'in'] as const);
  const added: BuilderLine = { field, operator: operators[0], values: [value] };
  if (!lines) return `(${where}) and ${written({ match: 'all', lines: [added] }, '')}`;
  const at = lines.findIndex(
    (line) => line.field === field && operators.some((operator) => operator === line.operator),
  );
  const known = lines[at];
  if (!known) return written({ match: 'all', lines: [...lines, added] }, where);
  const values = [...known.values.filter((own) => own !== value), value];
  const grown: BuilderLine = { field, operator: values.length > 1 ? operators[1] : operators[0], values };
  return written({ match: 'all', lines: lines.map((line, index) => (index === at ? grown : line)) }, where);
}

/** The filter with another line. */
export function withLine(where: string, line: BuilderLine): string {
  const lines = linesOf(where);
  return lines
    ? written({ match: 'all', lines: [...lines, line] }, where)
    : `(${where}) and ${written({ match: 'all', lines: [line] }, '')}`;
}

/** A condition in words: "Model is asst-1 or asst-2". */
export function lineWords(
  { field, operator, values }: BuilderLine,
  labels: ReadonlyMap<string, string>,
): string {
  const t = textNow(fieldsText);
  const shown = values.map((value) => valueWords(field, labels.get(`${field} ${value}`) ?? value));
  return t.conditions[operator](fieldTitle(field), t.or(shown));
}
