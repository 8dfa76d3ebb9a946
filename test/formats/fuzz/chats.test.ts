import { expect, test } from 'vitest';
import { tempFolder } from '../../support/temp-folder.ts';
import { times } from '../../support/thorough.ts';
import { EXAMPLES as CHATS } from '../examples/chats.ts';
import { EXAMPLES as DATASETS } from '../examples/datasets.ts';
import { fuzz } from './fuzzing.ts';

const folder = tempFolder();
const FILES = times(1000, 7000);

test('thousands of damaged files of chats and data sets: each is read with every record accounted for, or refused with the reason', async () => {
  const { files, read, imported, rejected } = await fuzz(folder, 'chats', FILES, { ...CHATS, ...DATASETS });
  expect(files).toBe(FILES);
  expect(Math.min(read, imported, rejected)).toBeGreaterThan(FILES / 7);
}, 900_000);
