import { refuse } from '../contract/errors.ts';
import type { ErrorPlace, Result } from '../contract/result.ts';
import { parseDelimitedMatrix } from './matrix-delimited.ts';
import { parseJsonMatrix } from './matrix-json.ts';
import type { RatingsMatrix } from './table.ts';
import type { Level } from './unit-table.ts';

export interface MatrixOptions {
  /** Level of measurement; goes before one the file names. Neither: nominal, with a note. */
  level?: Level | undefined;
  /** Name of the file, for messages. */
  file?: string | undefined;
}

/** A refusal, with the place in the file. */
export type RefuseMatrix = (message: string, place?: ErrorPlace) => Result<never>;

/** What the two kinds of file share: values to make a matrix of, with the level where the file names one. */
export type MatrixContent = Omit<RatingsMatrix, 'level'> & { level?: Level | undefined };

/**
 * Reads a ratings matrix: JSON (`{"matrix": raters x units, "level", "categories"}`, or the bare array of arrays), or
 * CSV/TSV, long (`unit,rater,value`) or wide (a column for each rater, after an optional first column of the units' names).
 * Blank cells, null, NA and NaN are missing. Words become numbers where all of them are numbers.
 * Errors: MATRIX_INVALID with line or path.
 */
export function parseMatrix(text: string, options: MatrixOptions = {}): Result<RatingsMatrix> {
  const body = text.replace(/^\uFEFF/, '');
  const refusal: RefuseMatrix = (message, place) =>
    refuse('MATRIX_INVALID', message, {
      ...(options.file === undefined ? {} : { file: options.file }),
      ...place,
    });
  if (body.trim() === '') return refusal('The file is empty.');
  const content = /^\s*[[{]/.test(body)
    ? parseJsonMatrix(body, refusal)
    : parseDelimitedMatrix(body, refusal);
  if (!content.ok) return content;
  const level = options.level ?? content.value.level;
  const notes =
    level === undefined ? ['No level of measurement was given; the values are taken as nominal.'] : [];
  return {
    ok: true,
    value: { ...content.value, level: level ?? 'nominal', notes: [...(content.value.notes ?? []), ...notes] },
  };
}
