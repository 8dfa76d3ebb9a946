import type { Inspection } from '../../../shared/contract/importing.ts';
import type { Failure, Result } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';

/** A file waiting to be imported, with what has been found out about it. */
export interface ChosenFile {
  /** The token that stands for the file. */
  file: string;
  name: string;
  bytes: number;
  /** `auto`, or the adapter the lead chose instead. */
  adapter: string;
  looked:
    | { status: 'looking' }
    | { status: 'ready'; inspection: Inspection }
    | { status: 'failed'; error: Failure };
}

/** Files picked or dropped, added behind those already there; a token is listed once. */
export function added(chosen: readonly ChosenFile[], picked: readonly PickedFile[]): ChosenFile[] {
  const known = new Set(chosen.map(({ file }) => file));
  const fresh = picked.filter(({ file }) => !known.has(file));
  return [
    ...chosen,
    ...fresh.map(({ file, name, bytes }) => ({
      file,
      name,
      bytes,
      adapter: 'auto',
      looked: { status: 'looking' as const },
    })),
  ];
}

/** What the inspection of one file gave. An answer about an adapter no longer chosen is left aside. */
export function settled(
  chosen: readonly ChosenFile[],
  file: string,
  adapter: string,
  result: Result<Inspection>,
): ChosenFile[] {
  return chosen.map((entry) => {
    if (entry.file !== file || entry.adapter !== adapter) return entry;
    return {
      ...entry,
      looked: result.ok
        ? { status: 'ready', inspection: result.value }
        : { status: 'failed', error: result.error },
    };
  });
}

/** The lead reads the file as another format: it is looked at again. */
export const withAdapter = (chosen: readonly ChosenFile[], file: string, adapter: string): ChosenFile[] =>
  chosen.map((entry) => (entry.file === file ? { ...entry, adapter, looked: { status: 'looking' } } : entry));

export const without = (chosen: readonly ChosenFile[], file: string): ChosenFile[] =>
  chosen.filter((entry) => entry.file !== file);

export const isRefused = ({ looked }: ChosenFile): boolean => looked.status === 'failed';

/** The files but for those that cannot be read. */
export const readable = (chosen: readonly ChosenFile[]): ChosenFile[] =>
  chosen.filter((entry) => !isRefused(entry));

/** True when a file refused as transcripts holds ratings: the refusal then advises to import them as such. */
export const holdsRatings = ({ looked }: ChosenFile): boolean =>
  looked.status === 'failed' &&
  looked.error.code === 'UNKNOWN_FORMAT' &&
  looked.error.advice.includes('as ratings');

/** The files that can be imported: those that could be looked at. */
export const importable = (chosen: readonly ChosenFile[]): ChosenFile[] =>
  chosen.filter(({ looked }) => looked.status === 'ready');

export interface Round {
  adapter: string;
  files: string[];
}

/** One call imports under one adapter: the files by adapter, in the order they were chosen. */
export function rounds(chosen: readonly ChosenFile[]): Round[] {
  const byAdapter = new Map<string, string[]>();
  for (const { adapter, file } of importable(chosen))
    byAdapter.set(adapter, [...(byAdapter.get(adapter) ?? []), file]);
  return [...byAdapter].map(([adapter, files]) => ({ adapter, files }));
}
