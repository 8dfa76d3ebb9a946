/** What is counted of answers, for each model and time: one row of numbers. */
export const COLUMNS = [
  'answers',
  /** With a thumb, up or down; one that has both has a thumb down. */
  'thumbed',
  'thumbs_down',
  'edited',
  'regenerated',
  'sent_unmodified',
  /** With any implicit signal: what became of the answer is known. */
  'fate_known',
  'empty',
  'truncated',
  'model_leak',
  'exact_duplicate_answer',
  'near_duplicate',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

export type Row = Float64Array;
export const WIDTH = COLUMNS.length;
export const emptyRow = (): Row => new Float64Array(WIDTH);

/** Bit of a column in a mask: an answer's row is one bit for each column it counts in. */
export const bit = (name: ColumnName): number => 1 << COLUMNS.indexOf(name);

export function addMask(row: Row, mask: number): void {
  for (let column = 0, rest = mask; rest !== 0; column++, rest >>>= 1)
    if ((rest & 1) === 1) row[column] = (row[column] ?? 0) + 1;
}

export function addRow(row: Row, other: ArrayLike<number>): void {
  for (let column = 0; column < WIDTH; column++) row[column] = (row[column] ?? 0) + (other[column] ?? 0);
}

export const cell = (row: ArrayLike<number>, name: ColumnName): number => row[COLUMNS.indexOf(name)] ?? 0;
