import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeStaging, sweepStaging } from './cache.ts';
import type { Log } from './log.ts';
import { SetupFault } from './setup-fault.ts';

export interface Download {
  /** File name in the cache's `downloads`; carries the version. */
  file: string;
  /** What is being fetched, for the user. */
  label: string;
  /** `sha512-` and the digest in base64, as in a lockfile. */
  integrity: string;
  /** Fetches into an empty folder and gives the path of the file. */
  fetch(folder: string): Promise<string>;
}

/** The Subresource Integrity string (sha512) of a file. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * Gives the path of a verified download, fetching it only if no finished one is kept. The caller holds the lock of the
 * artifact it is for. A file that does not have the pinned integrity is deleted, never handed on.
 */
export async function verifiedDownload(cache: string, download: Download, log: Log): Promise<string> {
  const folder = join(cache, 'downloads');
  const kept = join(folder, download.file);
  await mkdir(folder, { recursive: true });
  await sweepStaging(folder, download.file);
  if (await exists(kept)) {
    if ((await integrityOf(kept)) === download.integrity) return kept;
    log.say(`The kept download ${kept} is damaged; fetching it again.`);
    await rm(kept);
  }
  const staging = await makeStaging(folder, download.file);
  try {
    const fetched = await download.fetch(staging);
    const found = await integrityOf(fetched);
    if (found !== download.integrity) {
      throw new SetupFault(
        'INTEGRITY_MISMATCH',
        `${download.label} is not the file that was expected: its integrity is ${found}, pinned is ${download.integrity}. It was deleted unopened.`,
        'Check which registry npm uses (npm config get registry) and whether a proxy changes files, then try again.',
      );
    }
    await rename(fetched, kept);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return kept;
}
