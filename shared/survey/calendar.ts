const DAY = 86_400_000;
/** Days told apart; what covers more is counted by month. */
const MOST_DAYS = 400;
/** Times outside of these years are faults of a clock or of a unit, not times. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** What times are counted by. A day is its number since 1970-01-01, a month `year * 12 + month - 1`; both UTC. */
export type CountedBy = 'day' | 'month';

/** What a report shows times by. */
export const TIME_UNITS = ['day', 'week', 'month'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export const isPlausible = (time: number): boolean => time >= EARLIEST && time < LATEST;

export function monthOfDay(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Gives times the day they are counted under, or the month once there are too many days for that. */
export class Calendar {
  by: CountedBy = 'day';
  readonly #days = new Set<number>();
  readonly #coarsened: () => void;
  #lastDay = Number.NaN;
  #lastBucket = 0;

  /** `coarsened` is called when counting goes over from days to months: what was counted so far has to follow. */
  constructor(coarsened: () => void) {
    this.#coarsened = coarsened;
  }

  /** `time` in UTC milliseconds, plausible. */
  bucketOf(time: number): number {
    const day = Math.floor(time / DAY);
    if (day !== this.#lastDay) {
      this.take(day);
      this.#lastDay = day;
      this.#lastBucket = this.by === 'day' ? day : monthOfDay(day);
    }
    return this.#lastBucket;
  }

  /** Makes room for a day. */
  take(day: number): void {
    if (this.by === 'month') return;
    this.#days.add(day);
    if (this.#days.size > MOST_DAYS) this.coarsen();
  }

  coarsen(): void {
    if (this.by === 'month') return;
    this.by = 'month';
    this.#lastDay = Number.NaN;
    this.#coarsened();
  }
}

/** Days are shown up to this many of them, weeks up to so many days. */
const SHOWN_AS_DAYS = 62;
const SHOWN_AS_WEEKS = 400;

/** By what the times between two buckets are shown. */
export function unitFor(by: CountedBy, first: number, last: number): TimeUnit {
  if (by === 'month') return 'month';
  const days = last - first + 1;
  if (days <= SHOWN_AS_DAYS) return 'day';
  return days <= SHOWN_AS_WEEKS ? 'week' : 'month';
}

/** The first day, `2026-02-01`, of the day, week (from Monday) or month that a bucket is shown in. */
export function shownStart(by: CountedBy, bucket: number, unit: TimeUnit): string {
  const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
  if (by === 'month' || unit === 'month') {
    const month = by === 'month' ? bucket : monthOfDay(bucket);
    return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
  }
  // 1970-01-01 was a Thursday.
  return isoDay(unit === 'week' ? bucket - ((bucket + 3) % 7) : bucket);
}
