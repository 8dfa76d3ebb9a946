import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileTokens } from '../../electron/file-tokens.ts';
import { pathWithin, picked } from '../../electron/picked.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
mkdirSync(join(folder, 'logs'));
writeFileSync(join(folder, 'a.csv'), 'a,b\n');

describe('what was chosen or dropped', () => {
  test('is told to the page by name, size and kind, its path by a token', async () => {
    const tokens = new FileTokens();
    const paths = [join(folder, 'a.csv'), join(folder, 'logs'), 'not/absolute'];
    const told = await picked(paths, tokens);
    expect(told).toEqual([
      { file: expect.any(String), name: 'a.csv', bytes: 4 },
      { file: expect.any(String), name: 'logs', bytes: 0, folder: true },
    ]);
    expect(told.map(({ file }) => tokens.look(file))).toEqual(paths.slice(0, 2));
    expect(JSON.stringify(told)).not.toContain(folder);
  });
});

describe('a file within a folder that was chosen', () => {
  test('is found by its path in it', () => {
    expect(pathWithin(folder, 'logs/2026/day.jsonl')).toBe(join(folder, 'logs', '2026', 'day.jsonl'));
    expect(pathWithin(folder, null)).toBe(folder);
    expect(pathWithin(folder, '..day.jsonl')).toBe(join(folder, '..day.jsonl'));
  });

  test.each(['..', '../a.csv', 'logs/../../a.csv', '', '.', 'logs/..'])('is not %j', (within) =>
    expect(() => pathWithin(folder, within)).toThrow('this is not in the folder'),
  );
});
