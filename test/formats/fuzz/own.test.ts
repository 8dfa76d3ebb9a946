import { expect, test } from 'vitest';
import { tempFolder } from '../../support/temp-folder.ts';
import { times } from '../../support/thorough.ts';
import { EXAMPLES, ROWS } from '../examples/own.ts';
import { fuzz } from './fuzzing.ts';

const folder = tempFolder();
const FILES = times(1000, 7000);

test('thousands of damaged files of transcripts and tables: each is read with every record accounted for, or refused with the reason', async () => {
  const { files, read, imported, rejected } = await fuzz(folder, 'own', FILES, {
    ...EXAMPLES,
    ...ROWS,
    'openai-messages': [...(EXAMPLES['openai-messages'] ?? []), ...(ROWS.auto ?? [])],
  });
  expect(files).toBe(FILES);
  expect(Math.min(read, imported, rejected)).toBeGreaterThan(FILES / 7);
}, 900_000);
