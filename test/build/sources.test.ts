import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { sourceDigest } from '../../electron/build/sources.ts';

const FILES = [
  'package.json',
  'package-lock.json',
  'electron/main.ts',
  'electron/engine/db/migrations/0010-first.sql',
  'electron/provision/start.ts',
  'renderer/index.html',
  'shared/domain/rating.ts',
];

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'touchstone-sources-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const file of FILES) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), file);
  }
});

it.each([
  ['a module', 'shared/domain/rating.ts'],
  ['a migration', 'electron/engine/db/migrations/0010-first.sql'],
  ['a dependency', 'package-lock.json'],
])('asks for a new build when %s changes', async (_, file) => {
  const before = await sourceDigest(root);
  await appendFile(join(root, file), ' ');
  expect(await sourceDigest(root)).not.toBe(before);
});

it('asks for a new build when a file is added, even an empty one', async () => {
  const before = await sourceDigest(root);
  await writeFile(join(root, 'shared', 'domain', 'new.ts'), '');
  expect(await sourceDigest(root)).not.toBe(before);
});

it('asks for none when nothing changed, or only what is never bundled', async () => {
  const before = await sourceDigest(root);
  expect(await sourceDigest(root)).toBe(before);
  await appendFile(join(root, 'electron', 'provision', 'start.ts'), ' ');
  expect(await sourceDigest(root)).toBe(before);
});
