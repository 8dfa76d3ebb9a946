import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTranscripts } from '../../../electron/engine/jobs/import-transcripts.ts';
import type { JobContext } from '../../../electron/engine/lanes.ts';
import { ERRORS, isFault } from '../../../shared/contract/errors.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { type Random, seededRandom } from '../../../shared/sampling/random.ts';
import { Desk } from '../../support/desk.ts';
import { withEngine } from '../../support/engine.ts';
import { holdsTheEquation } from '../../support/intake.ts';
import { damagedFile } from './containers.ts';
import { mutateValue, pick } from './mutate.ts';

export interface Fuzzed {
  files: number;
  /** Files that were read, and refused as a whole, by code. */
  read: number;
  refused: Record<string, number>;
  imported: number;
  rejected: number;
}

/** Records of one format with some of them mutated, now and then among records of another. */
function records(
  random: Random,
  examples: Record<string, readonly unknown[]>,
): { format: string; records: unknown[] } {
  const names = Object.keys(examples);
  const format = pick(random, names);
  const own = examples[format] ?? [];
  const others = random.below(10) === 0 ? (examples[pick(random, names)] ?? []) : [];
  const all = [...own, ...others].map((record) => {
    let mutated = record;
    for (let times = random.below(3); times > 0; times -= 1) mutated = mutateValue(random, mutated);
    return mutated;
  });
  return { format, records: all };
}

/**
 * Tries to import so many damaged files of these formats. Each must be read, every record accounted for, or refused with a code that
 * says why; anything else ends the run and names the round.
 */
export async function fuzz(
  folder: string,
  seed: string,
  rounds: number,
  examples: Record<string, readonly unknown[]>,
): Promise<Fuzzed> {
  const project = join(folder, `${seed}.touchstone`);
  await withEngine((engine) => engine.ask('project.create', { file: project }));
  const desk = await Desk.open(project);
  const context: JobContext = {
    db: desk.db,
    path: project,
    notices: [],
    signal: new AbortController().signal,
    progress: () => undefined,
    act: () => Promise.reject(new Error('a trial stores nothing')),
  };
  const path = join(folder, `${seed}.data`);
  const told: Fuzzed = { files: 0, read: 0, refused: {}, imported: 0, rejected: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const random = seededRandom(`${seed} ${round}`);
    const { format, records: all } = records(random, examples);
    writeFileSync(path, damagedFile(random, all));
    told.files += 1;
    try {
      const adapter = random.below(2) === 0 ? 'auto' : format;
      const input = { files: [path], adapter, dryRun: true, personalData: 'keep', names: false } as const;
      const [file] = (await importTranscripts(context, { ...input, files: [path] })).files;
      if (!file) throw new Error('nothing was told of the file');
      note(told, file);
    } catch (error) {
      const code = isFault(error) && error.failure.code in ERRORS ? error.failure.code : 'INTERNAL';
      if (code === 'INTERNAL') throw new Error(`round ${round} of ${seed} (${format})`, { cause: error });
      told.refused[code] = (told.refused[code] ?? 0) + 1;
    }
  }
  desk.close();
  return told;
}

function note(told: Fuzzed, file: ImportedFile): void {
  if (!holdsTheEquation(file)) throw new Error(`the figures do not add up: ${JSON.stringify(file)}`);
  told.read += 1;
  told.imported += file.imported;
  told.rejected += file.rejected;
}
