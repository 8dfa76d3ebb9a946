import { basename } from 'node:path';
import { Fault, isFault } from '../../../shared/contract/errors.ts';
import type { Mapping } from '../../../shared/formats/mapping.ts';
import type { Detection } from '../../../shared/formats/registry.ts';
import { encodingNamed } from '../files/encoding.ts';
import { detectSource, type ReadAs, type Watch } from '../files/inspect.ts';
import { openSource, type Source } from '../files/source.ts';
import { type Candidate, candidates } from '../files/sources.ts';
import type { JobContext } from '../lanes.ts';

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
  { path: project, signal, progress }: JobContext,
): Promise<(Chosen | PassedOver)[]> {
  const encoding = told === undefined ? null : encodingNamed(told);
  const isOwn = (path: string): boolean => path === project || path.startsWith(`${project}-`);
  const looked: (Chosen | PassedOver)[] = [];
  const all = await candidates(paths, isOwn);
  for (const [index, candidate] of all.entries()) {
    if (signal.aborted) throw new Fault('CANCELLED', 'The look at the files was cancelled.');
    if (all.length > 1)
      progress({ phase: 'looking at the files', done: index, total: all.length, unit: 'files' });
    const mayPass = (code: string): boolean =>
      code !== 'USAGE' && (candidate.within !== undefined || (all.length > 1 && DAMAGED.has(code)));
    const how = { adapter, mapping, encoding };
    const watch = all.length > 1 ? () => ({ signal }) : watching({ signal, progress });
    looked.push(await lookAt(candidate, how, mayPass, watch));
  }
  return looked;
}

/** Tells how much of a file was read to find its first records: one may fill all of it. */
export const watching =
  ({ signal, progress }: Pick<JobContext, 'signal' | 'progress'>) =>
  (source: Source): Watch => ({
    signal,
    onBytes: (done) =>
      progress({ phase: `looking at ${source.name}`, done, total: source.bytes, unit: 'bytes' }),
  });

export const isPassedOver = (looked: Chosen | PassedOver): looked is PassedOver => 'fault' in looked;

async function lookAt(
  { path, within }: Candidate,
  how: ReadAs,
  mayPass: (code: string) => boolean,
  watch: (source: Source) => Watch,
): Promise<Chosen | PassedOver> {
  try {
    const source = await openSource(path, within);
    const { detection } = await detectSource(source, how, watch(source));
    return { source, detection, encoding: how.encoding, within: within ?? null };
  } catch (error) {
    if (!isFault(error) || error.failure.code === 'CANCELLED' || !mayPass(error.failure.code)) throw error;
    return { path, name: within ?? basename(path), fault: error };
  }
}
