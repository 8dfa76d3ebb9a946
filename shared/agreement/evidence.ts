import type { TieRule } from './consensus.ts';
import type { RatingTuple } from './dimension-value.ts';
import type { Value } from './unit-table.ts';
import type { SpanMark } from './unitizing.ts';

/** A rating with all that a report looks at beside its values. */
export interface DetailedTuple extends RatingTuple {
  /** When it was last changed, milliseconds since 1970, UTC. */
  at: number;
  /** Active time the rater spent on it, milliseconds; 0 where it is not known. */
  activeMs: number;
  /** Categories chosen beside a marked value. */
  categories: readonly string[];
  spans: readonly SpanMark[];
}

/** What a report needs beside the counted ratings, which are handed over by themselves. */
export interface ReportEvidence {
  /** Ratings of hidden repeats; each is set beside the rater's own rating of the item. */
  repeats: readonly RatingTuple[];
  /** Known answers. */
  gold: readonly { item: string | number; values: RatingTuple['values'] }[];
  /** Ratings of items whose answer is known. */
  goldRatings: readonly RatingTuple[];
  /** Ratings by the version of the rubric they were made under, versions in their order; empty where there is one only. */
  versions: readonly { version: string; tuples: readonly RatingTuple[] }[];
  /** Length of the answer of each item, UTF-16 code units; asked only where something was marked in answers. */
  lengths: () => ReadonlyMap<string | number, number>;
  /** The lead's binding values: dimension -> item -> value. */
  adjudicated?: ReadonlyMap<string, ReadonlyMap<string | number, Value>> | undefined;
  /** What becomes of ties in consensus values; `model` unless told. */
  ties?: TieRule | undefined;
  /** Time buckets of drift: UTC days, or so many ratings; 100 unless told. */
  per?: 'day' | number | undefined;
}
