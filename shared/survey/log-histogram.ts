import { z } from 'zod';

/** Neighbouring classes differ by this factor, so that a quantile is off by 5 % at most. */
const GROWTH = 1.1;
const LOG_GROWTH = Math.log(GROWTH);

/** Class of a length: 0 for 0; else the smallest i of at least 1 with GROWTH^(i-1) >= length. */
const classOf = (length: number): number =>
  length <= 0 ? 0 : 1 + Math.ceil(Math.log(length) / LOG_GROWTH - 1e-9);

/** Classes of the lengths nearly all texts have, so that no logarithm is taken for them. */
const CLASSES = Uint8Array.from({ length: 4096 }, (_, length) => classOf(length));

/** The largest whole number in a class. */
export const classEnd = (index: number): number =>
  index === 0 ? 0 : Math.floor(GROWTH ** (index - 1) + 1e-9);

/** What a class is told as: the middle of its whole numbers, by their logarithms. */
const classMiddle = (index: number): number =>
  index < 2 ? classEnd(index) : Math.round(Math.sqrt((classEnd(index - 1) + 1) * classEnd(index)));

const count = z.int().min(0);
export const histogramSchema = z.strictObject({
  n: count,
  sum: z.number().min(0),
  /** Of the values; null without any. */
  min: z.number().min(0).nullable(),
  max: z.number().min(0).nullable(),
  /** How many values each class that has any holds, ascending; see {@link classEnd}. */
  classes: z.array(z.tuple([count, count])),
});
export type HistogramCounts = z.infer<typeof histogramSchema>;

/** Counts whole numbers of any size in classes that grow by 10 %: some 200 of them for all lengths there can be. */
export class LogHistogram {
  #counts = new Float64Array(64);
  #n = 0;
  #sum = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = 0;

  add(length: number): void {
    this.#put(CLASSES[length] ?? classOf(length), 1);
    this.#n += 1;
    this.#sum += length;
    if (length < this.#min) this.#min = length;
    if (length > this.#max) this.#max = length;
  }

  absorb({ n, sum, min, max, classes }: HistogramCounts): void {
    for (const [index, counted] of classes) this.#put(index, counted);
    this.#n += n;
    this.#sum += sum;
    this.#min = Math.min(this.#min, min ?? Number.POSITIVE_INFINITY);
    this.#max = Math.max(this.#max, max ?? 0);
  }

  counts(): HistogramCounts {
    const some = this.#n > 0;
    return {
      n: this.#n,
      sum: this.#sum,
      min: some ? this.#min : null,
      max: some ? this.#max : null,
      classes: Array.from(this.#counts, (n, index): [number, number] => [index, n]).filter(([, n]) => n > 0),
    };
  }

  #put(index: number, counted: number): void {
    if (index >= this.#counts.length) {
      const wider = new Float64Array(Math.max(index + 1, this.#counts.length * 2));
      wider.set(this.#counts);
      this.#counts = wider;
    }
    this.#counts[index] = (this.#counts[index] ?? 0) + counted;
  }
}

/**
 * The value below or at which a share of all values lies (nearest rank), off by 5 % at most, never outside of what
 * was seen; null without values.
 */
export function quantile({ n, min, max, classes }: HistogramCounts, share: number): number | null {
  if (n === 0 || min === null || max === null) return null;
  const rank = Math.max(1, Math.ceil(share * n));
  if (rank === n) return max;
  let below = 0;
  for (const [index, counted] of classes) {
    below += counted;
    if (below >= rank) return Math.min(max, Math.max(min, classMiddle(index)));
  }
  return max;
}
