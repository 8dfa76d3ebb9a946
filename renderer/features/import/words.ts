import type { ImportedFile, Inspection } from '../../../shared/contract/importing.ts';
import { adapterNamed } from '../../../shared/formats/registry.ts';
import { textNow } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
import { importOutcomeText } from '../../catalogue/import-outcome.ts';
import { bytes } from '../../ui/format.ts';
import { type Chosen, inspectionOf, isImportable } from './chosen.ts';
import { encodingTitle } from './reading.ts';

/** How sure the detection is, in a word; confidence runs from 0 to 1. */
export function confidenceWord(confidence: number): 'certain' | 'likely' | 'unsure' {
  if (confidence >= 0.9) return 'certain';
  return confidence >= 0.6 ? 'likely' : 'unsure';
}

/** Stands where bytes are no text in the encoding they were read in. */
export const REPLACED = '\ufffd';

/** True where another encoding may fit a file better. */
export const isGarbled = (inspection: Pick<Inspection, 'encoding' | 'preview'> | null): boolean =>
  inspection !== null &&
  inspection.encoding !== null &&
  inspection.preview.some(({ messages }) => messages.some(({ text }) => text.includes(REPLACED)));

/** What records are called: lines where a file is read line by line. */
export type RecordNoun = keyof typeof importOutcomeText.en.rejected;
/** What came of an import. */
type Kind = keyof typeof importOutcomeText.en.nothingNew;

/** "14 of 1,200 lines could not be read. They are kept." Empty when none was rejected. */
export const rejectedSentence = (rejected: number, records: number, noun: RecordNoun = 'record'): string =>
  rejected === 0 ? '' : textNow(importOutcomeText).rejected[noun](rejected, records);

export type ImportCounts = Pick<ImportedFile, 'records' | 'imported' | 'duplicates' | 'rejected'>;
type Counts = ImportCounts & Pick<ImportedFile, 'conversations' | 'messages'>;

/** What an import did, in one sentence for the eye and the screen reader. */
export function outcomeSentence(
  { records, imported, duplicates, conversations = imported }: ImportCounts & { conversations?: number },
  { noun = 'conversation', trial = false }: { noun?: Kind; trial?: boolean } = {},
): string {
  const t = textNow(importOutcomeText);
  if (records === 0) return t.nothingToRead;
  if (imported === 0 && duplicates > 0) return t.nothingNew[noun](duplicates);
  const from = conversations === imported ? null : imported;
  return t.imported[trial ? 'trial' : noun](conversations, from, duplicates);
}

/** Records = imported + known already + not readable, in a sentence. */
export const sumSentence = ({ records, imported, duplicates, rejected }: ImportCounts): string =>
  textNow(importOutcomeText).sum(records, imported, duplicates, rejected);

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
  const t = textNow(importOutcomeText);
  return [
    ...(merged > 0 ? [t.merged(merged)] : []),
    ...(repaired > 0 ? [t.repaired(repaired, '\ufffd')] : []),
    ...notes,
  ];
}

/** A format as it is called on the screen. */
export function adapterTitle(name: string): string {
  const t = textNow(importFormatsText);
  if (name === 'mapping') return t.byFields;
  return name.startsWith('mapping:') ? t.byMapping(name.slice(8)) : (adapterNamed(name)?.title ?? name);
}

function framingWords({ framing, delimiter }: Pick<Inspection, 'framing' | 'delimiter'>): string | null {
  const t = textNow(importFormatsText);
  if (framing !== 'table') return framing === null ? null : t.framings[framing];
  const delimiters: Readonly<Record<string, string>> = t.delimiters;
  return t.tableOf(delimiters[delimiter ?? ''] ?? t.otherDelimiter(delimiter ?? ''));
}

/** "a record a line · UTF-8 · packed · 1.2 MB". */
export const layoutWords = (inspection: Inspection): string =>
  [
    framingWords(inspection),
    inspection.encoding === null ? null : encodingTitle(inspection.encoding),
    inspection.compressed ? textNow(importFormatsText).packed : null,
    bytes(inspection.bytes),
  ]
    .filter((word) => word !== null)
    .join(' · ');

/** "388 of 412 files hold transcripts: 300 OpenAI request log, 88 OTLP". */
export function folderWords({ files, error }: Pick<Chosen, 'files' | 'error'>): string {
  const t = textNow(importText);
  if (error) return t.folderFailed;
  const titles = new Map<string, number>();
  for (const file of files) {
    const { looked } = file;
    const adapter = looked.status === 'found' ? looked.found.adapter : inspectionOf(file)?.adapter;
    if (adapter && isImportable(file)) titles.set(adapter, (titles.get(adapter) ?? 0) + 1);
  }
  const held = [...titles].sort(([, one], [, other]) => other - one);
  const some = held.slice(0, 3).map(([adapter, n]) => t.filesOf(n, adapterTitle(adapter)));
  const words = [...some, ...(held.length > 3 ? [t.others] : [])].join(', ');
  const total = held.reduce((sum, [, n]) => sum + n, 0);
  return total === 0 ? t.folderHoldsNone(files.length) : t.folderHolds(total, files.length, words);
}
