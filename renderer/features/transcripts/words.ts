import type { BrowsedRow, GivenFeedback } from '../../../shared/contract/browsing.ts';

const FIELDS: Readonly<Record<string, string>> = {
  model: 'Model',
  model_version: 'Model version',
  language: 'Language',
  use_case: 'Use case',
  batch: 'Import',
  finding: 'Finding',
  created_at: 'Time',
  turns: 'Turns',
  length: 'Length of an answer',
  candidates: 'Candidates',
  rated: 'Rated',
  text: 'Words of an answer',
  id: 'Id',
  file: 'File',
  adapter: 'Format',
  position: 'Place of an answer',
  'feedback.thumb': 'Thumb',
  'feedback.stars': 'Stars',
  'feedback.comment': 'Comment',
  'feedback.edited': 'Edited',
  'feedback.regenerated': 'Asked for again',
  'feedback.sent_unmodified': 'Sent as it was',
  'feedback.copied': 'Copied',
  'feedback.abandoned': 'Abandoned',
};

/** A field of the filter language as it is called on the screen. */
export const fieldTitle = (field: string): string =>
  FIELDS[field] ?? (field.startsWith('group.') ? field.slice('group.'.length) : field);

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'feedback.thumb': { '-1': 'down', '1': 'up' },
};
const FLAGS: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

const FINDINGS: Readonly<Record<string, string>> = {
  empty: 'empty answer',
  truncated: 'cut off',
  model_leak: 'names another model',
  near_duplicate: 'nearly a copy',
  exact_duplicate_answer: 'a copy of another answer',
  'pii.email': 'e-mail address',
  'pii.phone': 'phone number',
  'pii.card': 'card number',
  'pii.iban': 'IBAN',
  'pii.ip': 'IP address',
  'pii.national_id': 'national id',
  'pii.secret': 'key or token',
  'pii.url_credentials': 'URL with a password',
};

/** What an import found, in words. */
export const findingWords = (code: string): string => FINDINGS[code] ?? code.replaceAll(/[._]/g, ' ');

/** A value of a filter field in words. */
export const valueWords = (field: string, value: string): string =>
  field === 'finding' ? findingWords(value) : (VALUES[field]?.[value] ?? FLAGS[value] ?? value);

interface Mark {
  /** Stands before the words, so that the mark is seen from afar. */
  sign: string;
  words: string;
  isBad: boolean;
}

const SIGNALS: Readonly<Record<string, Mark>> = {
  comment: { sign: '“', words: 'comment', isBad: false },
  sent_unmodified: { sign: '→', words: 'sent as it was', isBad: false },
  copied: { sign: '⧉', words: 'copied', isBad: false },
  edited: { sign: '✎', words: 'edited', isBad: false },
  regenerated: { sign: '↻', words: 'asked for again', isBad: true },
  abandoned: { sign: '×', words: 'abandoned', isBad: true },
};

/** What a user did, in a sign and words. */
export function signalMark({ signal, value }: Pick<GivenFeedback, 'signal' | 'value'>): Mark {
  if (signal === 'thumb')
    return value !== null && value < 0
      ? { sign: '↓', words: 'thumb down', isBad: true }
      : { sign: '↑', words: 'thumb up', isBad: false };
  if (signal === 'stars')
    return { sign: '★', words: `${value ?? '?'} of 5`, isBad: value !== null && value <= 2 };
  return SIGNALS[signal] ?? { sign: '·', words: signal.replaceAll('_', ' '), isBad: false };
}

/** The facts of a row in one line, for screen readers too. */
export const rowFacts = ({ model, language, useCase, messages, candidates }: BrowsedRow): string[] => [
  ...(model === null ? [] : [model]),
  ...(language === null ? [] : [language]),
  ...(useCase === null ? [] : [useCase]),
  `${messages + (candidates > 0 ? 1 : 0)} messages`,
  ...(candidates > 0 ? [`${candidates} candidates`] : []),
];
