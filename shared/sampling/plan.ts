import { Fault } from '../contract/errors.ts';
import type { DrawParameters, SamplePlan } from '../contract/sampling.ts';
import { MOST_CANDIDATES } from '../domain/preference.ts';
import { allocateBy, leastSize, type Spreads, spreadOf } from './allocation.ts';
import { effectiveSize, halfWidth, stratifiedHalfWidth, type WeightClass, WORST_RATE } from './interval.ts';
import { strategyOf } from './parameters.ts';
import type { Allocation } from './strata.ts';

/** A stratum as it was counted: how many answers of each weight. */
export interface CountedStratum {
  key: string;
  population: number;
  weights: readonly WeightClass[];
}

/** What the plan was made from, beside the parameters. */
export interface Counted {
  strata: readonly CountedStratum[];
  /** Answers that meet the filter and are passed over. */
  leftOut: { rated: number; sampled: number };
  /** Comparisons: contexts with more answers than are compared at a time. */
  crowded?: number;
  spreads: Spreads;
}

type Asked = Pick<
  DrawParameters,
  'size' | 'minPerStratum' | 'allocation' | 'strategy' | 'strata' | 'weights' | 'comparisons'
>;

/** Refuses parameters that contradict each other. @throws Fault SAMPLE_PLAN_INVALID, with both of them named */
export function refuseContradictions(parameters: Asked & Pick<DrawParameters, 'dimension' | 'rates'>): void {
  const { strategy, strata, allocation, dimension, rates, weights, comparisons } = parameters;
  const refuse = (message: string): never => {
    throw new Fault('SAMPLE_PLAN_INVALID', message);
  };
  if (strategy === 'simple' && strata.length > 0)
    refuse('A simple draw has no strata, and strata were named; a stratified draw has them.');
  if (strategy === 'stratified' && strata.length === 0)
    refuse('A stratified draw was asked for, and no field to make strata of was named.');
  if (strata.length === 0 && allocation !== 'proportional')
    refuse(`The allocation ${allocation} was asked for, and there are no strata to share the sample among.`);
  if (allocation !== 'neyman' && (dimension !== undefined || rates !== undefined))
    refuse('A dimension or expected rates were named; only the allocation neyman uses them.');
  if (allocation === 'neyman' && dimension === undefined && rates === undefined)
    refuse(
      'The allocation neyman needs a dimension that has been rated, or the expected rate of each stratum.',
    );
  if (comparisons && dimension !== undefined)
    refuse(
      'Comparisons were asked for, and a dimension whose ratings are of single answers; give expected rates.',
    );
  if (weights !== undefined && strategy !== 'weighted')
    refuse('Weights were given; only the strategy weighted uses them.');
}

/** How many to draw of each stratum. @throws Fault SAMPLE_TOO_SMALL where the minimums come to more than the size */
export function allocations(
  { strata, spreads }: Pick<Counted, 'strata' | 'spreads'>,
  asked: Asked,
): Allocation[] {
  const { size, minPerStratum: minimum, allocation: rule } = asked;
  const populations = new Map(strata.map(({ key, population }) => [key, population]));
  const least = leastSize(populations, minimum);
  if (least > size)
    throw new Fault(
      'SAMPLE_TOO_SMALL',
      `A minimum of ${minimum} from each of ${populations.size} strata comes to ${least}, and the size is ${size}.`,
      undefined,
      `Ask for a size of at least ${least}, lower the minimum, or make strata of fewer fields.`,
    );
  return allocateBy(populations, { rule, size, minimum, spreads });
}

