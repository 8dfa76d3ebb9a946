import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifiedDownload } from '../../electron/provision/download.ts';
import { listeningLog, setupFault, temporaryFolder } from './scene.ts';

const FILE = 'thing-1.0.0.tgz';
const GOOD = 'what was published';

const download = (content: string) => ({
  file: FILE,
  label: 'The thing',
  integrity: `sha512-${createHash('sha512').update(GOOD).digest('base64')}`,
  async fetch(folder: string) {
    await writeFile(join(folder, FILE), content);
    return join(folder, FILE);
  },
});

const unreachable = { ...download(GOOD), fetch: () => Promise.reject(new Error('no network')) };

it('refuses a file that is not the pinned one and deletes it unopened', async () => {
  const cache = await temporaryFolder();
  const fault = await setupFault(verifiedDownload(cache, download('something else'), listeningLog()));
  expect(fault.code).toBe('INTEGRITY_MISMATCH');
  expect(fault.message).toContain(download(GOOD).integrity);
  expect(fault.advice).toContain('npm config get registry');
  expect(await readdir(join(cache, 'downloads'))).toEqual([]);
});

it('does not fetch again what is kept and whole', async () => {
  const cache = await temporaryFolder();
  const kept = await verifiedDownload(cache, download(GOOD), listeningLog());
  expect(await verifiedDownload(cache, unreachable, listeningLog())).toBe(kept);
});

it('throws a damaged kept file away and fetches it again', async () => {
  const cache = await temporaryFolder();
  await mkdir(join(cache, 'downloads'));
  await writeFile(join(cache, 'downloads', FILE), 'what was');
  const log = listeningLog();
  const kept = await verifiedDownload(cache, download(GOOD), log);
  expect(await readFile(kept, 'utf8')).toBe(GOOD);
  expect(log.said[0]).toContain('damaged');
});

it('leaves nothing behind when the network fails', async () => {
  const cache = await temporaryFolder();
  await expect(verifiedDownload(cache, unreachable, listeningLog())).rejects.toThrow('no network');
  expect(await readdir(join(cache, 'downloads'))).toEqual([]);
});
