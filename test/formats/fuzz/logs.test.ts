import { expect, test } from 'vitest';
import { tempFolder } from '../../support/temp-folder.ts';
import { times } from '../../support/thorough.ts';
import { EXAMPLES } from '../examples/logs.ts';
import { fuzz } from './fuzzing.ts';

const folder = tempFolder();
const FILES = times(1000, 7000);

test('thousands of damaged files of logs: each is read with every record accounted for, or refused with the reason', async () => {
  const { files, read, imported, rejected } = await fuzz(folder, 'logs', FILES, EXAMPLES);
  expect(files).toBe(FILES);
  expect(Math.min(read, imported, rejected)).toBeGreaterThan(FILES / 7);
}, 900_000);
