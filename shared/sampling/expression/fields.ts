/**
 * What a field holds: `text`; `number`; `time`, UTC milliseconds; `flag`, true or false and never missing; `codes`, any number of
 * dotted codes; `words`, a text that is asked for its words.
 */
export type FieldKind = 'text' | 'number' | 'time' | 'flag' | 'codes' | 'words';

export interface Field {
  kind: FieldKind;
  /** Whose fact it is: one of the conversation is the same for all of its answers. */
  of: 'conversation' | 'answer';
  /** What it is, for people. */
  about: string;
}

const flag = (about: string): Field => ({ kind: 'flag', of: 'answer', about });

/** Every field of a fixed name; beside them there is group.NAME for each group of the transcripts. */
export const FIELDS = {
  model: { kind: 'text', of: 'answer', about: 'Model' },
  model_version: { kind: 'text', of: 'conversation', about: 'Model version' },
  created_at: { kind: 'time', of: 'conversation', about: 'Time of the conversation' },
  language: { kind: 'text', of: 'conversation', about: 'Language, given or detected' },
  use_case: { kind: 'text', of: 'conversation', about: 'Use case' },
  length: { kind: 'number', of: 'answer', about: 'Length in characters' },
  turns: { kind: 'number', of: 'conversation', about: 'Turns: what the user wrote' },
  position: { kind: 'number', of: 'answer', about: 'Place in the conversation, from 0' },
  candidates: { kind: 'number', of: 'answer', about: 'Answers to the same context' },
  'feedback.thumb': { kind: 'number', of: 'answer', about: 'Thumb, -1 down or 1 up' },
  'feedback.stars': { kind: 'number', of: 'answer', about: 'Stars, 1 to 5' },
  'feedback.comment': { kind: 'text', of: 'answer', about: "The user's comment" },
  'feedback.edited': flag('Edited by the user'),
  'feedback.regenerated': flag('Asked for again'),
  'feedback.sent_unmodified': flag('Sent as it was'),
  'feedback.copied': flag('Copied'),
  'feedback.abandoned': flag('Abandoned after it'),
  finding: { kind: 'codes', of: 'answer', about: 'What the import found in it' },
  text: { kind: 'words', of: 'answer', about: 'Words of the answer' },
  id: { kind: 'codes', of: 'conversation', about: 'Id of the conversation in its source' },
  batch: { kind: 'text', of: 'conversation', about: 'Import it came with' },
  file: { kind: 'text', of: 'conversation', about: 'File it came from' },
  adapter: { kind: 'text', of: 'conversation', about: 'Format it came in' },
  rated: flag('Rated already'),
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;

const GROUP = 'group.';
const GROUP_FIELD: Field = { kind: 'text', of: 'conversation', about: 'Group' };

export const isFieldName = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

/** The name in `group.NAME`, or null for any other field. */
export const groupOf = (field: string): string | null =>
  field.startsWith(GROUP) && field.length > GROUP.length ? field.slice(GROUP.length) : null;

/** The field of that name, or null where there is none. */
export const fieldNamed = (name: string): Field | null => {
  if (isFieldName(name)) return FIELDS[name];
  return groupOf(name) === null ? null : GROUP_FIELD;
};

/** The fields in one line, for messages. */
export const fieldsInWords = (): string => `${Object.keys(FIELDS).join(', ')} and group.NAME`;
