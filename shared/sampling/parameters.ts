import type { DrawParameters } from '../contract/sampling.ts';

export const STRATEGIES = ['simple', 'stratified', 'systematic', 'weighted'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export const ALLOCATIONS = ['proportional', 'equal', 'neyman'] as const;
export type AllocationRule = (typeof ALLOCATIONS)[number];

/** The strategy of a draw: the one asked for, else stratified where there are strata. */
export const strategyOf = ({ strategy, strata }: Pick<DrawParameters, 'strategy' | 'strata'>): Strategy =>
  strategy ?? (strata.length > 0 ? 'stratified' : 'simple');

/** What the parameters are where nothing is said. Those that samples have had from the beginning are always written down. */
const UNSAID: Readonly<Record<string, unknown>> = {
  allocation: 'proportional',
  candidatesOnly: false,
  comparisons: false,
  includeRated: false,
  excludeSampled: false,
};

/** Parameters as they are written down. */
export type Said = Readonly<Record<string, unknown>>;

/**
 * The parameters as they are stored and digested: what was left at its default is left out, so that a draw keeps its digest when there
 * come to be more parameters; a seed and its text are one seed.
 */
export function stated(parameters: DrawParameters): Said {
  const { strategy, ...rest } = parameters;
  const isUsual = strategy === undefined || strategy === strategyOf({ ...rest, strategy: undefined });
  const said = Object.entries(isUsual ? rest : parameters).filter(
    ([name, value]) => value !== undefined && !(Object.hasOwn(UNSAID, name) && UNSAID[name] === value),
  );
  return Object.fromEntries(said);
}
