import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { adapterNamed } from '../../../shared/formats/registry.ts';
import { count, plural } from '../../ui/format.ts';

/** How sure the detection is, in a word; confidence runs from 0 to 1. */
export function confidenceWord(confidence: number): 'certain' | 'likely' | 'unsure' {
  if (confidence >= 0.9) return 'certain';
  return confidence >= 0.6 ? 'likely' : 'unsure';
}

/** "14 of 1,200 lines could not be read. They are kept." Empty when none was rejected. */
export function rejectedSentence(rejected: number, records: number): string {
  if (rejected === 0) return '';
  const kept = rejected === 1 ? 'It is kept.' : 'They are kept.';
  return `${count(rejected)} of ${plural(records, 'line')} could not be read. ${kept}`;
}

export type ImportCounts = Pick<ImportedFile, 'records' | 'imported' | 'duplicates' | 'rejected'>;

/** What an import did, in one sentence for the eye and the screen reader. */
export function outcomeSentence(
  { records, imported, duplicates }: ImportCounts,
  noun = 'conversation',
): string {
  if (records === 0) return 'There was nothing to read.';
  if (imported === 0 && duplicates > 0)
    return `Nothing new: ${plural(duplicates, noun)} ${duplicates === 1 ? 'was' : 'were'} already in the project.`;
  const also = duplicates > 0 ? `; ${count(duplicates)} already there` : '';
  return `${plural(imported, noun)} imported${also}.`;
}

/** The sums over several files. */
export function totals(files: readonly ImportCounts[]): ImportCounts {
  const sum = { records: 0, imported: 0, duplicates: 0, rejected: 0 };
  for (const file of files) {
    sum.records += file.records;
    sum.imported += file.imported;
    sum.duplicates += file.duplicates;
    sum.rejected += file.rejected;
  }
  return sum;
}

/** The last part of a path, whichever way the slashes lean. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** A format as it is called on the screen. */
export const adapterTitle = (name: string): string => adapterNamed(name)?.title ?? name;
