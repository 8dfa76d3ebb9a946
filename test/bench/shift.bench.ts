import { setTimeout as sleep } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright';
// Declares window.touchstone.
import type {} from '../../renderer/bridge.ts';
import { setup } from '../e2e/prepare.ts';
import { type ShiftSize, shiftCopy } from './inputs/shift-project.ts';
import { transcriptFile } from './inputs/transcripts.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { percentile } from './statistics.ts';
import { SyncedRows } from './synced-row.ts';
import { watchSubmits } from './window/answer-watch.ts';
import { type Heap, watchHeap } from './window/heap-watch.ts';
import { type Watched, watchKeys } from './window/key-watch.ts';
import { bareProgram, raterProgram } from './window/programs.ts';
import {
  isSubmit,
  keyMeasurements,
  open,
  painted,
  RatingHands,
  SHOWN,
  spread,
} from './window/rating-hands.ts';

const FULL: ShiftSize = { conversations: 1_000_000, ratings: 300_000, before: 150, long: 60, after: 1000 };
const SMALL: ShiftSize = { conversations: 2000, ratings: 600, before: 10, long: 10, after: 40 };
const LIMITS = { value: 20, ratio: 1.6, next: 40, durable: 15 };
/** Items of which the heap is told after each half: MB, and the most by which the second half may let it grow. */
const HEAP = { most: 150, growth: 1 };
const READING_MS = 3000;

interface Turn {
  hands: RatingHands;
  own: Watched;
  bare: Watched;
  rows: SyncedRows;
}

/** Rates so many items, in turns with the bare window. */
async function rate({ hands, own, bare, rows }: Turn, items: number): Promise<void> {
  for (let item = 0; item < items; item += 1) {
    await hands.press(own.page, hands.ratingKeys());
    rows.add();
    if (item % 5 === 4) await hands.pressBare(bare.page);
  }
}

/** Rates items as fast as the keys can be pressed. */
async function rateOn(hands: RatingHands, page: Page, items: number): Promise<void> {
  for (let item = 0; item < items; item += 1)
    for (const key of hands.ratingKeys()) {
      await page.keyboard.press(key);
      await sleep(8);
    }
}

/** Begins to import a file in the window; gives what tells whether that is still going on. */
async function importing(
  app: ElectronApplication,
  page: Page,
  file: string,
): Promise<() => Promise<boolean>> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await page.evaluate(async () => {
    const picked = await window.touchstone.call('pick.transcripts', {}, {});
    const [first] = picked.ok ? picked.value : [];
    if (!first) throw new Error('no file was picked');
    Reflect.set(window, 'isImporting', true);
    const given = { actor: 'Lea', job: crypto.randomUUID() };
    void window.touchstone
      .call('import.transcripts', { files: [first.file] }, given)
      .then(() => Reflect.set(window, 'isImporting', false));
  });
  return () => page.evaluate(() => Reflect.get(window, 'isImporting') === true);
}

function heapMeasurements(half: Heap, whole: Heap, items: number): Measurement[] {
  const told = ({ used, kept }: Heap) => `${used.toFixed(1)} MB, of which ${kept.toFixed(1)} are in use`;
  const note = `after ${items / 2} items ${told(half)}; after ${items} ${told(whole)}`;
  return [
    judged({
      name: `heap of the page after ${items} items`,
      value: whole.used,
      unit: 'MB',
      limit: { value: HEAP.most },
      note,
    }),
    judged({
      name: `heap in use, growth over the second ${items / 2} items`,
      value: Math.max(0, whole.kept - half.kept),
      unit: 'MB',
      floor: half.kept,
      limit: { value: HEAP.growth },
      note,
    }),
  ];
}

/** A rater's shift in the real window: a very large project, while an import runs, with long answers, for a thousand items in a row. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const size = small ? SMALL : FULL;
  const items = small ? 50 : 1000;
  const stop = await setup();
  try {
    say('shift: the project');
    await using copy = await shiftCopy(size);
    const imported = await transcriptFile(small ? 4000 : 1_000_000, 2);
    const hands = new RatingHands('shift bench');
    const [ownApp, ownPage] = await open(raterProgram(copy.folder, copy.project));
    const [bareApp, barePage] = await open(bareProgram(copy.folder));
    try {
      await sleep(READING_MS);
      await hands.press(ownPage, hands.ratingKeys());
      await hands.press(barePage, ['1', '2']);
      const heap = await watchHeap(ownPage);
      const own = await watchKeys(ownPage, SHOWN);
      const bare = await watchKeys(barePage, 'output');
      const stored = await watchSubmits(ownApp);
      using rows = new SyncedRows(copy.folder);
      const turn = { hands, own, bare, rows };
      say('shift: keys while an import runs');
      const isImporting = await importing(ownApp, ownPage, imported);
      // The first item is rated already, so that the last submit of this part shows the first long answer.
      await rate(turn, size.before - 1);
      const short = (await own.times()).length;
      say('shift: long answers');
      await rate(turn, size.long);
      if (!(await isImporting())) say('shift: the import was over before the keys were');
      const [times, bareTimes] = [await own.times(), await bare.times()];
      const observed = { own: times, bare: bareTimes, stored: await stored(), rows: rows.times };
      // From the submit before the first long answer on to the last that shows one.
      const long = painted(times.slice(short - 1, -1).filter(isSubmit));
      await own.stop();
      say('shift: a thousand items in a row');
      const done = size.before + size.long;
      await rateOn(hands, ownPage, items / 2 - done);
      const half = await heap();
      await rateOn(hands, ownPage, items / 2);
      const whole = await heap();
      return [
        ...keyMeasurements(observed, LIMITS, ' while an import runs'),
        judged({
          name: 'submit to next item painted, answers of 100,000 characters, p95',
          value: percentile(long, 0.95),
          unit: 'ms',
          limit: { value: LIMITS.next },
          note: spread(long),
        }),
        ...heapMeasurements(half, whole, items),
      ];
    } finally {
      await ownApp.close();
      await bareApp.close();
    }
  } finally {
    stop?.();
  }
}
