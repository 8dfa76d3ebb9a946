import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import type { AllocationRule, Strategy } from '../../../shared/sampling/parameters.ts';
import { NEGATIVE_FEEDBACK, NEGATIVE_WEIGHT } from '../../../shared/sampling/weights.ts';
import { expressionOf, type FilterForm, NO_FILTER } from './filter-form.ts';

/** What the draw form holds while it is being filled in; numbers are text until they are used. */
export interface DrawForm {
  size: string;
  seed: string;
  strategy: Strategy;
  strata: readonly string[];
  minPerStratum: string;
  allocation: AllocationRule;
  /** The dimension that the allocation by spread goes by; empty while none is chosen. */
  dimension: string;
  /** How many times as likely negative feedback makes an answer. */
  weight: string;
  answers: DrawParameters['answers'];
  candidatesOnly: boolean;
  includeRated: boolean;
  excludeSampled: boolean;
  /** The rate one expects to find, in percent; empty for none. */
  rate: string;
  filter: FilterForm;
}

export type DrawProblems = Partial<
  Record<'size' | 'seed' | 'strata' | 'minPerStratum' | 'dimension' | 'weight' | 'rate' | 'filter', string>
>;

/** The day as a number, 20261002: a seed that says when the draw was made. */
export function seedOfDay(day: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`;
}

export const defaultDraw = (day: Date): DrawForm => ({
  size: '100',
  seed: seedOfDay(day),
  strategy: 'simple',
  strata: [],
  minPerStratum: '0',
  allocation: 'proportional',
  dimension: '',
  weight: String(NEGATIVE_WEIGHT),
  answers: 'all',
  candidatesOnly: false,
  includeRated: false,
  excludeSampled: false,
  rate: '',
  filter: NO_FILTER,
});

/** Digits are a number, as on a command line; anything else is a seed of words. */
export const seedOf = (text: string): number | string => {
  const seed = text.trim();
  return /^\d{1,15}$/.test(seed) ? Number(seed) : seed;
};

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null);

const numberWithin = (text: string, min: number, max: number): number | null => {
  const value = /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
  return value >= min && value <= max ? value : null;
};

/** True where the strategy has strata, or may have them. */
export const hasStrata = ({ strategy }: Pick<DrawForm, 'strategy'>): boolean => strategy !== 'simple';

function problemsOf(form: DrawForm): DrawProblems {
  const problems: DrawProblems = {};
  const strata = hasStrata(form) ? form.strata : [];
  const size = wholeNumber(form.size);
  if (size === null || size < 1) problems.size = 'A whole number, 1 or more';
  if (form.seed.trim() === '') problems.seed = 'A number or a word';
  if (form.strategy === 'stratified' && strata.length === 0) problems.strata = 'Choose at least one field';
  if (strata.length > 0 && wholeNumber(form.minPerStratum) === null)
    problems.minPerStratum = 'A whole number, 0 or more';
  if (strata.length > 0 && form.allocation === 'neyman' && form.dimension === '')
    problems.dimension = 'Choose a dimension';
  if (form.strategy === 'weighted' && numberWithin(form.weight, 0.001, 1e6) === null)
    problems.weight = 'A number above 0';
  if (form.rate.trim() !== '' && numberWithin(form.rate, 0, 100) === null) problems.rate = 'From 0 to 100';
  const filter = expressionOf(form.filter);
  if (!filter.ok) problems.filter = filter.problem;
  return problems;
}

/** What to do so that there is a plan. */
export const missingWords = ({ strata, ...others }: DrawProblems): string =>
  strata !== undefined && Object.keys(others).length === 0
    ? 'Choose the fields that the strata are made of, to see the plan.'
    : 'Correct the marked field to see the plan.';

/** What the plan is asked with: the parameters of the draw, and the rate one expects. */
export interface Asked {
  parameters: DrawParameters;
  rate: number | undefined;
}

/** The parameters of the draw, or what is still wrong field by field. */
export function drawParameters(
  form: DrawForm,
): ({ ok: true } & Asked) | { ok: false; problems: DrawProblems } {
  const problems = problemsOf(form);
  const filter = expressionOf(form.filter);
  if (Object.keys(problems).length > 0 || !filter.ok) return { ok: false, problems };
  const { strategy, answers, candidatesOnly, includeRated, excludeSampled } = form;
  const strata = hasStrata(form) ? [...form.strata] : [];
  const allocation = strata.length > 0 ? form.allocation : 'proportional';
  const weight = numberWithin(form.weight, 0.001, 1e6) ?? NEGATIVE_WEIGHT;
  const rate = numberWithin(form.rate, 0, 100);
  return {
    ok: true,
    parameters: {
      size: Number(form.size),
      seed: seedOf(form.seed),
      strata,
      minPerStratum: strata.length > 0 ? Number(form.minPerStratum) : 0,
      where: filter.where,
      answers,
      strategy,
      allocation,
      ...(allocation === 'neyman' ? { dimension: form.dimension } : {}),
      ...(strategy === 'weighted' && weight !== NEGATIVE_WEIGHT
        ? { weights: [{ where: NEGATIVE_FEEDBACK, weight }] }
        : {}),
      candidatesOnly,
      includeRated,
      excludeSampled,
    },
    rate: rate === null ? undefined : rate / 100,
  };
}
