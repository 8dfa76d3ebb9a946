import { canonical } from './canonical.ts';
import { kindOf, type RatingValue, type Rubric, type Values } from './rubric.ts';

/** How many gave each value of a dimension, most frequent first. */
export type Spread = { value: RatingValue; raters: number }[];

export interface Consensus {
  /** The value that more than half of those asked gave; null where there is no such value. */
  values: Record<string, RatingValue | null>;
  spread: Record<string, Spread>;
}

const spreadOf = (given: readonly RatingValue[]): Spread => {
  const counts = new Map<string, Spread[number]>();
  for (const value of given) {
    const key = canonical(Array.isArray(value) ? value.toSorted() : value);
    const known = counts.get(key);
    counts.set(key, { value: known?.value ?? value, raters: (known?.raters ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.raters - a.raters);
};

/** What several raters of one item agree on, dimension by dimension. Free text has no agreed value and is left out. */
export const consensus = ({ dimensions }: Rubric, ratings: readonly Values[]): Consensus =>
  consensusOn(
    dimensions.filter((entry) => kindOf(entry) !== 'text').map(({ id }) => id),
    ratings,
  );

/** The same on some dimensions by their ids. */
export function consensusOn(ids: readonly string[], ratings: readonly Values[]): Consensus {
  const agreed: Consensus = { values: {}, spread: {} };
  for (const id of ids) {
    const given = ratings.map((values) => values[id]).filter((value) => value !== undefined);
    const spread = spreadOf(given);
    const first = spread[0];
    if (!first) continue;
    const asked = spread.reduce((sum, { raters }) => sum + raters, 0);
    agreed.spread[id] = spread;
    agreed.values[id] = first.raters * 2 > asked ? first.value : null;
  }
  return agreed;
}
