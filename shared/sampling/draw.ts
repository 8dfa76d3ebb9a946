import { ok, type Result } from '../contract/result.ts';
import type { DrawParameters } from '../contract/sampling.ts';
import { type AnswerFacts, factOf, MISSING } from './facts.ts';
import { seededRandom, shuffled } from './random.ts';
import { type Allocation, allocate } from './strata.ts';
import { meets, parseWhere } from './where.ts';

/** One answer that can be drawn. `ref` names it by content; the population is given in the order of refs. */
export interface Candidate extends AnswerFacts {
  ref: string;
  /** True where it stands at the last position of its conversation. */
  last: boolean;
}

export interface Population<C extends Candidate> {
  strata: Map<string, C[]>;
  size: number;
}

/** Key of the stratum an answer falls into; `all` where there are no strata. */
export const stratumKey = (facts: AnswerFacts, strata: readonly string[]): string =>
  strata.length === 0
    ? 'all'
    : strata.map((field) => `${field}=${factOf(facts, field) ?? MISSING}`).join(', ');

/** The answers that a draw may choose from, by stratum, each in the order of their content refs. */
export function populationOf<C extends Candidate>(
  candidates: Iterable<C>,
  { strata, where, answers }: Pick<DrawParameters, 'strata' | 'where' | 'answers'>,
): Result<Population<C>> {
  const conditions = parseWhere(where);
  if (!conditions.ok) return conditions;
  const found = new Map<string, C[]>();
  let size = 0;
  for (const candidate of candidates) {
    if (answers === 'last' && !candidate.last) continue;
    if (!meets(candidate, conditions.value)) continue;
    const key = stratumKey(candidate, strata);
    const own = found.get(key);
    if (own) own.push(candidate);
    else found.set(key, [candidate]);
    size += 1;
  }
  for (const own of found.values()) own.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return ok({ strata: found, size });
}

export const plan = <C extends Candidate>(
  population: Population<C>,
  { size, minPerStratum }: Pick<DrawParameters, 'size' | 'minPerStratum'>,
): Allocation[] =>
  allocate(new Map([...population.strata].map(([key, own]) => [key, own.length])), size, minPerStratum);

export interface Drawn<C extends Candidate> {
  stratum: string;
  candidate: C;
}

/**
 * Draws without replacement within strata. Depends on the seed, the parameters and the content of the population alone: not on the
 * order of import, and not on the machine.
 */
export function draw<C extends Candidate>(
  population: Population<C>,
  allocations: readonly Allocation[],
  seed: number | string,
): Drawn<C>[] {
  const drawn: Drawn<C>[] = [];
  for (const { key, drawn: wanted } of allocations) {
    const own = shuffled(population.strata.get(key) ?? [], seededRandom(`${seed}/${key}`));
    for (const candidate of own.slice(0, wanted)) drawn.push({ stratum: key, candidate });
  }
  return shuffled(drawn, seededRandom(`${seed}/order`));
}
