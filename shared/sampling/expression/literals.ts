import { Fault } from '../../contract/errors.ts';
import type { FieldKind } from './fields.ts';
import { wordsOf } from './letters.ts';
import type { Literal } from './tree.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
const THUMBS: Readonly<Record<string, number>> = { up: 1, down: -1 };
const FLAGS: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

/** The number a text writes, or null; there is one zero. */
export const numberIn = (text: string): number | null => (NUMBER.test(text) ? Number(text) + 0 : null);

/** A number that a group's value writes in plain digits: what SQLite reads the same way. */
export const plainNumberIn = (text: string): number | null =>
  /^-?\d+(\.\d*)?$/.test(text) ? Number(text) + 0 : null;

const TIME =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i;

/** What the smallest given part of a time spans, in milliseconds, from the day downwards. */
const DAY = 86_400_000;
const MINUTE = 60_000;
const SECOND = 1000;

/** Minutes that a zone is ahead of UTC; a time without one is UTC. */
function aheadOf(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const withinDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The stretch of time a text names: `2026`, `2026-10`, `2026-10-02`, `2026-10-02T09:31[:04[.123]][Z|+02:00]`; null where it names none. */
export function timeIn(text: string): Extract<Literal, { kind: 'time' }> | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, y = '', mo, d, h, mi, s, ms, zone] = match;
  const [year, month, day] = [Number(y), Number(mo ?? 1), Number(d ?? 1)];
  const [hour, minute, second] = [Number(h ?? 0), Number(mi ?? 0), Number(s ?? 0)];
  if (year < 1000 || !withinDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  const made = (years: number, months: number): number => Date.UTC(years, months - 1, 1);
  if (d === undefined)
    return {
      kind: 'time',
      written: text,
      from: made(year, month),
      to: mo === undefined ? made(year + 1, 1) : made(year, month + 1),
    };
  const fraction = ms === undefined ? 0 : Number(ms.padEnd(3, '0'));
  const from = Date.UTC(year, month - 1, day, hour, minute - aheadOf(zone), second, fraction);
  const span = h === undefined ? DAY : s === undefined ? MINUTE : ms === undefined ? SECOND : 1;
  return { kind: 'time', written: text, from, to: from + span };
}

/** What a value of each kind looks like, for messages. */
const WANTED: Readonly<Record<FieldKind, string>> = {
  text: 'a word, or text in quotes',
  codes: 'a word, or text in quotes',
  words: 'a word, or words in quotes',
  number: 'a number',
  time: 'a date such as 2026-10-01 or 2026-10-01T09:30Z',
  flag: 'true or false',
};

export const wantedFor = (kind: FieldKind): string => WANTED[kind];

/** Reads a value for a field of a kind; null where it is none. */
export function readLiteral(kind: FieldKind, text: string, field = ''): Literal | null {
  switch (kind) {
    case 'number': {
      const number = (field === 'feedback.thumb' ? THUMBS[text.toLowerCase()] : undefined) ?? numberIn(text);
      return number === null ? null : { kind: 'number', number };
    }
    case 'time':
      return timeIn(text);
    case 'flag': {
      const flag = FLAGS[text.toLowerCase()];
      return flag === undefined ? null : { kind: 'flag', flag };
    }
    case 'words':
      return wordsOf(text).length === 0 ? null : { kind: 'text', text };
    default:
      return { kind: 'text', text };
  }
}

/** A value's own text, without quotes. */
export function literalText(literal: Literal): string {
  switch (literal.kind) {
    case 'text':
      return literal.text;
    case 'number':
      return String(literal.number);
    case 'time':
      return literal.written;
    case 'flag':
      return String(literal.flag);
  }
}

/** The value as a number. @throws Fault where it is none; a tree that was read never has such a value. */
export function asNumber(literal: Literal): number {
  if (literal.kind === 'number') return literal.number;
  throw new Fault('EXPRESSION_INVALID', `"${literalText(literal)}" is no number.`);
}
