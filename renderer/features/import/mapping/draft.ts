import type { Role } from '../../../../shared/domain/conversation.ts';
import { type Mapping, mappingSchema } from '../../../../shared/formats/mapping.ts';

export type Layout = Mapping['layout'];
export type Signal = NonNullable<Mapping['feedback']>[number]['signal'];

/** Fields of which a mapping names one. */
export const SINGLE = [
  'id',
  'messages',
  'role',
  'content',
  'system',
  'history',
  'order_by',
  'message_id',
  'created_at',
  'model',
  'model_version',
  'language',
  'use_case',
] as const;
export type SingleField = (typeof SINGLE)[number];

/** A row of a list that is being edited: its id is its key on the screen. */
type Row<Fields> = Fields & { id: string };

/** A mapping as it is being filled in: every field is there, empty where it is not said yet. */
export interface MappingDraft {
  layout: Layout;
  name: string;
  fields: Readonly<Record<SingleField, string>>;
  prompt: readonly string[];
  /** One field, or several with alternative answers. */
  answers: readonly string[];
  turns: boolean;
  time: Mapping['time'];
  groups: readonly Row<{ name: string; from: string }>[];
  feedback: readonly Row<{ signal: Signal; from: string; values: string }>[];
  roles: readonly Row<{ name: string; role: Role }>[];
}

/** Which single fields a layout has; the second part of them is had by every layout. */
const OF_LAYOUT: Record<Layout, readonly SingleField[]> = {
  pairs: ['system', 'history', 'id', 'order_by'],
  messages: ['id', 'role', 'content', 'order_by', 'message_id'],
  list: ['messages', 'role', 'content', 'system', 'id'],
};
const OF_ALL: readonly SingleField[] = ['created_at', 'model', 'model_version', 'language', 'use_case'];

const NEEDED: Record<Layout, readonly SingleField[]> = {
  pairs: [],
  messages: ['id', 'role', 'content'],
  list: ['messages', 'role', 'content'],
};

export const isNeeded = ({ layout, turns }: MappingDraft, field: SingleField): boolean =>
  NEEDED[layout].includes(field) || (layout === 'pairs' && turns && field === 'id');

/** Of the layout alone, and of all, in the order they are shown. */
export const fieldsOf = (
  layout: Layout,
): { own: readonly SingleField[]; common: readonly SingleField[] } => ({
  own: OF_LAYOUT[layout],
  common: OF_ALL,
});

const NO_FIELDS: Record<SingleField, string> = {
  id: '',
  messages: '',
  role: '',
  content: '',
  system: '',
  history: '',
  order_by: '',
  message_id: '',
  created_at: '',
  model: '',
  model_version: '',
  language: '',
  use_case: '',
};

export const BLANK: MappingDraft = {
  layout: 'pairs',
  name: '',
  fields: NO_FIELDS,
  prompt: [],
  answers: [],
  turns: false,
  time: 'auto',
  groups: [],
  feedback: [],
  roles: [],
};

/** A mapping, to be edited. */
export function draftOf(mapping: Mapping): MappingDraft {
  const given: Partial<Record<SingleField, unknown>> = mapping;
  const fields = { ...NO_FIELDS };
  for (const field of SINGLE) {
    const value = given[field];
    if (typeof value === 'string') fields[field] = value;
  }
  const pairs = mapping.layout === 'pairs' ? mapping : null;
  return {
    layout: mapping.layout,
    name: mapping.name ?? '',
    fields,
    prompt: pairs ? [pairs.prompt].flat() : [],
    answers: pairs ? (pairs.candidates ?? (pairs.response ? [pairs.response] : [])) : [],
    turns: pairs?.turns ?? false,
    time: mapping.time,
    groups: Object.entries(mapping.groups ?? {}).map(([name, from]) => ({ id: `group ${name}`, name, from })),
    feedback: (mapping.feedback ?? []).map(({ signal, from, values }, place) => ({
      id: `feedback ${place}`,
      signal,
      from,
      values: valuesText(values),
    })),
    roles: Object.entries(mapping.roles ?? {}).map(([name, role]) => ({ id: `role ${name}`, name, role })),
  };
}

const valuesText = (values: Readonly<Record<string, number>> | undefined): string =>
  Object.entries(values ?? {})
    .map(([value, means]) => `${value} = ${means}`)
    .join(', ');

/** `good = 1, bad = -1` as values; null where it is none, undefined where nothing is said. */
export function valuesOf(text: string): Record<string, number> | null | undefined {
  if (text.trim() === '') return undefined;
  const pairs = text.split(',').map((pair) => /^\s*(.+?)\s*=\s*(-?\d+)\s*$/.exec(pair));
  if (pairs.some((pair) => pair === null)) return null;
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', Number(pair[2])]] : [])));
}

const said = (fields: MappingDraft['fields'], names: readonly SingleField[]) =>
  Object.fromEntries(
    names.flatMap((name) => (fields[name].trim() === '' ? [] : [[name, fields[name].trim()]])),
  );

/** What is there of a list, or nothing. */
const some = <Key extends string, Value>(key: Key, value: Value, isSaid: boolean) =>
  isSaid ? { [key]: value } : {};

/** The mapping that a draft says; null as long as it does not say enough. */
export function mappingOf(draft: MappingDraft): Mapping | null {
  const { layout, fields, prompt, answers } = draft;
  const groups = draft.groups.filter(({ name, from }) => name.trim() !== '' && from.trim() !== '');
  const feedback = draft.feedback.filter(({ from }) => from.trim() !== '');
  const roles = draft.roles.filter(({ name }) => name !== '');
  const { own, common } = fieldsOf(layout);
  const document = {
    touchstone_mapping: 1,
    layout,
    time: draft.time,
    ...some('name', draft.name.trim(), draft.name.trim() !== ''),
    ...said(fields, [...own, ...common]),
    ...some(
      'groups',
      Object.fromEntries(groups.map(({ name, from }) => [name.trim(), from.trim()])),
      groups.length > 0,
    ),
    ...some('feedback', feedback.map(signalOf), feedback.length > 0),
    ...some('roles', Object.fromEntries(roles.map(({ name, role }) => [name, role])), roles.length > 0),
    ...(layout === 'pairs' ? pairsOf(prompt, answers, draft.turns) : {}),
  };
  if (feedback.some(({ values }) => valuesOf(values) === null)) return null;
  const parsed = mappingSchema.safeParse(document);
  return parsed.success ? parsed.data : null;
}

const signalOf = ({ signal, from, values }: MappingDraft['feedback'][number]) => ({
  signal,
  from: from.trim(),
  ...some('values', valuesOf(values), valuesOf(values) !== undefined),
});

const pairsOf = (prompt: readonly string[], answers: readonly string[], turns: boolean) => ({
  prompt: prompt.length === 1 ? prompt[0] : prompt,
  ...(answers.length > 1 ? { candidates: answers } : { response: answers[0] }),
  ...some('turns', true, turns),
});

export const isWhole = (draft: MappingDraft): boolean => mappingOf(draft) !== null;

/** The fields a layout still needs before anything can be read by it. */
export function missing(draft: MappingDraft): string[] {
  const { layout, fields, prompt, answers } = draft;
  const names = [...fieldsOf(layout).own].filter(
    (field) => isNeeded(draft, field) && fields[field].trim() === '',
  );
  if (layout !== 'pairs') return names;
  return [...(prompt.length === 0 ? ['prompt'] : []), ...(answers.length === 0 ? ['answers'] : []), ...names];
}
