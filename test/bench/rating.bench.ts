import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { seededRandom } from '../../shared/sampling/random.ts';
import { setup } from '../e2e/prepare.ts';
import { workingCopy } from './inputs/project.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { percentile } from './statistics.ts';
import { SyncedRows } from './synced-row.ts';
import { watchSubmits } from './window/answer-watch.ts';
import { type KeyTimes, type Watched, watchKeys } from './window/key-watch.ts';
import { bareProgram, type Program, raterProgram } from './window/programs.ts';

/** Between two keys: long enough for all that a key sets off, and never in step with the screen's refresh. */
const PAUSE = { least: 45, more: 40 };
/** What reading the first item takes at the least; the program does meanwhile what it put off at its start. */
const READING_MS = 3000;
const random = seededRandom('rating bench');

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await sleep(PAUSE.least + random.below(PAUSE.more));
  }
}

async function open({ executable, args, env, ready }: Program): Promise<[ElectronApplication, Page]> {
  const app = await _electron.launch({ executablePath: executable, args, env });
  const page = await app.firstWindow();
  await page.waitForSelector(`html[data-ready=${ready}]`);
  return [app, page];
}

/** A whole rating by the default rubric: sensible, specific or not, how fluent, not biased; and on. */
const ratingKeys = (): string[] => ['1', String(random.below(2)), String(1 + random.below(5)), '0', 'Enter'];

async function rateInTurns(own: Watched, bare: Watched, rows: SyncedRows, blocks: number): Promise<void> {
  for (let block = 0; block < blocks; block += 1) {
    for (let item = 0; item < 5; item += 1) {
      await press(own.page, ratingKeys());
      rows.add();
    }
    await press(bare.page, ['1', '0', '3', '0', '5', '2', '1', '4', '0', '3']);
  }
}

const painted = (times: readonly KeyTimes[]): number[] =>
  times.map((each) => each.painted ?? Number.POSITIVE_INFINITY);

interface Observed {
  own: readonly KeyTimes[];
  bare: readonly KeyTimes[];
  /** When each submit was on disk, milliseconds since 1970. */
  stored: readonly number[];
  /** How long the least took that can be made durable, milliseconds. */
  rows: readonly number[];
}

const spread = (times: readonly number[]): string =>
  `p50 / p95 / p99 of ${times.length}: ${[0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1)).join(' / ')} ms`;

function measurementsOf({ own, bare, stored, rows }: Observed): Measurement[] {
  const submits = own.filter(({ key }) => key === 'Enter');
  const values = painted(own.filter(({ key }) => key !== 'Enter'));
  const next = painted(submits);
  const durable = submits.map(
    ({ pressedAt }, index) => (stored[index] ?? Number.POSITIVE_INFINITY) - pressedAt,
  );
  const floor = painted(bare);
  const keys = { value: percentile(values, 0.95), unit: 'ms' as const, floor: percentile(floor, 0.95) };
  const name = 'key pressed to value painted, p95';
  return [
    judged({ name, ...keys, limit: { value: 25 }, note: spread(values) }),
    judged({
      name: `${name}, against a bare window`,
      ...keys,
      limit: { ratio: 2 },
      note: `bare window: ${spread(floor)}`,
    }),
    judged({
      name: 'submit to next item painted, p95',
      value: percentile(next, 0.95),
      unit: 'ms',
      floor: keys.floor,
      limit: { value: 50 },
      note: spread(next),
    }),
    judged({
      name: 'submit to durable, p99',
      value: percentile(durable, 0.99),
      unit: 'ms',
      floor: percentile(rows, 0.99),
      limit: { value: 15 },
      note: `from the key to the engine's answer: ${spread(durable)}; floor: a synced row, ${spread(rows)}`,
    }),
  ];
}

/** How the Rate screen answers keys, in the real window with a large project. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const stop = await setup();
  try {
    await using copy = await workingCopy(small);
    say('rating: keys in the real window, in turns with a bare one');
    const [ownApp, ownPage] = await open(raterProgram(copy.folder, copy.project));
    const [bareApp, barePage] = await open(bareProgram(copy.folder));
    try {
      await sleep(READING_MS);
      await press(ownPage, ratingKeys());
      await press(barePage, ['1', '2']);
      const own = await watchKeys(ownPage, '#answer-text, input[type=radio]:checked');
      const bare = await watchKeys(barePage, 'output');
      const stored = await watchSubmits(ownApp);
      using rows = new SyncedRows(copy.folder);
      await rateInTurns(own, bare, rows, small ? 2 : 40);
      return measurementsOf({
        own: await own.times(),
        bare: await bare.times(),
        stored: await stored(),
        rows: rows.times,
      });
    } finally {
      await ownApp.close();
      await bareApp.close();
    }
  } finally {
    stop?.();
  }
}
