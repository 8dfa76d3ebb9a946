import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { type Random, seededRandom } from '../../../shared/sampling/random.ts';
import { judged, type Measurement } from '../measurement.ts';
import { percentile } from '../statistics.ts';
import type { KeyTimes } from './key-watch.ts';
import type { Program } from './programs.ts';

/** Between two keys: long enough for all that a key sets off, and never in step with the screen's refresh. */
const PAUSE = { least: 45, more: 40 };

/** What a value key and a submit change on the Rate screen. */
export const SHOWN = '#answer-text, input[type=radio]:checked';

export async function open({ executable, args, env, ready }: Program): Promise<[ElectronApplication, Page]> {
  const app = await _electron.launch({ executablePath: executable, args, env });
  const page = await app.firstWindow();
  await page.waitForSelector(`html[data-ready=${ready}]`);
  return [app, page];
}

/** Presses keys as a rater does, from a seed. */
export class RatingHands {
  readonly #random: Random;

  constructor(seed: string) {
    this.#random = seededRandom(seed);
  }

  /** A whole rating by the default rubric: sensible, specific or not, how fluent, not biased; and on. */
  ratingKeys(): string[] {
    return ['1', String(this.#random.below(2)), String(1 + this.#random.below(5)), '0', 'Enter'];
  }

  async press(page: Page, keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await page.keyboard.press(key);
      await sleep(PAUSE.least + this.#random.below(PAUSE.more));
    }
  }

  /** The same number of keys on a page that does nothing but paint a value. */
  pressBare(bare: Page): Promise<void> {
    return this.press(bare, ['1', '0', '3', '0', '5', '2', '1', '4', '0', '3']);
  }
}

export const painted = (times: readonly KeyTimes[]): number[] =>
  times.map((each) => each.painted ?? Number.POSITIVE_INFINITY);

export const isSubmit = ({ key }: KeyTimes): boolean => key === 'Enter';

export const spread = (times: readonly number[]): string =>
  `p50 / p95 / p99 of ${times.length}: ${[0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1)).join(' / ')} ms`;

export interface Observed {
  own: readonly KeyTimes[];
  bare: readonly KeyTimes[];
  /** When each submit was on disk, milliseconds since 1970. */
  stored: readonly number[];
  /** How long the least took that can be made durable, milliseconds. */
  rows: readonly number[];
}

/** The most that each may take: milliseconds, and for `ratio` times the bare window. */
export interface KeyLimits {
  value: number;
  ratio: number;
  next: number;
  durable: number;
}

/** What the keys of ratings took, against a bare window's. */
export function keyMeasurements(
  { own, bare, stored, rows }: Observed,
  limits: KeyLimits,
  when = '',
): Measurement[] {
  const submits = own.filter(isSubmit);
  const values = painted(own.filter((each) => !isSubmit(each)));
  const next = painted(submits);
  const durable = submits.map(
    ({ pressedAt }, index) => (stored[index] ?? Number.POSITIVE_INFINITY) - pressedAt,
  );
  const floor = painted(bare);
  const keys = { value: percentile(values, 0.95), unit: 'ms' as const, floor: percentile(floor, 0.95) };
  const name = `key pressed to value painted${when}, p95`;
  return [
    judged({ name, ...keys, limit: { value: limits.value }, note: spread(values) }),
    judged({
      name: `${name}, against a bare window`,
      ...keys,
      limit: { ratio: limits.ratio },
      note: `bare window: ${spread(floor)}`,
    }),
    judged({
      name: `submit to next item painted${when}, p95`,
      value: percentile(next, 0.95),
      unit: 'ms',
      floor: keys.floor,
      limit: { value: limits.next },
      note: spread(next),
    }),
    judged({
      name: `submit to durable${when}, p99`,
      value: percentile(durable, 0.99),
      unit: 'ms',
      floor: percentile(rows, 0.99),
      limit: { value: limits.durable },
      note: `from the key to the engine's answer: ${spread(durable)}; floor: a synced row, ${spread(rows)}`,
    }),
  ];
}
