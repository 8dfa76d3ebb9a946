import { type Feedback, isRole, type Message, type Part, type Role } from '../domain/conversation.ts';
import { described, Reject, wrong } from './fault.ts';
import { isoTime } from './fields.ts';
import { readParts, textOfParts } from './parts.ts';
import { fromCell } from './plain.ts';
import { timeOf } from './taken.ts';
import { feedbackOf } from './user-feedback.ts';

/** What speakers are called in logs that were not written for a model. */
const SPEAKERS: Readonly<Record<string, Role>> = {
  human: 'user',
  customer: 'user',
  client: 'user',
  visitor: 'user',
  prompter: 'user',
  me: 'user',
  question: 'user',
  bot: 'assistant',
  ai: 'assistant',
  gpt: 'assistant',
  model: 'assistant',
  chatbot: 'assistant',
  agent: 'assistant',
  answer: 'assistant',
  function: 'tool',
  observation: 'tool',
};

/** The role that a speaker's name stands for; null where it is not known. */
export function roleNamed(name: unknown, own: Readonly<Record<string, Role>> = {}): Role | null {
  if (typeof name !== 'string') return null;
  if (Object.hasOwn(own, name)) return own[name] ?? null;
  const word = name.trim().toLowerCase();
  if (isRole(word)) return word;
  return Object.hasOwn(SPEAKERS, word) ? (SPEAKERS[word] ?? null) : null;
}

export function roleOf(name: unknown, own: Readonly<Record<string, Role>> | undefined, at: string): Role {
  return (
    roleNamed(name, own) ??
    wrong(at, 'the name of a speaker that is known or in the roles of the mapping', name)
  );
}

/** Text, a number or a truth value as text; an empty cell and null are none. */
export function textValue(value: unknown, at: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return wrong(at, 'text', value);
}

/** What a message says: text, or a list of parts, of which one plain text is that text. */
export function contentValue(value: unknown, at: string): Pick<Message, 'text' | 'parts'> {
  if (typeof value === 'string') return { text: value, parts: null };
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value), parts: null };
  if (value === null) return { text: '', parts: null };
  if (!Array.isArray(value)) return wrong(at, 'text or a list of parts', value);
  const parts: Part[] = readParts(value, at);
  const [only, ...others] = parts;
  const isPlain =
    only !== undefined && others.length === 0 && only.type === 'text' && Object.keys(only).length === 2;
  return isPlain && typeof only.text === 'string'
    ? { text: only.text, parts: null }
    : { text: textOfParts(parts), parts };
}

const NUMERIC_DAY = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T](\d{1,2}:\d\d(?::\d\d)?))?$/;

/** UTC milliseconds, or null for an empty cell. */
export function timeValue(
  value: unknown,
  form: 'auto' | 'day-first' | 'month-first',
  at: string,
): number | null {
  if (value === undefined || value === null || value === '') return null;
  const time = timeOf(typeof value === 'string' ? value.trim() : value);
  if (time !== null) return time;
  const match = typeof value === 'string' && form !== 'auto' ? NUMERIC_DAY.exec(value.trim()) : null;
  if (match) {
    const [, one = '', other = '', year, clock] = match;
    const [day, month] = form === 'day-first' ? [one, other] : [other, one];
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${clock ? `T${clock.padStart(clock.length < 6 ? 5 : 8, '0')}` : ''}`;
    const read = isoTime(iso);
    if (!Number.isNaN(read)) return read;
  }
  const advice =
    form === 'auto' ? ' For 31.12.2026 or 12/31/2026 the mapping says time: day-first or month-first.' : '';
  throw new Reject(at, `It is ${described(value)}, which is no time that can be read.${advice}`);
}

const TRUE = new Set(['true', 'yes', 'y', '1', 'x']);

/** The feedback that a value is, or null where it says none, or not clearly. */
export function feedbackValue(
  signal: Feedback['signal'],
  value: unknown,
  values: Readonly<Record<string, number>> | undefined,
): Feedback | null {
  if (value === undefined || value === null || value === '') return null;
  const made = (given: Partial<Feedback>): Feedback => ({
    kind: signal === 'thumb' || signal === 'stars' || signal === 'comment' ? 'explicit' : 'implicit',
    signal,
    value: null,
    text: null,
    comment: null,
    ...given,
  });
  const text = typeof value === 'object' ? null : String(value);
  if (signal === 'comment') return text === null ? null : made({ comment: text });
  if (signal === 'edited') return text === null ? null : made({ text });
  if (signal !== 'thumb' && signal !== 'stars')
    return text !== null && TRUE.has(text.trim().toLowerCase()) ? made({}) : null;
  const given = text !== null && values && Object.hasOwn(values, text) ? values[text] : undefined;
  const number = values
    ? given
    : signal === 'thumb'
      ? (feedbackOf('thumb', value)?.value ?? undefined)
      : Number(text);
  if (number === undefined || !Number.isInteger(number)) return null;
  const isAllowed = signal === 'thumb' ? number === 1 || number === -1 : number >= 1 && number <= 5;
  return isAllowed ? made({ value: number }) : null;
}

/** A list that may be written as JSON text. */
export function listValue(value: unknown, at: string): readonly unknown[] {
  const read = fromCell(value);
  return Array.isArray(read) ? read : wrong(at, 'a list', value);
}
