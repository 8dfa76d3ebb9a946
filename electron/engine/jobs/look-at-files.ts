import { basename } from 'node:path';
import { type Fault, isFault } from '../../../shared/contract/errors.ts';
import type { Mapping } from '../../../shared/formats/mapping.ts';
import type { Detection } from '../../../shared/formats/registry.ts';
import { encodingNamed } from '../files/encoding.ts';
import { detectSource, type ReadAs } from '../files/inspect.ts';
import { openSource, type Source } from '../files/source.ts';
import { type Candidate, candidates } from '../files/sources.ts';

/** A file that will be read, and as what. */
export interface Chosen {
  source: Source;
  detection: Detection;
  /** The encoding the user gave, or null. */
  encoding: string | null;
  /** Its path within the folder that was given; null for a file that was named itself. */
  within: string | null;
}

/** A file that will not be read. */
export interface PassedOver {
  path: string;
  name: string;
  fault: Fault;
}

export interface HowToRead {
  adapter: string;
  mapping: Mapping | null;
  encoding?: string | undefined;
}

/** What is wrong inside of a file, and does not keep out the others. */
const DAMAGED = new Set(['GZIP_DAMAGED', 'ZSTD_DAMAGED', 'PARQUET_DAMAGED', 'DECOMPRESSION_BOMB']);

/**
 * Looks at every file before the first is taken in. A file that was named and is no transcript is an error; one that was found in a
 * folder, or is damaged and not the only one, is passed over, with the reason.
 */
export async function lookAtFiles(
  paths: readonly string[],
  { adapter, mapping, encoding: told }: HowToRead,
  project: string,
): Promise<(Chosen | PassedOver)[]> {
  const encoding = told === undefined ? null : encodingNamed(told);
  const isOwn = (path: string): boolean => path === project || path.startsWith(`${project}-`);
  const looked: (Chosen | PassedOver)[] = [];
  const all = await candidates(paths, isOwn);
  for (const candidate of all) {
    const mayPass = (code: string): boolean =>
      code !== 'USAGE' && (candidate.within !== undefined || (all.length > 1 && DAMAGED.has(code)));
    looked.push(await lookAt(candidate, { adapter, mapping, encoding }, mayPass));
  }
  return looked;
}

export const isPassedOver = (looked: Chosen | PassedOver): looked is PassedOver => 'fault' in looked;

async function lookAt(
  { path, within }: Candidate,
  how: ReadAs,
  mayPass: (code: string) => boolean,
): Promise<Chosen | PassedOver> {
  try {
    const source = await openSource(path, within);
    const { detection } = await detectSource(source, how);
    return { source, detection, encoding: how.encoding, within: within ?? null };
  } catch (error) {
    if (!isFault(error) || !mayPass(error.failure.code)) throw error;
    return { path, name: within ?? basename(path), fault: error };
  }
}
