import { type Chosen, type ChosenFile, isImportable } from './chosen.ts';
import { type Reading, readingKey } from './reading.ts';

/** What of a chosen file or folder is imported: itself, or some of the files within it. */
export interface Pick {
  file: string;
  within: readonly (string | null)[];
}

/** One call imports under one reading. */
export interface Round {
  reading: Reading;
  picks: readonly Pick[];
  /** Keys of the files in it. */
  keys: readonly string[];
}

/** What was chosen by how it is read, in the order it was chosen. */
export function rounds(chosen: readonly Chosen[]): Round[] {
  const byReading = new Map<string, Gathered>();
  for (const part of chosen.flatMap(partsOf)) {
    const key = readingKey(part.reading);
    const round = byReading.get(key) ?? { reading: part.reading, picks: [], keys: [] };
    byReading.set(key, round);
    round.keys.push(...part.keys);
    const last = round.picks.at(-1);
    if (last?.file === part.file) last.within.push(part.within);
    else round.picks.push({ file: part.file, within: [part.within] });
  }
  return [...byReading.values()];
}

interface Gathered {
  reading: Reading;
  picks: { file: string; within: (string | null)[] }[];
  keys: string[];
}

interface Part {
  reading: Reading;
  file: string;
  within: string | null;
  keys: readonly string[];
}

/** A folder goes in as a whole, unless something in it is left out or read in a way of its own. */
function partsOf({ file, folder, partial, reading, files }: Chosen): Part[] {
  const taken = files.filter(isImportable);
  if (taken.length === 0) return [];
  const isAsTheFolder = (one: ChosenFile): boolean =>
    one.draft === null && readingKey(one.reading) === readingKey(reading);
  if (folder && !partial && files.every(isAsTheFolder))
    return [{ reading, file, within: null, keys: files.map(({ key }) => key) }];
  return taken.map((one) => ({ reading: one.reading, file, within: one.within, keys: [one.key] }));
}
