import type { BrowsedRow, GivenFeedback } from '../../../shared/contract/browsing.ts';
import { textNow } from '../../catalogue/area.ts';
import { fieldsText } from '../../catalogue/fields.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';

type Words = Readonly<Record<string, string>>;

/** A field of the filter language as it is called on the screen. */
export function fieldTitle(field: string): string {
  const { titles, ofConversations } = textNow(fieldsText);
  const named: Words = { ...titles, ...ofConversations };
  return named[field] ?? (field.startsWith('group.') ? field.slice('group.'.length) : field);
}

/** What an import found, in words. */
export function findingWords(code: string): string {
  const findings: Words = textNow(fieldsText).findings;
  return findings[code] ?? code.replaceAll(/[._]/g, ' ');
}

/** A value of a filter field in words. */
export function valueWords(field: string, value: string): string {
  if (field === 'finding') return findingWords(value);
  const { thumbs, flags } = textNow(fieldsText);
  const words: Words = field === 'feedback.thumb' ? { ...flags, ...thumbs } : flags;
  return words[value] ?? value;
}

/** The kind of personal data that a placeholder stands for. */
export function kindWords(kind: string): string {
  const findings: Words = textNow(fieldsText).findings;
  return findings[`pii.${kind}`] ?? kind.replaceAll('_', ' ');
}

interface Mark {
  /** Stands before the words, so that the mark is seen from afar. */
  sign: string;
  words: string;
  isBad: boolean;
}

const SIGNS: Readonly<Record<string, Omit<Mark, 'words'>>> = {
  comment: { sign: '“', isBad: false },
  sent_unmodified: { sign: '→', isBad: false },
  copied: { sign: '⧉', isBad: false },
  edited: { sign: '✎', isBad: false },
  regenerated: { sign: '↻', isBad: true },
  abandoned: { sign: '×', isBad: true },
};

/** What a user did, in a sign and words. */
export function signalMark({ signal, value }: Pick<GivenFeedback, 'signal' | 'value'>): Mark {
  const t = textNow(fieldsText);
  if (signal === 'thumb')
    return value !== null && value < 0
      ? { sign: '↓', words: t.thumbDown, isBad: true }
      : { sign: '↑', words: t.thumbUp, isBad: false };
  if (signal === 'stars')
    return { sign: '★', words: t.stars(String(value ?? '?')), isBad: value !== null && value <= 2 };
  const signals: Words = t.signals;
  const words = signals[signal] ?? signal.replaceAll('_', ' ');
  return { ...(SIGNS[signal] ?? { sign: '·', isBad: false }), words };
}

/** The facts of a row in one line, for screen readers too. */
export function rowFacts({ model, language, useCase, messages, candidates }: BrowsedRow): string[] {
  const t = textNow(transcriptsText);
  return [
    ...[model, language, useCase].filter((fact) => fact !== null),
    t.messages(messages + (candidates > 0 ? 1 : 0)),
    ...(candidates > 0 ? [t.candidates(candidates)] : []),
  ];
}
