import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSource } from '../../../electron/engine/files/source.ts';
import { takeIn } from '../../../electron/engine/jobs/intake.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
// Twelve megabytes in long records, so that reading one chunk takes many turns of the loop.
const file = writeLines(
  join(folder, 'long.jsonl'),
  numbers(240).map((n) => ({ n, text: 'x'.repeat(50_000) })),
);

const intake = async (put: (rows: string[]) => Promise<void>, signal = new AbortController().signal) => {
  const progress: number[] = [];
  const taken = takeIn<string>(
    { signal, progress: ({ done }: { done: number }) => void progress.push(done) } as never,
    await openSource(file),
    { phase: 'reading', take: ({ text }) => [{ row: text }], put },
  );
  return { ...(await taken), progress };
};

test('a file is handed on in order, in chunks, at most two of them at once, with its digest and its progress', async () => {
  const sizes: number[] = [];
  const rows: string[] = [];
  let underWay = 0;
  let most = 0;
  const { records, sha256, progress } = await intake(async (chunk) => {
    underWay += 1;
    most = Math.max(most, underWay);
    sizes.push(chunk.length);
    await new Promise((resolve) => setImmediate(resolve));
    rows.push(...chunk);
    underWay -= 1;
  });
  expect(records).toBe(240);
  expect(rows.map((row) => JSON.parse(row).n)).toEqual(numbers(240));
  expect(sizes.length).toBeGreaterThan(2);
  expect(most).toBeLessThanOrEqual(2);
  expect(sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress.at(-1)).toBe(readFileSync(file).length);
});

test('a chunk that cannot be stored ends the reading with its reason, also while the next is being read', async () => {
  let puts = 0;
  const failing = intake(async () => {
    puts += 1;
    throw new Fault('DISK_FULL', 'There is no space left.');
  });
  await expect(failing).rejects.toMatchObject({ failure: { code: 'DISK_FULL' } });
  expect(puts, 'no more than the chunk that was ready').toBeLessThanOrEqual(2);
});

test('a cancel ends the reading', async () => {
  const controller = new AbortController();
  const cancelled = intake(async () => controller.abort(), controller.signal);
  await expect(cancelled).rejects.toMatchObject({ failure: { code: 'CANCELLED' } });
});
