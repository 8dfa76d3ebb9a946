import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandOptions } from '../../electron/provision/run-command.ts';
import { chooseRuntime, decline, type RuntimeSource } from '../../electron/provision/runtime/choose.ts';
import { executableIn } from '../../electron/provision/runtime/distribution.ts';
import { downloadSource, installedSource } from '../../electron/provision/runtime/official.ts';
import { overrideSource } from '../../electron/provision/runtime/override.ts';
import { listeningLog, setupFault, temporaryFolder } from './scene.ts';

const HOUR = 3600_000;

/** An unpacked Electron, as far as set-up looks at it. */
async function unpackElectron(folder: string, version: string): Promise<void> {
  const executable = executableIn(folder);
  await mkdir(dirname(executable), { recursive: true });
  await writeFile(executable, '');
  await chmod(executable, 0o755);
  await writeFile(join(folder, 'version'), version);
}

/** The package `electron` as `npm ci` leaves it: without its binary. */
async function electronPackage(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'package.json'), JSON.stringify({ version: '45.4.1' }));
  return folder;
}

async function installInto(packageFolder: string): Promise<void> {
  await unpackElectron(join(packageFolder, 'dist'), '45.4.1');
  await writeFile(join(packageFolder, 'path.txt'), 'electron');
}

const offering = (name: string): RuntimeSource => ({
  name,
  offer: async () => ({ ok: true, runtime: { folder: '/r', executable: `/r/${name}`, version: '1.2.3' } }),
});
const declining = (reason: string): RuntimeSource => ({
  name: 'nowhere',
  offer: async () => decline(reason),
});
const forbidden: RuntimeSource = {
  name: 'not to be asked',
  offer: () => Promise.reject(new Error('asked all the same')),
};

describe('choosing a runtime', () => {
  it('takes the first that is offered, asks no further and says why the others were passed over', async () => {
    const log = listeningLog();
    const sources = [declining(''), declining('it is not installed'), offering('from the shelf'), forbidden];
    expect((await chooseRuntime(sources, log)).executable).toBe('/r/from the shelf');
    expect(log.said).toEqual(['Electron 1.2.3: from the shelf (it is not installed).']);
  });

  it('says all the reasons and what to do when there is none', async () => {
    const fault = await setupFault(
      chooseRuntime([declining('no net'), declining('no registry')], listeningLog()),
    );
    expect(fault.code).toBe('NO_RUNTIME');
    expect(fault.message).toContain('no net; no registry');
    expect(fault.advice).toContain('ELECTRON_OVERRIDE_DIST_PATH');
  });
});

describe('the folder named by the user', () => {
  it('is taken with the version it says it has', async () => {
    const folder = await temporaryFolder();
    await unpackElectron(folder, 'v44.0.0\n');
    const offer = await overrideSource({ ELECTRON_OVERRIDE_DIST_PATH: folder }).offer();
    expect(offer).toMatchObject({ ok: true, runtime: { folder, version: '44.0.0' } });
  });

  it('is passed over with a word when there is no Electron in it, and without one when there is none named', async () => {
    const folder = await temporaryFolder();
    const empty = await overrideSource({ ELECTRON_OVERRIDE_DIST_PATH: folder }).offer();
    expect(empty).toMatchObject({ ok: false, reason: expect.stringContaining(folder) });
    expect(await overrideSource({}).offer()).toEqual({ ok: false, reason: '' });
  });
});

describe('the official binary', () => {
  it('is taken when it is whole and of the pinned version', async () => {
    const packageFolder = await electronPackage();
    await installInto(packageFolder);
    expect(await installedSource(packageFolder).offer()).toMatchObject({
      ok: true,
      runtime: { version: '45.4.1' },
    });
  });

  it('is not taken while its installation is half done, or after the pinned version has changed', async () => {
    const half = await electronPackage();
    await unpackElectron(join(half, 'dist'), '45.4.1');
    expect((await installedSource(half).offer()).ok).toBe(false);
    const older = await electronPackage();
    await installInto(older);
    await writeFile(join(older, 'dist', 'version'), '45.0.0');
    expect((await installedSource(older).offer()).ok).toBe(false);
  });
});

describe('the official download', () => {
  /** A source whose installer does what `installer` does, at a time that the test sets. */
  async function scene(installer: (packageFolder: string, options: CommandOptions) => Promise<number>) {
    const packageFolder = await electronPackage();
    const cache = await temporaryFolder();
    const clock = { now: Date.UTC(2026, 0, 5, 12) };
    const runs: string[][] = [];
    const source = (rememberRefusal: boolean) =>
      downloadSource({
        packageFolder,
        cache,
        log: listeningLog(),
        rememberRefusal,
        now: () => clock.now,
        run: async (_, args, options) => {
          runs.push(args);
          return { status: await installer(packageFolder, options), output: 'fetch failed\n  at somewhere' };
        },
      });
    return { source, clock, runs, packageFolder, cache };
  }
  const refused = () => Promise.resolve(1);

  it("is done by Electron's own installer and leaves no temporary files", async () => {
    const { source, runs, packageFolder, cache } = await scene(async (folder) => {
      await installInto(folder);
      return 0;
    });
    expect(await source(true).offer()).toMatchObject({ ok: true, runtime: { version: '45.4.1' } });
    expect(runs).toEqual([[join(packageFolder, 'install.js')]]);
    expect(await readdir(cache)).toEqual(['locks']);
  });

  it('that was refused is not tried again for a day, then is', async () => {
    const { source, clock, runs } = await scene(refused);
    expect(await source(true).offer()).toEqual({ ok: false, reason: 'its download failed: fetch failed' });
    clock.now += 23 * HOUR;
    const reason = 'its download failed on 2026-01-05T12:00Z: fetch failed';
    expect(await source(true).offer()).toEqual({ ok: false, reason });
    expect(runs).toHaveLength(1);
    clock.now += 2 * HOUR;
    await source(true).offer();
    expect(runs).toHaveLength(2);
  });

  it('is tried each time where nothing else could take over', async () => {
    const { source, runs } = await scene(refused);
    await source(false).offer();
    await source(false).offer();
    expect(runs).toHaveLength(2);
  });

  it('is given up when nothing arrives for a minute', async () => {
    const waiting = await scene(async (_, { signal, onTick }) => {
      while (!signal?.aborted) {
        waiting.clock.now += 10_000;
        onTick?.();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return 143;
    });
    expect(await waiting.source(true).offer()).toEqual({
      ok: false,
      reason: 'its download failed: nothing arrived for 60 s',
    });
  });
});
