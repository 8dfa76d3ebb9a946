import type { Role } from '../../../../shared/domain/conversation.ts';
import { textNow } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import type { Layout, MappingDraft, Signal, SingleField } from './draft.ts';
import { fieldsOf } from './draft.ts';

export const LAYOUTS: readonly Layout[] = ['pairs', 'messages', 'list'];

/** Where a record holds a list of messages, these are fields of its entries. */
export const IN_LIST: readonly SingleField[] = ['role', 'content'];

export const TIMES: readonly { value: MappingDraft['time']; label: string }[] = [
  { value: 'auto', label: '2026-12-31' },
  { value: 'day-first', label: '31.12.2026' },
  { value: 'month-first', label: '12/31/2026' },
];

export const SIGNALS: readonly Signal[] = [
  'thumb',
  'stars',
  'comment',
  'edited',
  'sent_unmodified',
  'copied',
  'regenerated',
  'abandoned',
];

export const ROLE_OPTIONS: readonly Role[] = ['user', 'assistant', 'system', 'developer', 'tool'];

const shorten = (path: string): string => path.trim().replace(/^\$\.?/, '');

/** Field of the file -> what it is read as, in words. */
export function usesOf(draft: MappingDraft): ReadonlyMap<string, string> {
  const t = textNow(importMappingText);
  const uses = new Map<string, string>();
  const note = (path: string, use: string): void => {
    if (path.trim() !== '' && !uses.has(shorten(path))) uses.set(shorten(path), use);
  };
  if (draft.layout === 'pairs') {
    for (const path of draft.prompt) note(path, t.fields.prompt);
    draft.answers.forEach((path, place) => {
      note(path, draft.answers.length > 1 ? t.alternative(place + 1) : t.fields.answers);
    });
  }
  const { own, common } = fieldsOf(draft.layout);
  const ofRecord = own.filter((field) => draft.layout !== 'list' || !IN_LIST.includes(field));
  for (const field of [...ofRecord, ...common]) note(draft.fields[field], t.fields[field]);
  for (const { name, from } of draft.groups) note(from, t.group(name));
  for (const { signal, from } of draft.feedback) note(from, t.signals[signal]);
  return uses;
}

/** What a field of the file is read as; null where it is only kept. */
export const useOf = (uses: ReadonlyMap<string, string>, path: string): string | null =>
  uses.get(shorten(path)) ?? null;

/** The name of what a record becomes, as the engine tells of it, in words: `model`, `groups.country`, `feedback.thumb`. */
export function fieldTitle(field: string): string {
  const t = textNow(importMappingText);
  const [kind = '', name = ''] = /^(groups|feedback)\.(.*)$/s.exec(field)?.slice(1) ?? [];
  const titles: Readonly<Record<string, string>> = kind === 'feedback' ? t.signals : t.fields;
  return kind === 'groups' ? t.group(name) : (titles[kind === 'feedback' ? name : field] ?? field);
}
