import type { Feedback } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { described, Reject, wrong } from './fault.ts';
import { checkDepth, keep, optionalText } from './fields.ts';

interface Signal {
  kind: Feedback['kind'];
  /** True for values the signal can have; null where it has none. */
  allows: ((value: number) => boolean) | null;
  wants: string;
}

const SIGNALS: Readonly<Record<Feedback['signal'], Signal>> = {
  thumb: { kind: 'explicit', allows: (value) => value === -1 || value === 1, wants: '-1 or 1' },
  stars: {
    kind: 'explicit',
    allows: (value) => Number.isInteger(value) && value >= 1 && value <= 5,
    wants: 'a whole number from 1 to 5',
  },
  comment: { kind: 'explicit', allows: null, wants: '' },
  sent_unmodified: { kind: 'implicit', allows: null, wants: '' },
  copied: { kind: 'implicit', allows: null, wants: '' },
  edited: { kind: 'implicit', allows: null, wants: '' },
  regenerated: { kind: 'implicit', allows: null, wants: '' },
  abandoned: { kind: 'implicit', allows: null, wants: '' },
};

const isSignal = (value: unknown): value is Feedback['signal'] =>
  typeof value === 'string' && Object.hasOwn(SIGNALS, value);

const NAMED = new Set(['kind', 'signal', 'value', 'text', 'comment']);

/**
 * The users' feedback on a message. Fields the format does not name go to `extra`, under the entry's index.
 * `at` is the JSON path of the list.
 */
export function readFeedback(list: unknown, at: string, extra: JsonObject): Feedback[] {
  if (!Array.isArray(list)) return wrong(at, 'a list of feedback', list);
  return list.map((entry, index) => readEntry(entry, `${at}[${index}]`, index, extra));
}

function readEntry(entry: unknown, at: string, index: number, extra: JsonObject): Feedback {
  if (!isObject(entry)) return wrong(at, 'an object with kind and signal', entry);
  const { kind, signal } = entry;
  if (!isSignal(signal)) return wrong(`${at}.signal`, `one of ${Object.keys(SIGNALS).join(', ')}`, signal);
  const rule = SIGNALS[signal];
  if (kind !== rule.kind) return wrong(`${at}.kind`, `${rule.kind} for ${signal}`, kind);
  const feedback: Feedback = {
    kind: rule.kind,
    signal,
    value: readValue(entry.value, rule, signal, at),
    text: optionalText(entry, 'text', at),
    comment: optionalText(entry, 'comment', at),
  };
  const unnamed: JsonObject = {};
  for (const key in entry) if (!NAMED.has(key)) keep(unnamed, key, entry[key]);
  if (Object.keys(unnamed).length > 0) {
    checkDepth(unnamed, at);
    extra[String(index)] = unnamed;
  }
  return feedback;
}

function readValue(value: unknown, rule: Signal, signal: string, at: string): number | null {
  if (rule.allows === null) {
    if (value === undefined || value === null) return null;
    throw new Reject(`${at}.value`, `It is ${described(value)}; ${signal} has no value.`);
  }
  return typeof value === 'number' && rule.allows(value) ? value : wrong(`${at}.value`, rule.wants, value);
}
