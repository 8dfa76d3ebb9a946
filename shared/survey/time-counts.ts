import { Calendar, isPlausible, monthOfDay } from './calendar.ts';
import type { SurveyTally } from './tally.ts';

/** Counts conversations by time, and gives the answers the bucket they are counted in. */
export class TimeCounts {
  readonly #calendar: Calendar;
  #conversations = new Map<number, number>();
  #undated = 0;
  #implausible = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** `coarsened` is called when counting goes over from days to months. */
  constructor(coarsened: () => void) {
    this.#calendar = new Calendar(() => {
      const days = this.#conversations;
      this.#conversations = new Map();
      for (const [day, n] of days) this.#put(monthOfDay(day), n);
      coarsened();
    });
  }

  add(time: number | null): void {
    const bucket = this.bucketOf(time);
    if (time === null) this.#undated += 1;
    else if (bucket === null) this.#implausible += 1;
    else {
      this.#put(bucket, 1);
      if (time < this.#first) this.#first = time;
      if (time > this.#last) this.#last = time;
    }
  }

  /** Null for no time and for one that cannot be. */
  bucketOf(time: number | null): number | null {
    return time === null || !isPlausible(time) ? null : this.#calendar.bucketOf(time);
  }

  /** Takes in what was counted elsewhere, the days of `days` included. Months cannot be days again: then all becomes months. */
  absorb(time: SurveyTally['time'], days: Iterable<number>): void {
    if (time.countedBy === 'month') this.#calendar.coarsen();
    else for (const day of days) this.#calendar.take(day);
    for (const [bucket, n] of time.conversations) this.#put(this.bucketFrom(time.countedBy, bucket), n);
    this.#undated += time.undated;
    this.#implausible += time.implausible;
    this.#first = Math.min(this.#first, time.first ?? Number.POSITIVE_INFINITY);
    this.#last = Math.max(this.#last, time.last ?? Number.NEGATIVE_INFINITY);
  }

  /** A bucket of another calendar in this one, once that is as coarse. */
  bucketFrom(countedBy: 'day' | 'month', bucket: number): number {
    return countedBy === 'day' && this.#calendar.by === 'month' ? monthOfDay(bucket) : bucket;
  }

  counts(): SurveyTally['time'] {
    const some = this.#conversations.size > 0;
    return {
      countedBy: this.#calendar.by,
      first: some ? this.#first : null,
      last: some ? this.#last : null,
      conversations: [...this.#conversations].sort(([a], [b]) => a - b),
      undated: this.#undated,
      implausible: this.#implausible,
    };
  }

  #put(bucket: number, n: number): void {
    this.#conversations.set(bucket, (this.#conversations.get(bucket) ?? 0) + n);
  }
}
