import type { Recipe } from '../../../shared/contract/reporting.ts';
import { textNow } from '../../catalogue/area.ts';
import { type ExportTexts, exportText } from '../../catalogue/export.ts';

/** What the recipe form holds while it is being filled in; numbers are text until they are used. */
export interface RecipeForm {
  format: Recipe['format'];
  seed: string;
  /** Per cent of conversations held out, "0" to "50". */
  testPercent: string;
  minRatings: string;
  rewrites: boolean;
  comparisons: boolean;
  /** What ratings come to in place of their means. */
  consensus: boolean;
  /** Personal data goes back in the place of its placeholders. */
  originals: boolean;
  /** Per cent of the way from the worst option to the best that every mean must reach, "0" to "100". */
  sharePercent: string;
  /** Per cent of the scale two answers must differ by, "0" to "100". */
  marginPercent: string;
  /** Dimension id -> lowest mean; empty for no limit. */
  atLeast: Readonly<Record<string, string>>;
  /** Dimension id -> highest mean; empty for no limit. */
  atMost: Readonly<Record<string, string>>;
  /** Dimension id -> weight; empty for the usual. */
  weights: Readonly<Record<string, string>>;
}

/** The fields that hold one number. */
export type PlainField = 'testPercent' | 'minRatings' | 'sharePercent' | 'marginPercent';

export type RecipeProblems = Readonly<Record<string, string>>;

export const DEFAULT_RECIPE: RecipeForm = {
  format: 'trl-sft',
  seed: '1',
  testPercent: '0',
  minRatings: '1',
  rewrites: true,
  comparisons: true,
  consensus: false,
  originals: false,
  sharePercent: '50',
  marginPercent: '25',
  atLeast: {},
  atMost: {},
  weights: {},
};

/** A decimal number in [low, high], or null. */
function numberIn(text: string, low: number, high: number): number | null {
  if (!/^-?\d*[.,]?\d+$/.test(text.trim())) return null;
  const value = Number(text.trim().replace(',', '.'));
  return value >= low && value <= high ? value : null;
}

type Limits = Record<string, number>;

/** Reads the filled-in fields of a table of numbers; the ones that are not numbers become problems. */
function table(
  fields: Readonly<Record<string, string>>,
  name: string,
  problems: Record<string, string>,
  say: string,
): Limits {
  const numbers: Limits = {};
  for (const [dimension, text] of Object.entries(fields)) {
    if (text.trim() === '') continue;
    const value = numberIn(text, -1e6, 1e6);
    if (value === null) problems[`${name}.${dimension}`] = say;
    else numbers[dimension] = value;
  }
  return numbers;
}

/** The recipe of the form, or what is still wrong, by field. Limits that do not bear on the format are left out. */
export function recipeOf(
  form: RecipeForm,
  say: ExportTexts['problems'] = textNow(exportText).problems,
): { ok: true; recipe: Recipe } | { ok: false; problems: RecipeProblems } {
  const problems: Record<string, string> = {};
  const take = (field: PlainField, low: number, high: number, wanted = say.range(low, high)) => {
    const value = numberIn(form[field], low, high);
    if (value === null) problems[field] = wanted;
    return value ?? low;
  };
  const test = take('testPercent', 0, 50);
  const share = take('sharePercent', 0, 100);
  const margin = take('marginPercent', 0, 100);
  const minRatings = take('minRatings', 1, 1000, say.whole);
  if (!Number.isInteger(minRatings)) problems.minRatings = say.whole;
  const seed = form.seed.trim();
  if (seed === '') problems.seed = say.seed;
  const sft = form.format === 'trl-sft';
  const recipe: Recipe = {
    format: form.format,
    seed: /^\d{1,15}$/.test(seed) ? Number(seed) : seed,
    testShare: test / 100,
    minShare: share / 100,
    atLeast: sft ? table(form.atLeast, 'atLeast', problems, say.number) : {},
    atMost: sft ? table(form.atMost, 'atMost', problems, say.number) : {},
    rewrites: form.rewrites,
    comparisons: form.comparisons,
    margin: margin / 100,
    weights: sft ? {} : table(form.weights, 'weights', problems, say.number),
    minRatings,
    values: form.consensus ? 'consensus' : 'mean',
    personalData: form.originals ? 'originals' : 'placeholders',
  };
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, recipe };
}
