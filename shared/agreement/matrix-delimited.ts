import { ok, type Result } from '../contract/result.ts';
import { type DelimitedRow, delimitedRows, separatorOf } from './delimited.ts';
import type { MatrixContent, RefuseMatrix } from './matrix.ts';
import type { Value } from './unit-table.ts';

/** What columns are called, `unit_id` and `Unit ID` being `unit` as well. */
const UNIT = ['unit', 'item', 'id', 'subject', 'case', 'document', 'conversation'];
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
    header.cells.findIndex((cell) => names.includes(bareName(cell)));
  const [unit, rater, value] = [column(UNIT), column(RATER), column(VALUE)];
  if (unit >= 0 && rater >= 0 && value >= 0) return longMatrix(body, { unit, rater, value }, refusal);
  if (
    rater >= 0 &&
    (unit >= 0 || value >= 0) &&
    !body.every(({ cells }) => isNumberOrMissing(cells[rater] ?? ''))
  )
    return refusal(
      `The header has a column "${header.cells[rater]}" and none of ${unit < 0 ? 'units' : 'values'}; name it "${unit < 0 ? 'unit' : 'value'}".`,
      { line: header.line },
    );
  return wideMatrix(header, body, refusal);
}

/** A column's name without case and without `id` at its end. */
const bareName = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/(?<=.)[ _-]?id$/, '');

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
  const named = namesUnits(header, body);
  const raters = header.cells.slice(named ? 1 : 0);
  if (raters.length === 0) return refusal('There is no column of ratings beside the units.', place);
  const blank = raters.indexOf('');
  if (blank >= 0)
    return refusal(`Column ${blank + (named ? 2 : 1)} has no rater's name in the header.`, place);
  const twice = raters.find((name, i) => raters.indexOf(name) !== i);
  if (twice !== undefined)
    return refusal(`The header names "${twice}" twice; each column is one rater.`, place);
  if (!named && raters.every(isNumber) && !isCounting(raters)) {
    return refusal('The first line holds numbers where the names of the raters are wanted.', place);
  }
  const matrix = raters.map((_, i) => body.map(({ cells }) => cells[i + (named ? 1 : 0)] ?? ''));
  return ok({
    matrix: typed(matrix),
    raters,
    ...(named ? { units: body.map(({ cells, line }) => cells[0] || `line ${line}`) } : {}),
  });
}

/**
 * True where the first column names the units: it is called so, or has no name, as R and pandas write it, or holds a word
 * of its own on every line while all other columns hold numbers.
 */
function namesUnits(header: DelimitedRow, body: readonly DelimitedRow[]): boolean {
  const name = header.cells[0] ?? '';
  if (UNIT.includes(bareName(name))) return true;
  if (name === '') return header.cells.length > 1;
  const words = new Set(body.map(({ cells }) => cells[0] ?? ''));
  return (
    header.cells.length > 2 &&
    body.length > 1 &&
    words.size === body.length &&
    body.every(({ cells }) => !isNumberOrMissing(cells[0] ?? '') && cells.slice(1).every(isNumberOrMissing))
  );
}

/** True for raters simply numbered from 0 or 1. */
const isCounting = (names: readonly string[]): boolean =>
  [0, 1].some((first) => names.every((name, i) => Number(name) === i + first));

const isMissing = (cell: string): boolean => MISSING_WORDS.has(cell.trim());
const isNumber = (cell: string): boolean => NUMBER.test(cell.trim());
const isNumberOrMissing = (cell: string): boolean => isMissing(cell) || isNumber(cell);

/** Cells as values: missing ones null, and numbers where every value is one. */
function typed(matrix: readonly (readonly string[])[]): (Value | null)[][] {
  const numeric = matrix.every((row) => row.every(isNumberOrMissing));
  return matrix.map((row) =>
    row.map((cell) => (isMissing(cell) ? null : numeric ? Number(cell) : cell.trim())),
  );
}
