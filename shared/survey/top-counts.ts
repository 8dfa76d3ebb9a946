import { z } from 'zod';

/** Values kept apart in a report; the rest are counted together. */
const KEPT = 40;
/** Values kept apart while counting: what is frequent late is found, and memory stays bounded. */
const LIVE = 2000;
const TRIMMED = 500;
/** Longer values are cut: a value is a name, and a file may hold anything in its place. */
const LONGEST = 120;

const count = z.int().min(0);
export const topSchema = z.strictObject({
  /** The most frequent values and their counts, descending. */
  top: z.array(z.tuple([z.string(), count])),
  /** How often all other values came. */
  other: count,
});
export type TopList = z.infer<typeof topSchema>;

/**
 * Counts values of which there may be any number. Up to 2,000 different ones are counted exactly. When there are more, the
 * 500 most frequent stay apart and the rest go to `other`, so that the count of a rare value may be too low, by what of it
 * went there; none is ever too high, and the total is exact.
 */
export class TopCounts {
  #counts = new Map<string, number>();
  #other = 0;

  add(value: string, times = 1): void {
    const known = this.#counts.get(value);
    if (known !== undefined) this.#counts.set(value, known + times);
    else this.#addNew(value, times);
  }

  absorb({ top, other }: TopList): void {
    for (const [value, times] of top) this.add(value, times);
    this.#other += other;
  }

  counts(): TopList {
    const [top, rest] = this.#ranked(KEPT);
    return { top, other: this.#other + rest };
  }

  #addNew(value: string, times: number): void {
    const short = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
    this.#counts.set(short, (this.#counts.get(short) ?? 0) + times);
    if (this.#counts.size <= LIVE) return;
    const [kept, rest] = this.#ranked(TRIMMED);
    this.#counts = new Map(kept);
    this.#other += rest;
  }

  /** The most frequent values, equal ones by name, and how often the others came. */
  #ranked(most: number): [top: [string, number][], rest: number] {
    const all = [...this.#counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return [all.slice(0, most), all.slice(most).reduce((sum, [, n]) => sum + n, 0)];
  }
}
