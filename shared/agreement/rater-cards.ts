import type { RaterCards } from './details-schema.ts';
import type { DetailedTuple } from './evidence.ts';
import { quantile } from './quantile.ts';
import type { RatingIndex } from './rating-index.ts';

const DAY = 86_400_000;

/** How much, when and how fast each rater rated, by name. Ratings without active time (imported ones) say nothing of pace. */
export function raterCardsOf({ tuples, raters, raterOf }: RatingIndex<DetailedTuple>): RaterCards {
  const own = raters.map(() => ({
    ratings: 0,
    first: Infinity,
    last: -Infinity,
    days: new Set<number>(),
    lastDay: Number.NaN,
    times: [] as number[],
  }));
  for (let i = 0; i < tuples.length; i++) {
    const card = own[raterOf[i] ?? 0];
    const tuple = tuples[i];
    if (!card || !tuple) continue;
    const { at, activeMs } = tuple;
    card.ratings += 1;
    card.first = Math.min(card.first, at);
    card.last = Math.max(card.last, at);
    const day = Math.floor(at / DAY);
    if (day !== card.lastDay) card.days.add(day);
    card.lastDay = day;
    if (activeMs > 0) card.times.push(activeMs);
  }
  return own.flatMap(({ ratings, first, last, days, times }, index) => {
    const rater = raters[index];
    if (rater === undefined || ratings === 0) return [];
    const sorted = Float64Array.from(times).sort();
    return {
      rater,
      ratings,
      first: new Date(first).toISOString(),
      last: new Date(last).toISOString(),
      days: days.size,
      pace:
        sorted.length === 0
          ? null
          : {
              ratings: sorted.length,
              median: quantile(sorted, 0.5),
              quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
            },
    };
  });
}