/** What a draw would give, and what it would be worth. `rate` is the rate one expects to find, 0 to 1. */
export function planDraw(counted: Counted, asked: Asked, rate: number | undefined): SamplePlan {
  const planned = allocations(counted, asked);
  const strategy = strategyOf(asked);
  const weightsOf = new Map(counted.strata.map(({ key, weights }) => [key, weights]));
  const strata = planned.map(({ key, population, drawn }) => {
    const worth = strategy === 'weighted' ? effectiveSize(weightsOf.get(key) ?? [], drawn) : drawn;
    const width = (p: number): number | null => (drawn === 0 ? null : widthOf(population, drawn, worth, p));
    return {
      key,
      population,
      drawn,
      half_width: width(WORST_RATE),
      half_width_at_rate: rate === undefined ? null : width(rate),
      spread: asked.allocation === 'neyman' ? spreadOf(counted.spreads, key) : null,
      worth,
    };
  });
  const worthy = strata.map(({ population, drawn, worth }) => ({ population, drawn, worth }));
  const plan = {
    population: sum(strata, 'population'),
    items: sum(strata, 'drawn'),
    strategy,
    allocation: asked.allocation,
    strata: strata.map(({ worth: _worth, ...stratum }) => stratum),
    half_width: overall(worthy, WORST_RATE),
    rate: rate ?? null,
    half_width_at_rate: rate === undefined ? null : overall(worthy, rate),
    left_out: counted.leftOut,
  };
  return { ...plan, warnings: warnings(plan, asked, counted.crowded ?? 0) };
}

const sum = <Field extends string>(rows: readonly Record<Field, number>[], field: Field): number =>
  rows.reduce((total, row) => total + row[field], 0);

interface Worth {
  population: number;
  drawn: number;
  /** Answers of a simple draw that these are worth. */
  worth: number;
}

/** The correction for a finite population is that of the answers drawn; the rest of the width is that of what they are worth. */
function widthOf(population: number, drawn: number, worth: number, rate: number): number | null {
  const width = halfWidth(population, drawn, rate);
  return width === null || worth === 0 ? null : width * Math.sqrt(drawn / worth);
}

function overall(strata: readonly Worth[], rate: number): number | null {
  const width = stratifiedHalfWidth(strata, rate);
  if (width === null || strata.every(({ drawn, worth }) => drawn === worth)) return width;
  const [drawn, worth] = [sum(strata, 'drawn'), sum(strata, 'worth')];
  return worth === 0 ? null : width * Math.sqrt(drawn / worth);
}

/** Fewer than these of a stratum that has more say little of it. */
const FEW = 5;
const THIN = 30;

const named = (keys: readonly string[]): string =>
  keys.length > 3 ? `${keys.slice(0, 3).join('; ')} and ${keys.length - 3} more` : keys.join('; ');

/** What to know before drawing, a sentence each, the most important first. */
function warnings(
  plan: Omit<SamplePlan, 'warnings'>,
  { size, comparisons }: Asked,
  crowded: number,
): string[] {
  const { population, strata } = plan;
  const drawn = comparisons ? 'comparisons' : 'answers';
  if (population === 0)
    return [comparisons ? 'No context has two answers that meet the filter.' : 'No answer meets the filter.'];
  const said: string[] = [];
  if (size > population)
    said.push(
      comparisons
        ? `Only ${population} ${population === 1 ? 'context has' : 'contexts have'} two or more answers that meet the filter, so all of them would be drawn.`
        : `Only ${population} answers meet the filter, so all of them would be drawn.`,
    );
  if (crowded > 0)
    said.push(
      `${crowded} ${crowded === 1 ? 'context has' : 'contexts have'} more than ${MOST_CANDIDATES} answers; ${MOST_CANDIDATES} of each, chosen by chance, are compared.`,
    );
  const empty = strata.filter(({ drawn }) => drawn === 0).map(({ key }) => key);
  if (empty.length > 0)
    said.push(
      `${empty.length} of ${strata.length} strata give nothing, so a rate over all of them cannot be estimated: ${named(empty)}.`,
    );
  const few = strata
    .filter(({ drawn, population: there }) => drawn > 0 && drawn < Math.min(FEW, there))
    .map(({ key }) => key);
  if (strata.length > 1 && few.length > 0)
    said.push(`Fewer than ${FEW} ${drawn} would come from ${named(few)}: too few to say anything of it.`);
  const thin = strata.filter(({ drawn, population: there }) => drawn >= FEW && drawn < Math.min(THIN, there));
  if (strata.length > 1 && thin.length > 0)
    said.push(
      `${thin.length} of ${strata.length} strata would give fewer than ${THIN} ${drawn}; intervals for each of those are rough.`,
    );
  return said;
}
