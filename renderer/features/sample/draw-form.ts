import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import type { AllocationRule, Strategy } from '../../../shared/sampling/parameters.ts';
import { NEGATIVE_FEEDBACK, NEGATIVE_WEIGHT } from '../../../shared/sampling/weights.ts';
import { textNow } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
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
  /** Answers side by side in place of single ones. */
  comparisons: boolean;
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
  comparisons: false,
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
  const t = textNow(sampleText).problems;
  const problems: DrawProblems = {};
  const strata = hasStrata(form) ? form.strata : [];
  const size = wholeNumber(form.size);
  if (size === null || size < 1) problems.size = t.size;
  if (form.seed.trim() === '') problems.seed = t.seed;
  if (form.strategy === 'stratified' && strata.length === 0) problems.strata = t.strata;
  if (strata.length > 0 && wholeNumber(form.minPerStratum) === null) problems.minPerStratum = t.minPerStratum;
  if (strata.length > 0 && form.allocation === 'neyman' && form.dimension === '')
    problems.dimension = t.dimension;
  if (form.strategy === 'weighted' && numberWithin(form.weight, 0.001, 1e6) === null)
    problems.weight = t.weight;
  if (form.rate.trim() !== '' && numberWithin(form.rate, 0, 100) === null) problems.rate = t.rate;
  const filter = expressionOf(form.filter);
  if (!filter.ok) problems.filter = filter.problem;
  return problems;
}

/** What to do so that there is a plan. */
export const missingWords = ({ strata, ...others }: DrawProblems): string =>
  strata !== undefined && Object.keys(others).length === 0
    ? textNow(sampleText).missingStrata
    : textNow(sampleText).missingOther;

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
  const { strategy, comparisons, includeRated, excludeSampled } = form;
  const answers = comparisons ? 'all' : form.answers;
  const candidatesOnly = !comparisons && form.candidatesOnly;
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
      comparisons,
      includeRated,
      excludeSampled,
    },
    rate: rate === null ? undefined : rate / 100,
  };
}
