import { ok, type Result } from '../contract/result.ts';
import { type DelimitedRow, delimitedRows, separatorOf } from './delimited.ts';
import type { MatrixContent, RefuseMatrix } from './matrix.ts';
import type { Value } from './unit-table.ts';

const UNIT = ['unit', 'item', 'id'];
const RATER = ['rater', 'coder', 'annotator'];
const VALUE = ['value', 'rating', 'label', 'score'];
const MISSING_WORDS = new Set(['', 'NA', 'NaN', 'null']);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads the CSV and TSV forms of a ratings matrix. */
export function parseDelimitedMatrix(text: string, refusal: RefuseMatrix): Result<MatrixContent> {
  const { rows, openQuote } = delimitedRows(text, separatorOf(text));
  if (openQuote !== null)
    return refusal(`Line ${openQuote} opens a quote that is never closed.`, { line: openQuote });
  const [header, ...body] = rows;
  if (!header) return refusal('The file is empty.');
  if (body.length === 0)
    return refusal('The table has a header and no rows; each row should be a unit, or one rating.', {
      line: 1,
    });
  const uneven = body.find((row) => row.cells.length !== header.cells.length);
  if (uneven) {
    return refusal(
      `Line ${uneven.line} has ${uneven.cells.length} cells, the header has ${header.cells.length}.`,
      { line: uneven.line },
    );
  }
  const column = (names: readonly string[]): number =>
    header.cells.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
  const [unit, rater, value] = [column(UNIT), column(RATER), column(VALUE)];
  return unit >= 0 && rater >= 0 && value >= 0
    ? longMatrix(body, { unit, rater, value }, refusal)
    : wideMatrix(header, body, refusal);
}

function longMatrix(
  body: readonly DelimitedRow[],
  column: { unit: number; rater: number; value: number },
  refusal: RefuseMatrix,
): Result<MatrixContent> {
  const units = new Map<string, number>();
  const raters = new Map<string, Map<number, string>>();
  for (const { line, cells } of body) {
    const unitName = cells[column.unit] ?? '';
    const raterName = cells[column.rater] ?? '';
    if (unitName === '' || raterName === '') {
      return refusal(`Line ${line} does not say which ${unitName === '' ? 'unit' : 'rater'} it is about.`, {
        line,
      });
    }
    const unit = units.get(unitName) ?? units.size;
    units.set(unitName, unit);
    const given = raters.get(raterName) ?? new Map<number, string>();
    raters.set(raterName, given);
    if (given.has(unit))
      return refusal(`Line ${line} is a second rating of ${unitName} by ${raterName}.`, { line });
    given.set(unit, cells[column.value] ?? '');
  }
  const matrix = Array.from(raters.values(), (given) =>
    Array.from(units.values(), (unit) => given.get(unit) ?? ''),
  );
  return ok({ matrix: typed(matrix), raters: [...raters.keys()], units: [...units.keys()] });
}

function wideMatrix(
  header: DelimitedRow,
  body: readonly DelimitedRow[],
  refusal: RefuseMatrix,
): Result<MatrixContent> {
  const place = { line: header.line };
  const named = UNIT.includes(header.cells[0]?.trim().toLowerCase() ?? '');
  const raters = header.cells.slice(named ? 1 : 0);
  if (raters.length === 0) return refusal('There is no column of ratings beside the units.', place);
  const blank = raters.indexOf('');
  if (blank >= 0)
    return refusal(`Column ${blank + (named ? 2 : 1)} has no rater's name in the header.`, place);
  const twice = raters.find((name, i) => raters.indexOf(name) !== i);
  if (twice !== undefined)
    return refusal(`The header names "${twice}" twice; each column is one rater.`, place);
  if (!named && raters.every((name) => NUMBER.test(name)) && !isCounting(raters)) {
    return refusal('The first line holds numbers where the names of the raters are wanted.', place);
  }
  const matrix = raters.map((_, i) => body.map(({ cells }) => cells[i + (named ? 1 : 0)] ?? ''));
  return ok({
    matrix: typed(matrix),
    raters,
    ...(named ? { units: body.map(({ cells, line }) => cells[0] || `line ${line}`) } : {}),
  });
}

/** True for raters simply numbered from 0 or 1. */
const isCounting = (names: readonly string[]): boolean =>
  [0, 1].some((first) => names.every((name, i) => Number(name) === i + first));

/** Cells as values: missing ones null, and numbers where every value is one. */
function typed(matrix: readonly (readonly string[])[]): (Value | null)[][] {
  const isMissing = (cell: string): boolean => MISSING_WORDS.has(cell.trim());
  const numeric = matrix.every((row) => row.every((cell) => isMissing(cell) || NUMBER.test(cell.trim())));
  return matrix.map((row) =>
    row.map((cell) => (isMissing(cell) ? null : numeric ? Number(cell) : cell.trim())),
  );
}
