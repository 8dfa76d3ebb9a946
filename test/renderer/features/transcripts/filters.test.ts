import { describe, expect, test } from 'vitest';
import {
  linesOf,
  lineWords,
  withLine,
  without,
  withValue,
} from '../../../../renderer/features/transcripts/filters.ts';
import { piecesOf } from '../../../../renderer/features/transcripts/pieces.ts';
import { turnsOf } from '../../../../renderer/features/transcripts/turns.ts';
import { signalMark } from '../../../../renderer/features/transcripts/words.ts';

const words = (where: string, labels = new Map<string, string>()): string[] =>
  (linesOf(where) ?? []).map((line) => lineWords(line, labels));

describe('a filter as chips', () => {
  test('gains a value: another of the same field is an alternative, of another field a condition more', () => {
    const one = withValue('', 'model', 'asst-1');
    expect(one).toBe('model = asst-1');
    const two = withValue(one, 'model', 'asst 2');
    expect(two).toBe('model in (asst-1, "asst 2")');
    expect(withValue(two, 'feedback.thumb', '-1')).toBe(
      'model in (asst-1, "asst 2") and feedback.thumb = -1',
    );
    expect(withValue(one, 'model', 'asst-1')).toBe(one);
    expect(withValue(one, 'language', 'de', true)).toBe('model = asst-1 and language != de');
  });

  test('loses one', () => {
    expect(without('model = a and language = de and turns > 2', 1)).toBe('model = a and turns > 2');
    expect(without('model = a', 0)).toBe('');
  });

  test('is said in words', () => {
    expect(
      words('feedback.thumb = -1 and model in (a, b) and batch != x', new Map([['batch x', 'log.jsonl']])),
    ).toEqual(['Thumb is down', 'Model is a or b', 'Import is not log.jsonl']);
  });

  test('that is more than a list of conditions is shown as it is written, and still can be added to', () => {
    const where = 'model = a or (language = de and turns > 2)';
    expect(linesOf(where)).toBeNull();
    expect(linesOf('model = a or language = de')).toBeNull();
    expect(withValue(where, 'use_case', 'chat')).toBe(`(${where}) and use_case = chat`);
    expect(withLine('', { field: 'created_at', operator: '>=', values: ['2026-01-01'] })).toBe(
      'created_at >= 2026-01-01',
    );
  });
});

describe('a text in pieces', () => {
  test('joined again is the text, with what was found set apart', () => {
    const pieces = piecesOf('Mail [EMAIL_1] about the refund', [
      { start: 5, end: 14, kind: 'redaction' },
      { start: 25, end: 31, kind: 'match' },
      { start: 28, end: 40, kind: 'match' },
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('Mail [EMAIL_1] about the refund');
    expect(pieces.filter(({ stretch }) => stretch).map(({ text }) => text)).toEqual(['[EMAIL_1]', 'refund']);
  });

  test('of a part of it has only what lies there', () => {
    const pieces = piecesOf('two three', [{ start: 0, end: 6, kind: 'match' }], 4);
    expect(pieces.map(({ text, stretch }) => [text, stretch !== null])).toEqual([
      ['tw', true],
      ['o three', false],
    ]);
  });
});

test('alternatives stand at one place', () => {
  const message = {
    role: 'assistant' as const,
    text: '',
    parts: null,
    name: null,
    model: null,
    details: {},
    feedback: [],
    findings: [],
    redactions: [],
    ratings: 0,
  };
  const turns = turnsOf([
    { ...message, position: 0, candidate: 0 },
    { ...message, position: 1, candidate: 1 },
    { ...message, position: 1, candidate: 2 },
  ]);
  expect(turns.map(({ position, messages }) => [position, messages.length])).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test('every signal has words and a sign, not a colour alone', () => {
  for (const signal of [
    'thumb',
    'stars',
    'comment',
    'sent_unmodified',
    'copied',
    'edited',
    'regenerated',
    'abandoned',
    'new_one',
  ])
    for (const value of [null, -1, 1, 4]) {
      const { sign, words: said } = signalMark({ signal, value });
      expect(sign.length).toBeGreaterThan(0);
      expect(said).toMatch(/^[-a-z0-9?]/);
    }
});
