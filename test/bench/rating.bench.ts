import { setTimeout as sleep } from 'node:timers/promises';
import { setup } from '../e2e/prepare.ts';
import { workingCopy } from './inputs/project.ts';
import type { Measurement, Scale } from './measurement.ts';
import { SyncedRows } from './synced-row.ts';
import { watchSubmits } from './window/answer-watch.ts';
import { type Watched, watchKeys } from './window/key-watch.ts';
import { bareProgram, raterProgram } from './window/programs.ts';
import { keyMeasurements, open, RatingHands, SHOWN } from './window/rating-hands.ts';

/** What reading the first item takes at the least; the program does meanwhile what it put off at its start. */
const READING_MS = 3000;
const LIMITS = { value: 25, ratio: 2, next: 50, durable: 15 };

async function rateInTurns(
  hands: RatingHands,
  own: Watched,
  bare: Watched,
  rows: SyncedRows,
  blocks: number,
): Promise<void> {
  for (let block = 0; block < blocks; block += 1) {
    for (let item = 0; item < 5; item += 1) {
      await hands.press(own.page, hands.ratingKeys());
      rows.add();
    }
    await hands.pressBare(bare.page);
  }
}

/** How the Rate screen answers keys, in the real window with a large project. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const stop = await setup();
  try {
    await using copy = await workingCopy(small);
    say('rating: keys in the real window, in turns with a bare one');
    const hands = new RatingHands('rating bench');
    const [ownApp, ownPage] = await open(raterProgram(copy.folder, copy.project));
    const [bareApp, barePage] = await open(bareProgram(copy.folder));
    try {
      await sleep(READING_MS);
      await hands.press(ownPage, hands.ratingKeys());
      await hands.press(barePage, ['1', '2']);
      const own = await watchKeys(ownPage, SHOWN);
      const bare = await watchKeys(barePage, 'output');
      const stored = await watchSubmits(ownApp);
      using rows = new SyncedRows(copy.folder);
      await rateInTurns(hands, own, bare, rows, small ? 2 : 40);
      const observed = { own: await own.times(), bare: await bare.times() };
      return keyMeasurements({ ...observed, stored: await stored(), rows: rows.times }, LIMITS);
    } finally {
      await ownApp.close();
      await bareApp.close();
    }
  } finally {
    stop?.();
  }
}
