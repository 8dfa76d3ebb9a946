import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { folderBytes, makeStaging, sweepStaging } from '../cache.ts';
import { packageVersion } from '../installed-package.ts';
import { withLock } from '../lock.ts';
import type { Log } from '../log.ts';
import { type CommandOptions, type CommandResult, runCommand } from '../run-command.ts';
import { decline, type RuntimeSource } from './choose.ts';
import { executableIn, versionIn } from './distribution.ts';

/** Without a new byte for this long the download is given up. */
const STALL_MS = 60_000;
/** How long a refusal is remembered, so that not every start asks again. */
const REFUSAL_MS = 24 * 3600_000;

export interface OfficialOptions {
  /** Folder of the package `electron`. */
  packageFolder: string;
  cache: string;
  log: Log;
  /** Whether a refusal may be remembered; not where nothing else can take over. */
  rememberRefusal: boolean;
  run?: (command: string, args: string[], options: CommandOptions) => Promise<CommandResult>;
  now?: () => number;
}

const Refusal = z.object({ version: z.string(), at: z.number(), reason: z.string() });

/** The binary Electron's own installer has put into its package; `path.txt` is the last thing it writes. */
export function installedSource(packageFolder: string): RuntimeSource {
  return {
    name: 'the official binary, installed',
    async offer() {
      const folder = join(packageFolder, 'dist');
      const version = await versionIn(folder);
      const finished = await readFile(join(packageFolder, 'path.txt'), 'utf8').catch(() => undefined);
      if (!version || !finished || version !== (await packageVersion(packageFolder))) {
        return decline('the official binary is not installed');
      }
      return { ok: true, runtime: { folder, executable: executableIn(folder), version } };
    },
  };
}

/** The official release, fetched and checked by Electron's own installer. */
export function downloadSource(options: OfficialOptions): RuntimeSource {
  const { packageFolder, cache, log, rememberRefusal } = options;
  const now = options.now ?? Date.now;
  const marker = join(cache, 'official-download-refused.json');
  return {
    name: 'the official binary, downloaded now',
    async offer() {
      const version = await packageVersion(packageFolder);
      const refusal = rememberRefusal ? await readRefusal(marker) : undefined;
      if (refusal?.version === version && now() - refusal.at < REFUSAL_MS) {
        return decline(
          `its download failed on ${new Date(refusal.at).toISOString().slice(0, 16)}Z: ${refusal.reason}`,
        );
      }
      return await withLock(cache, `electron-${version}-official`, log, async () => {
        const installed = installedSource(packageFolder);
        const already = await installed.offer();
        if (already.ok) return already;
        const reason = await install(version, options);
        if (reason === undefined) {
          await rm(marker, { force: true });
          return await installed.offer();
        }
        if (rememberRefusal) await writeFile(marker, JSON.stringify({ version, at: now(), reason }));
        return decline(`its download failed: ${reason}`);
      });
    },
  };
}

async function readRefusal(marker: string): Promise<z.infer<typeof Refusal> | undefined> {
  try {
    return Refusal.parse(JSON.parse(await readFile(marker, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Runs the installer until it ends or stalls; gives the reason it failed, or undefined. */
async function install(version: string, options: OfficialOptions): Promise<string | undefined> {
  const { packageFolder, cache, log, run = runCommand, now = Date.now } = options;
  const name = `electron-${version}-official`;
  await sweepStaging(cache, name);
  const temporary = await makeStaging(cache, name);
  const progress = log.progress(`Downloading Electron ${version}`);
  const stall = new AbortController();
  let size = 0;
  let grown = now();
  const watch = async () => {
    const found = (await folderBytes(temporary)) + (await folderBytes(join(packageFolder, 'dist')));
    if (found !== size) grown = now();
    size = found;
    progress.update();
    if (now() - grown > STALL_MS) stall.abort();
  };
  try {
    const result = await run(process.execPath, [join(packageFolder, 'install.js')], {
      env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
      signal: stall.signal,
      onTick: () => void watch().catch(() => undefined),
    });
    if (stall.signal.aborted) return `nothing arrived for ${STALL_MS / 1000} s`;
    return result.status === 0 ? undefined : firstLine(result.output);
  } finally {
    progress.stop();
    await rm(temporary, { recursive: true, force: true });
  }
}

const firstLine = (output: string): string => output.trim().split('\n')[0] || 'no reason given';
