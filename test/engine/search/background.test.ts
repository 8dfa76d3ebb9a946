import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Background, type Run } from '../../../electron/engine/search/background.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';

/** Runs that end when they are told to, or asked to stop. */
class Runs {
  readonly started: { end(isComplete: boolean): void }[] = [];
  cancelled = 0;

  readonly start = (): Run => {
    let end = (_isComplete: boolean): void => undefined;
    const result = new Promise<Result<unknown>>((resolve) => {
      end = (isComplete) => resolve(ok({ isComplete }));
    });
    this.started.push({ end });
    const cancel = (): void => {
      this.cancelled += 1;
      end(false);
    };
    return { cancel, result };
  };
}

let runs: Runs;
let background: Background;
beforeEach(() => {
  vi.useFakeTimers();
  runs = new Runs();
  background = new Background(runs.start);
});
afterEach(async () => {
  await background.stop();
  vi.useRealTimers();
});

const wait = (): Promise<unknown> => vi.advanceTimersByTimeAsync(10_000);

describe('the index is made', () => {
  test('a while after the project is opened, and not again while nothing came', async () => {
    expect(runs.started).toHaveLength(0);
    await wait();
    expect(runs.started).toHaveLength(1);
    runs.started[0]?.end(true);
    await wait();
    await background.hold();
    background.release(false);
    await wait();
    expect(runs.started).toHaveLength(1);
  });

  test('again after an import', async () => {
    await wait();
    runs.started[0]?.end(true);
    await background.hold();
    background.release(true);
    await wait();
    expect(runs.started).toHaveLength(2);
  });

  test('not beside a job: it stops, and goes on when the last one has ended', async () => {
    await wait();
    await background.hold();
    expect(runs.cancelled).toBe(1);
    await background.hold();
    background.release(false);
    await wait();
    expect(runs.started).toHaveLength(1);
    background.release(false);
    await wait();
    expect(runs.started).toHaveLength(2);
  });

  test('not while somebody rates: it stops, and goes on when the hand rests', async () => {
    await wait();
    background.giveWay();
    expect(runs.cancelled).toBe(1);
    for (let keys = 0; keys < 20; keys += 1) {
      await vi.advanceTimersByTimeAsync(5000);
      background.giveWay();
    }
    expect(runs.started).toHaveLength(1);
    await wait();
    expect(runs.started).toHaveLength(2);
  });

  test('no more once the project is closed', async () => {
    await background.stop();
    await wait();
    expect(runs.started).toHaveLength(0);
  });
});
