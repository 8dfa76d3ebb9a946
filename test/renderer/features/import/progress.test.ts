import { expect, test } from 'vitest';
import { added, allFiles } from '../../../../renderer/features/import/chosen.ts';
import { standing } from '../../../../renderer/features/import/progress.ts';
import type { Progress } from '../../../../shared/contract/events.ts';

const files = allFiles(
  added(
    [],
    [
      { file: '1', name: 'a.jsonl', bytes: 100 },
      { file: '2', name: 'b.jsonl', bytes: 50 },
      { file: '3', name: 'a.jsonl', bytes: 30 },
    ],
  ),
);
const told = (phase: string, done: number, unit: Progress['unit'] = 'bytes'): Progress => ({
  kind: 'progress',
  job: 'j',
  phase,
  done,
  total: null,
  unit,
});

test('an import of several files is as far as the files before and the part of the one at hand', () => {
  expect(standing(files, null)).toEqual({ at: -1, done: 0, total: 180 });
  expect(standing(files, told('importing a.jsonl', 40))).toEqual({ at: 0, done: 40, total: 180 });
  expect(standing(files, told('importing b.jsonl', 20))).toEqual({ at: 1, done: 120, total: 180 });
});

test('of two files of one name the later one is meant once the first is behind', () => {
  expect(standing(files, told('importing a.jsonl', 10), 1)).toEqual({ at: 2, done: 160, total: 180 });
});

test('a phase counted in rows does not move the bytes of the file at hand', () => {
  expect(standing(files, told('joining the records of b.jsonl', 900, 'rows'))).toMatchObject({
    at: 1,
    done: 100,
  });
});
