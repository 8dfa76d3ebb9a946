import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { type Clause, whereExpression } from './where.ts';

/** What the draw form holds while it is being filled in; numbers are text until they are used. */
export interface DrawForm {
  size: string;
  seed: string;
  strata: readonly string[];
  minPerStratum: string;
  answers: 'all' | 'last';
  clauses: readonly Clause[];
}

export type DrawProblems = Partial<Record<'size' | 'seed' | 'minPerStratum', string>>;

/** The day as a number, 20261002: a seed that says when the draw was made. */
export function seedOfDay(day: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`;
}

export const defaultDraw = (day: Date): DrawForm => ({
  size: '100',
  seed: seedOfDay(day),
  strata: [],
  minPerStratum: '0',
  answers: 'all',
  clauses: [],
});

/** Digits are a number, as on a command line; anything else is a seed of words. */
export const seedOf = (text: string): number | string => {
  const seed = text.trim();
  return /^\d{1,15}$/.test(seed) ? Number(seed) : seed;
};

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null);

/** The parameters of the draw, or what is still wrong field by field. */
export function drawParameters(
  form: DrawForm,
): { ok: true; parameters: DrawParameters } | { ok: false; problems: DrawProblems } {
  const size = wholeNumber(form.size);
  const minPerStratum = form.strata.length === 0 ? 0 : wholeNumber(form.minPerStratum);
  const problems: DrawProblems = {};
  if (size === null || size < 1) problems.size = 'A whole number, 1 or more';
  if (form.seed.trim() === '') problems.seed = 'A number or a word';
  if (minPerStratum === null) problems.minPerStratum = 'A whole number, 0 or more';
  if (size === null || size < 1 || minPerStratum === null || problems.seed) return { ok: false, problems };
  return {
    ok: true,
    parameters: {
      size,
      seed: seedOf(form.seed),
      strata: [...form.strata],
      minPerStratum,
      answers: form.answers,
      where: whereExpression(form.clauses),
    },
  };
}
