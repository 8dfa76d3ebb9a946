import { z } from 'zod';
import { ok, type Result } from '../contract/result.ts';
import type { MatrixContent, RefuseMatrix } from './matrix.ts';
import { LEVELS, type Value } from './unit-table.ts';

const value = z.union([z.number(), z.string()], 'a number or a text is wanted here');
const cell = z.union([z.number(), z.string(), z.null()], 'a number, a text or null is wanted here');
const rows = z.array(
  z.array(cell, 'a list of values, one for each unit, is wanted here'),
  'a list of raters is wanted here',
);

const matrixFile = z.object({
  matrix: rows,
  level: z.enum(LEVELS, `one of ${LEVELS.join(', ')} is wanted here`).optional(),
  categories: z.array(value).min(1).optional(),
  raters: z.array(z.string()).optional(),
  units: z.array(value).optional(),
});

/** Reads the JSON forms of a ratings matrix. */
export function parseJsonMatrix(text: string, refusal: RefuseMatrix): Result<MatrixContent> {
  let json: unknown;
  try {
    json = JSON.parse(withoutNaN(text));
  } catch (error) {
    return refusal(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = matrixFile.safeParse(Array.isArray(json) ? { matrix: json } : json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = pathText(issue?.path ?? []);
    return refusal(`${path || 'The file'}: ${issue?.message ?? 'cannot be read'}.`, { path });
  }
  return checkShape(parsed.data, refusal);
}

/** NaN is no JSON, but Python and R write it for a missing value. Within quotes it is a word. */
const withoutNaN = (text: string): string =>
  text.includes('NaN')
    ? text.replace(/"(?:[^"\\]|\\.)*"|\bNaN\b/g, (found) => (found === 'NaN' ? 'null' : found))
    : text;

function checkShape(content: z.infer<typeof matrixFile>, refusal: RefuseMatrix): Result<MatrixContent> {
  const { matrix, categories, raters, units } = content;
  const width = matrix[0]?.length ?? 0;
  const ragged = matrix.findIndex((row) => row.length !== width);
  if (ragged >= 0) {
    const path = `matrix[${ragged}]`;
    return refusal(`${path} has ${matrix[ragged]?.length} units, the first row has ${width}.`, { path });
  }
  if (raters && raters.length !== matrix.length) {
    return refusal(`raters names ${raters.length} raters, the matrix has ${matrix.length}.`, {
      path: 'raters',
    });
  }
  if (units && units.length !== width) {
    return refusal(`units names ${units.length} units, the matrix has ${width}.`, { path: 'units' });
  }
  if (categories) {
    const known = new Set<Value>(categories);
    if (known.size < categories.length) return refusal('categories names one twice.', { path: 'categories' });
    for (const [rater, row] of matrix.entries()) {
      const unit = row.findIndex((each) => each !== null && !known.has(each));
      if (unit < 0) continue;
      const path = `matrix[${rater}][${unit}]`;
      return refusal(`${path} is ${JSON.stringify(row[unit])}, which is not one of the categories.`, {
        path,
      });
    }
  }
  return ok(content);
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('');
