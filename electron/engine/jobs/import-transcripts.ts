import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault, isFault } from '../../../shared/contract/errors.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import type { Adapter } from '../../../shared/formats/adapter.ts';
import type { JobContext } from '../lanes.ts';
import { mappingOf } from '../store/mappings.ts';
import { AS_THEY_ARE, type StartEnrichment } from './enrichment.ts';
import { failedFile, importedFile, passedOverFile } from './file-results.ts';
import { BrokenInSet, ImportSet, newTrial, type Trial } from './import-set.ts';
import { type Chosen, isPassedOver, lookAtFiles } from './look-at-files.ts';
import { inTurn } from './turns.ts';

/**
 * Imports transcript files. Every file is looked at before the first is taken in. Then each becomes part of the project when it is
 * whole: a cancel or a crash leaves those that were finished, and nothing of the others. A file that turns out to be damaged is
 * reported, and the rest goes in.
 */
export async function importTranscripts(
  context: JobContext,
  { files, adapter, mapping, encoding, dryRun }: ParsedInputOf<'import.transcripts'>,
  startEnrichment: StartEnrichment = AS_THEY_ARE,
): Promise<OutputOf<'import.transcripts'>> {
  const how = { adapter, mapping: mappingOf(context.db, mapping), encoding };
  const looked = await lookAtFiles(files, how, context);
  const results = new Map<object, ImportedFile>();
  for (const file of looked) if (isPassedOver(file)) results.set(file, passedOverFile(file));
  const chosen = looked.filter((file): file is Chosen => !isPassedOver(file));
  const work = () => importAll(context, chosen, results, dryRun, startEnrichment);
  await (dryRun ? work() : inTurn(work));
  const told = looked.flatMap((file) => results.get(file) ?? []);
  return { files: told };
}

async function importAll(
  context: JobContext,
  chosen: readonly Chosen[],
  results: Map<object, ImportedFile>,
  dryRun: boolean,
  startEnrichment: StartEnrichment,
): Promise<void> {
  if (!dryRun && chosen.length > 0) await discard(context);
  let finished = 0;
  const trial = dryRun ? newTrial(context) : null;
  try {
    for (const set of setsOf(chosen)) {
      await importSet(context, set, {
        trial,
        startEnrichment,
        done: (file) => {
          finished += 1;
          results.set(file.chosen, importedFile(file));
        },
        failed: (file, fault) => {
          // One file by itself that cannot be read is an error like any other.
          if (chosen.length === 1 && results.size === 0) throw fault;
          results.set(file, failedFile(file, fault));
        },
      });
    }
  } catch (error) {
    if (!dryRun) await discard(context).catch(() => undefined);
    throw finished > 0 && !dryRun ? withFinished(error, finished, chosen.length) : error;
  }
}

interface SetWork {
  trial: Trial | null;
  startEnrichment: StartEnrichment;
  done(file: Parameters<ConstructorParameters<typeof ImportSet>[1]['done']>[0]): void;
  failed(file: Chosen, fault: Fault): void;
}

/** Imports a set; a file of it that breaks off is left out, and what is not in yet is begun anew without it. */
async function importSet(context: JobContext, files: readonly Chosen[], work: SetWork): Promise<void> {
  let left = files;
  while (left.length > 0) {
    const finished = new Set<Chosen>();
    const set = new ImportSet(context, {
      ...work,
      done: (file) => {
        finished.add(file.chosen);
        work.done(file);
      },
    });
    try {
      await set.run(left);
      return;
    } catch (error) {
      if (!(error instanceof BrokenInSet)) throw error;
      if (!work.trial) await discard(context);
      work.failed(error.chosen, error.broken.fault);
      left = left.filter((file) => file !== error.chosen && !finished.has(file));
    }
  }
}

/** Files of a format that spreads conversations over several records belong together; every other file is for itself. */
function setsOf(chosen: readonly Chosen[]): Chosen[][] {
  const sets = new Map<Adapter | Chosen, Chosen[]>();
  for (const file of chosen) {
    const { adapter } = file.detection;
    const key = adapter.gather ? adapter : file;
    const set = sets.get(key);
    if (set) set.push(file);
    else sets.set(key, [file]);
  }
  return [...sets.values()];
}

/** Takes back what is not finished, step by step, so that a key pressed meanwhile need not wait for all of it. */
async function discard({ act }: JobContext): Promise<void> {
  while (await act('batches.discard', undefined));
}

/** An import that was cut short says what is in. */
function withFinished(error: unknown, finished: number, files: number): unknown {
  if (!isFault(error)) return error;
  const { code, message, place, advice } = error.failure;
  const told = `${message} ${finished} of ${files} files ${finished === 1 ? 'is' : 'are'} in whole; of the others, nothing is.`;
  const again = 'Import the same files again to take in the rest; what is in is not doubled.';
  return new Fault(code, told, place, code === 'CANCELLED' ? again : `${advice} ${again}`);
}
