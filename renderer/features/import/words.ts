import type { ImportedFile, Inspection } from '../../../shared/contract/importing.ts';
import { adapterNamed } from '../../../shared/formats/registry.ts';
import { bytes, count, plural } from '../../ui/format.ts';
import { type Chosen, inspectionOf, isImportable } from './chosen.ts';
import { encodingTitle } from './reading.ts';

/** How sure the detection is, in a word; confidence runs from 0 to 1. */
export function confidenceWord(confidence: number): 'certain' | 'likely' | 'unsure' {
  if (confidence >= 0.9) return 'certain';
  return confidence >= 0.6 ? 'likely' : 'unsure';
}

/** "14 of 1,200 lines could not be read. They are kept." Empty when none was rejected. */
export function rejectedSentence(rejected: number, records: number, noun = 'record'): string {
  if (rejected === 0) return '';
  const kept = rejected === 1 ? 'It is kept.' : 'They are kept.';
  return `${count(rejected)} of ${plural(records, noun)} could not be read. ${kept}`;
}

export type ImportCounts = Pick<ImportedFile, 'records' | 'imported' | 'duplicates' | 'rejected'>;
type Counts = ImportCounts & Pick<ImportedFile, 'conversations' | 'messages'>;

/** What an import did, in one sentence for the eye and the screen reader. */
export function outcomeSentence(
  { records, imported, duplicates, conversations = imported }: ImportCounts & { conversations?: number },
  { noun = 'conversation', trial = false } = {},
): string {
  if (records === 0) return 'There was nothing to read.';
  if (imported === 0 && duplicates > 0)
    return `Nothing new: ${plural(duplicates, noun)} ${duplicates === 1 ? 'was' : 'were'} already in the project.`;
  const from = conversations === imported ? '' : ` from ${plural(imported, 'record')}`;
  const also = duplicates > 0 ? `; ${count(duplicates)} already there` : '';
  return `${plural(conversations, noun)} ${trial ? 'would be imported' : 'imported'}${from}${also}.`;
}

/** Records = imported + known already + not readable, in a sentence. */
export const sumSentence = ({ records, imported, duplicates, rejected }: ImportCounts): string =>
  `Every record is accounted for: ${count(records)} = ${count(imported)} imported + ${count(duplicates)} known already + ${count(rejected)} not readable.`;

/** The sums over several files. */
export function totals(files: readonly Counts[]): Counts {
  const sum = { records: 0, imported: 0, duplicates: 0, rejected: 0, conversations: 0, messages: 0 };
  for (const file of files) {
    sum.records += file.records;
    sum.imported += file.imported;
    sum.duplicates += file.duplicates;
    sum.rejected += file.rejected;
    sum.conversations += file.conversations;
    sum.messages += file.messages;
  }
  return sum;
}

/** What is out of the ordinary about a file that was read, in sentences. */
export function notesOf({
  merged,
  repaired,
  notes,
}: Pick<ImportedFile, 'merged' | 'repaired' | 'notes'>): string[] {
  return [
    ...(merged > 0
      ? [`${plural(merged, 'record')} added feedback or turns to conversations that were there already.`]
      : []),
    ...(repaired > 0
      ? [
          `${plural(repaired, 'record')} held bytes or characters that are no text; \ufffd stands in their places.`,
        ]
      : []),
    ...notes,
  ];
}

/** A format as it is called on the screen. */
export function adapterTitle(name: string): string {
  if (name === 'mapping') return 'By its fields';
  return name.startsWith('mapping:')
    ? `By its fields: ${name.slice(8)}`
    : (adapterNamed(name)?.title ?? name);
}

const DELIMITERS: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

function framingWords({ framing, delimiter }: Pick<Inspection, 'framing' | 'delimiter'>): string | null {
  if (framing === 'table') return `table, cells between ${DELIMITERS[delimiter ?? ''] ?? `"${delimiter}"`}`;
  if (framing === 'parquet') return 'Parquet';
  if (framing === 'lines') return 'a record a line';
  return framing === 'values' ? 'JSON' : null;
}

/** "a record a line · UTF-8 · packed · 1.2 MB". */
export const layoutWords = (inspection: Inspection): string =>
  [
    framingWords(inspection),
    inspection.encoding === null ? null : encodingTitle(inspection.encoding),
    inspection.compressed ? 'packed' : null,
    bytes(inspection.bytes),
  ]
    .filter((word) => word !== null)
    .join(' · ');

/** "388 of 412 files hold transcripts: 300 OpenAI request log, 88 OTLP". */
export function folderWords({ files, error }: Pick<Chosen, 'files' | 'error'>): string {
  if (error) return 'cannot be looked into';
  const titles = new Map<string, number>();
  for (const file of files) {
    const { looked } = file;
    const adapter = looked.status === 'found' ? looked.found.adapter : inspectionOf(file)?.adapter;
    if (adapter && isImportable(file)) titles.set(adapter, (titles.get(adapter) ?? 0) + 1);
  }
  const held = [...titles].sort(([, one], [, other]) => other - one);
  const some = held.slice(0, 3).map(([adapter, n]) => `${count(n)} ${adapterTitle(adapter)}`);
  const words = [...some, ...(held.length > 3 ? ['others'] : [])].join(', ');
  const total = held.reduce((sum, [, n]) => sum + n, 0);
  if (total === 0) return `none of ${plural(files.length, 'file')} holds transcripts`;
  const of =
    total === files.length ? plural(total, 'file') : `${count(total)} of ${plural(files.length, 'file')}`;
  return `${of} with transcripts: ${words}`;
}
