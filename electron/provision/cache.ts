import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { withLock } from './lock.ts';
import type { Log } from './log.ts';

export interface Artifact {
  /** Folder name in the cache. Carries every version the contents were made from. */
  name: string;
  /** Makes the contents in an empty folder. A throw leaves the cache without this artifact. */
  make(folder: string): Promise<void>;
}

/** Length of what `mkdtemp` adds to a prefix. */
const MKDTEMP_SUFFIX = 6;
const STAMP = '.complete.json';
const Stamp = z.object({ files: z.record(z.string(), z.number()) });

/** Where things that outlive a checkout are kept, by the custom of each platform. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  const home = homedir();
  if (env.TOUCHSTONE_CACHE) return env.TOUCHSTONE_CACHE;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'touchstone');
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'touchstone', 'Cache');
  }
  return join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'touchstone');
}

/** Sizes in bytes of all plain files below `folder`, by path relative to it. Files that vanish meanwhile are left out. */
export async function fileSizes(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes: Record<string, number> = {};
  for (const file of files) {
    const size = await stat(file).then(
      (found) => found.size,
      () => undefined,
    );
    if (size !== undefined) sizes[relative(folder, file)] = size;
  }
  return sizes;
}

/** Bytes in all plain files below `folder`; 0 if there is no such folder. */
export async function folderBytes(folder: string): Promise<number> {
  const sizes: Record<string, number> = await fileSizes(folder).catch(() => ({}));
  return Object.values(sizes).reduce((sum, size) => sum + size, 0);
}

/** True if everything that was there when the artifact was finished is there still, at full length. */
async function isComplete(folder: string): Promise<boolean> {
  try {
    const stamp = Stamp.parse(JSON.parse(await readFile(join(folder, STAMP), 'utf8')));
    const sizes = await fileSizes(folder);
    return Object.entries(stamp.files).every(([file, size]) => sizes[file] === size);
  } catch {
    return false;
  }
}

/** True if the artifact of this name need not be made any more. */
export const hasArtifact = (cache: string, name: string): Promise<boolean> => isComplete(join(cache, name));

/** Removes what interrupted runs left. Call only while holding the lock of `name`. */
export async function sweepStaging(cache: string, name: string): Promise<void> {
  const prefix = stagingPrefix(name);
  const left = (await readdir(cache)).filter(
    (entry) => entry.startsWith(prefix) && entry.length === prefix.length + MKDTEMP_SUFFIX,
  );
  await Promise.all(
    left.map((entry) => rm(join(cache, entry), { recursive: true, force: true, maxRetries: 5 })),
  );
}

const stagingPrefix = (name: string): string => `.making-${name}-`;

export const makeStaging = (cache: string, name: string): Promise<string> =>
  mkdtemp(join(cache, stagingPrefix(name)));

/**
 * Gives the folder of an artifact, making it first if it is missing or damaged. It is made aside and appears under its
 * name by one rename, so that a name in the cache always stands for something whole; of two that want it at once, one makes it.
 */
export async function ensureArtifact(cache: string, artifact: Artifact, log: Log): Promise<string> {
  const folder = join(cache, artifact.name);
  if (await isComplete(folder)) return folder;
  await mkdir(cache, { recursive: true });
  return await withLock(cache, artifact.name, log, async () => {
    if (await isComplete(folder)) return folder;
    await sweepStaging(cache, artifact.name);
    const staging = await makeStaging(cache, artifact.name);
    try {
      await artifact.make(staging);
      await writeFile(join(staging, STAMP), JSON.stringify({ files: await fileSizes(staging) }));
      await rm(folder, { recursive: true, force: true });
      await rename(staging, folder);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
    return folder;
  });
}
