import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { Inspection } from '../../../shared/contract/importing.ts';
import type { Failure, Result } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import type { MappingDraft } from './mapping/draft.ts';
import { isWhole } from './mapping/draft.ts';
import { AS_FOUND, type Reading, readingKey } from './reading.ts';

/** What a look over a folder tells of one file in it. */
export type Found = OutputOf<'import.look'>['files'][number];

export type Looked =
  /** Being looked at; what was found the last time stays in view. */
  | { status: 'looking'; last: Inspection | null }
  /** Told by a look over its folder, its records not shown yet. */
  | { status: 'found'; found: Found }
  | { status: 'ready'; inspection: Inspection }
  | { status: 'failed'; error: Failure };

/** A file waiting to be imported, with what has been found out about it. */
export interface ChosenFile {
  key: string;
  /** The token that stands for the file, or for the folder it lies in. */
  file: string;
  /** Its path within the folder; null for a file that was chosen itself. */
  within: string | null;
  name: string;
  bytes: number;
  reading: Reading;
  /** The mapping as it is being edited; null where none was touched. */
  draft: MappingDraft | null;
  looked: Looked;
}

/** A file or folder that was chosen or dropped. */
export interface Chosen {
  /** The token that stands for it. */
  file: string;
  name: string;
  folder: boolean;
  /** Of a folder: how all of it is read, what a look over it gave, and whether files of it are left out. */
  reading: Reading;
  looking: boolean;
  error: Failure | null;
  partial: boolean;
  files: readonly ChosenFile[];
}

const LOOKING: Looked = { status: 'looking', last: null };

function entryOf({ file, name, bytes, folder = false }: PickedFile): Chosen {
  const one: ChosenFile = {
    key: file,
    file,
    within: null,
    name,
    bytes,
    reading: AS_FOUND,
    draft: null,
    looked: LOOKING,
  };
  return {
    file,
    name,
    folder,
    reading: AS_FOUND,
    looking: true,
    error: null,
    partial: false,
    files: folder ? [] : [one],
  };
}

/** Files and folders picked or dropped, added behind those already there; a token is listed once. */
export function added(chosen: readonly Chosen[], picked: readonly PickedFile[]): Chosen[] {
  const known = new Set(chosen.map(({ file }) => file));
  return [...chosen, ...picked.filter(({ file }) => !known.has(file)).map(entryOf)];
}

/** Changes the file of this key. */
export const withFile = (
  chosen: readonly Chosen[],
  key: string,
  change: (file: ChosenFile) => ChosenFile,
): Chosen[] =>
  chosen.map((entry) =>
    entry.files.some((file) => file.key === key)
      ? { ...entry, files: entry.files.map((file) => (file.key === key ? change(file) : file)) }
      : entry,
  );

export const fileOf = (chosen: readonly Chosen[], key: string): ChosenFile | undefined =>
  allFiles(chosen).find((file) => file.key === key);

/** The newest inspection of a file, also while it is looked at again. */
export function inspectionOf({ looked }: ChosenFile): Inspection | null {
  if (looked.status === 'ready') return looked.inspection;
  return looked.status === 'looking' ? looked.last : null;
}

/** A file that is looked at again, read in this way. */
export const rereading = (file: ChosenFile, reading: Reading): ChosenFile => ({
  ...file,
  reading,
  looked: { status: 'looking', last: inspectionOf(file) },
});

/** What the inspection of one file gave. An answer about a reading no longer wanted is left aside. */
export function settled(
  chosen: readonly Chosen[],
  key: string,
  reading: Reading,
  result: Result<Inspection>,
): Chosen[] {
  const looked: Looked = result.ok
    ? { status: 'ready', inspection: result.value }
    : { status: 'failed', error: result.error };
  return withFile(chosen, key, (file) =>
    readingKey(file.reading) === readingKey(reading) ? { ...file, looked } : file,
  ).map((entry) => (entry.file === key ? { ...entry, looking: false } : entry));
}

/** A folder that is looked over again, all of it read in this way. */
export const reopening = (chosen: readonly Chosen[], folder: string, reading: Reading): Chosen[] =>
  chosen.map((entry) => (entry.file === folder ? { ...entry, reading, looking: true, error: null } : entry));

/** What a look over a folder gave. */
export function opened(
  chosen: readonly Chosen[],
  folder: string,
  reading: Reading,
  result: Result<OutputOf<'import.look'>>,
): Chosen[] {
  return chosen.map((entry) => {
    if (entry.file !== folder || readingKey(entry.reading) !== readingKey(reading)) return entry;
    if (!result.ok) return { ...entry, looking: false, error: result.error, files: [] };
    const files = result.value.files.map((found) => fileWithin(folder, reading, found));
    return { ...entry, looking: false, error: null, partial: false, files };
  });
}

const fileWithin = (folder: string, reading: Reading, found: Found): ChosenFile => ({
  key: `${folder}/${found.within ?? ''}`,
  file: folder,
  within: found.within,
  name: found.name,
  bytes: found.bytes,
  reading,
  draft: null,
  looked: found.error ? { status: 'failed', error: found.error } : { status: 'found', found },
});

/** Leaves out a file; what was chosen is gone with the last of its files. */
export const without = (chosen: readonly Chosen[], key: string): Chosen[] =>
  chosen.flatMap((entry) => {
    if (!entry.files.some((file) => file.key === key)) return [entry];
    const files = entry.files.filter((file) => file.key !== key);
    return files.length === 0 ? [] : [{ ...entry, files, partial: true }];
  });

export const withoutEntry = (chosen: readonly Chosen[], file: string): Chosen[] =>
  chosen.filter((entry) => entry.file !== file);

export const allFiles = (chosen: readonly Chosen[]): ChosenFile[] => chosen.flatMap(({ files }) => files);

export const isRefused = ({ looked }: ChosenFile): boolean => looked.status === 'failed';

/** True where a file can be imported: it could be looked at, and its mapping, if it has one, says enough. */
export const isImportable = ({ looked, draft }: ChosenFile): boolean =>
  looked.status !== 'failed' && (draft === null || isWhole(draft));

export const isLooking = (chosen: readonly Chosen[]): boolean =>
  chosen.some(({ looking, files }) => looking || files.some(({ looked }) => looked.status === 'looking'));

/** What was chosen but for what cannot be read; in a folder such files are passed over anyway. */
export const readable = (chosen: readonly Chosen[]): Chosen[] =>
  chosen.filter(({ folder, looking, error, files }) =>
    folder ? error === null && (looking || files.some(isImportable)) : !files.some(isRefused),
  );

/** True when a file refused as transcripts holds ratings. */
export const holdsRatings = ({ looked, within }: ChosenFile): boolean =>
  within === null && looked.status === 'failed' && looked.error.code === 'RATINGS_FILE';

/** True for a file that is read by what its fields are. */
export function isMapped({ draft, looked, ...file }: ChosenFile): boolean {
  if (draft !== null || file.reading.mapping !== null) return true;
  if (looked.status === 'found') return /^mapping(:|$)/.test(looked.found.adapter);
  return inspectionOf({ draft, looked, ...file })?.mapping != null;
}
