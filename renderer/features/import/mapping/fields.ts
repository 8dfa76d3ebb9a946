import type { Role } from '../../../../shared/domain/conversation.ts';
import type { Layout, MappingDraft, Signal, SingleField } from './draft.ts';
import { fieldsOf } from './draft.ts';

export const LAYOUTS: readonly { value: Layout; label: string; hint: string }[] = [
  {
    value: 'pairs',
    label: 'A prompt and its answer',
    hint: 'Each record is what was asked and what was answered.',
  },
  {
    value: 'messages',
    label: 'One message',
    hint: 'Each record is a message; those with the same conversation id belong together.',
  },
  { value: 'list', label: 'A whole conversation', hint: 'Each record holds a list of messages.' },
];

export const TITLES: Record<SingleField | 'prompt' | 'answers', string> = {
  prompt: 'Prompt',
  answers: 'Answer',
  id: 'Conversation id',
  messages: 'List of messages',
  role: 'Who speaks',
  content: 'What is said',
  system: 'System prompt',
  history: 'Earlier messages',
  order_by: 'In the order of',
  message_id: 'Message id',
  created_at: 'Time',
  model: 'Model',
  model_version: 'Model version',
  language: 'Language',
  use_case: 'Use case',
};

export const HINTS: Partial<Record<SingleField | 'prompt' | 'answers', string>> = {
  prompt: 'Several fields are joined by a blank line.',
  answers: 'Several fields are alternative answers to the same prompt.',
  history: 'A list of earlier messages, also as JSON text.',
};
/** Where a record holds a list of messages, these are fields of its entries. */
export const IN_LIST: readonly SingleField[] = ['role', 'content'];
export const INNER_HINT = 'A field of each entry in the list.';

export const TIMES: readonly { value: MappingDraft['time']; label: string }[] = [
  { value: 'auto', label: '2026-12-31' },
  { value: 'day-first', label: '31.12.2026' },
  { value: 'month-first', label: '12/31/2026' },
];

export const SIGNALS: readonly { value: Signal; label: string }[] = [
  { value: 'thumb', label: 'Thumb up or down' },
  { value: 'stars', label: 'Stars, 1 to 5' },
  { value: 'comment', label: 'Comment' },
  { value: 'edited', label: 'Edited: what was sent instead' },
  { value: 'sent_unmodified', label: 'Sent unmodified' },
  { value: 'copied', label: 'Copied' },
  { value: 'regenerated', label: 'Regenerated' },
  { value: 'abandoned', label: 'Abandoned' },
];

export const ROLE_OPTIONS: readonly Role[] = ['user', 'assistant', 'system', 'developer', 'tool'];

const shorten = (path: string): string => path.trim().replace(/^\$\.?/, '');

/** Field of the file -> what it is read as, in words. */
export function usesOf(draft: MappingDraft): ReadonlyMap<string, string> {
  const uses = new Map<string, string>();
  const note = (path: string, use: string): void => {
    if (path.trim() !== '' && !uses.has(shorten(path))) uses.set(shorten(path), use);
  };
  if (draft.layout === 'pairs') {
    for (const path of draft.prompt) note(path, TITLES.prompt);
    draft.answers.forEach((path, place) => {
      note(path, draft.answers.length > 1 ? `${TITLES.answers} ${place + 1}` : TITLES.answers);
    });
  }
  const { own, common } = fieldsOf(draft.layout);
  const ofRecord = own.filter((field) => draft.layout !== 'list' || !IN_LIST.includes(field));
  for (const field of [...ofRecord, ...common]) note(draft.fields[field], TITLES[field]);
  for (const { name, from } of draft.groups) note(from, `Group ${name}`);
  for (const { signal, from } of draft.feedback)
    note(from, SIGNALS.find(({ value }) => value === signal)?.label ?? signal);
  return uses;
}

/** What a field of the file is read as; null where it is only kept. */
export const useOf = (uses: ReadonlyMap<string, string>, path: string): string | null =>
  uses.get(shorten(path)) ?? null;
