import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Feedback, Message, Part } from '../../shared/domain/conversation.ts';
import { ROLES } from '../../shared/domain/conversation.ts';
import { native } from '../../shared/formats/native.ts';
import type { NamedComparison } from '../../shared/formats/native-comparison.ts';
import { type RatingRecord, readRating } from '../../shared/formats/native-ratings.ts';
import { textOfParts } from '../../shared/formats/parts.ts';
import { writeConversation, writeRating } from '../../shared/formats/write-native.ts';

fc.configureGlobal({ seed: 20261002 });

const text = fc.string({ unit: 'grapheme' });
const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.trim() === value);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const time = orNull(fc.integer({ min: 0, max: 4_000_000_000_000 }));
const amount = orNull(fc.nat());
/** Any JSON object, -0 aside, which JSON text does not tell from 0. */
const object = fc
  .dictionary(fc.string(), fc.jsonValue())
  .map((value): Record<string, unknown> => JSON.parse(JSON.stringify(value)));

const part: fc.Arbitrary<Part> = fc.oneof(
  text.map((value): Part => ({ type: 'text', text: value })),
  fc.record({ type: fc.constantFrom('tool_call', 'tool_result', 'reasoning', 'image'), data: fc.string() }),
);

const feedback: fc.Arbitrary<Feedback> = fc.oneof(
  fc.record({
    kind: fc.constant('explicit' as const),
    signal: fc.constant('thumb' as const),
    value: fc.constantFrom(-1, 1),
    text: fc.constant(null),
    comment: orNull(text),
  }),
  fc.record({
    kind: fc.constant('implicit' as const),
    signal: fc.constantFrom('edited' as const, 'copied' as const),
    value: fc.constant(null),
    text: orNull(text),
    comment: fc.constant(null),
  }),
);

const messageWith = (role: fc.Arbitrary<Message['role']>): fc.Arbitrary<Message> =>
  fc
    .record({
      role,
      text,
      parts: orNull(fc.array(part)),
      id: orNull(word),
      createdAt: time,
      model: orNull(text),
      latencyMs: amount,
      usage: orNull(object),
      feedback: fc.array(feedback, { maxLength: 3 }),
      metadata: object,
    })
    .map((message) => (message.parts ? { ...message, text: textOfParts(message.parts) } : message));

const conversation: fc.Arbitrary<Conversation> = fc.record({
  externalId: orNull(word),
  createdAt: time,
  model: orNull(text),
  modelVersion: orNull(text),
  language: orNull(text),
  useCase: orNull(text),
  groups: fc.dictionary(fc.string(), text),
  metadata: object,
  messages: fc.array(messageWith(fc.constantFrom(...ROLES)), { minLength: 1, maxLength: 6 }),
  candidates: fc.array(messageWith(fc.constant('assistant')), { maxLength: 3 }),
});

const candidateOf = (message: fc.Arbitrary<number | string>) =>
  fc.record({
    message,
    values: fc.dictionary(fc.string(), fc.integer()),
    cannot: fc.dictionary(fc.string(), fc.constant('language'), { maxKeys: 2 }),
    categories: fc.array(word, { maxLength: 2 }),
    spans: fc.array(fc.constant({ start: 1, end: 4, label: 'age' }), { maxLength: 2 }),
  });

const comparison: fc.Arbitrary<NamedComparison> = fc
  .uniqueArray(candidateOf(fc.oneof(fc.nat(), word)), {
    minLength: 2,
    maxLength: 4,
    selector: ({ message }) => message,
  })
  .chain((candidates) => {
    const names: (number | string)[] = candidates.map(({ message }) => message);
    return fc.record<NamedComparison>({
      candidates: fc.constant(candidates),
      preference: fc.constantFrom(...names, 'tie' as const, 'both_bad' as const),
      strength: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
      shown: orNull(fc.shuffledSubarray(names, { minLength: names.length })),
    });
  });

const rating: fc.Arbitrary<RatingRecord> = fc.record({
  conversation: word,
  message: fc.oneof(fc.nat(), word),
  rater: word,
  rubric: orNull(fc.constantFrom('ssfb@1', 'fed@12')),
  values: fc.dictionary(
    fc.string(),
    fc.oneof(fc.integer(), word, fc.array(fc.oneof(fc.integer(), word), { maxLength: 4 })),
  ),
  cannot: fc.dictionary(
    fc.string(),
    word.filter((reason) => reason.trim() === reason && reason !== ''),
    { maxKeys: 3 },
  ),
  categories: fc.array(word),
  spans: fc.array(
    fc
      .record({ start: fc.nat(), length: fc.integer({ min: 1, max: 99 }), label: word })
      .map(({ start, length, label }) => ({ start, end: start + length, label })),
  ),
  rationale: text,
  rewrite: orNull(text),
  comparison: orNull(comparison),
  createdAt: time,
  activeMs: amount,
  extra: fc.dictionary(
    fc.string().map((key) => `x-${key}`),
    fc.string(),
  ),
});

const throughText = (record: unknown): unknown => JSON.parse(JSON.stringify(record));

describe('writing native files and reading them again', () => {
  it('gives the same conversation', () => {
    fc.assert(
      fc.property(conversation, (original) => {
        expect(native.read(throughText(writeConversation(original)))).toEqual({
          ok: true,
          conversations: [original],
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same rating', () => {
    fc.assert(
      fc.property(rating, (original) => {
        expect(readRating(throughText(writeRating(original)))).toEqual({ ok: true, rating: original });
      }),
      { numRuns: 300 },
    );
  });

  it('writes the fields in the order of the format, and only those there are', () => {
    const outcome = native.read({ id: 'a', messages: [{ role: 'user', content: 'Hi' }], groups: { g: 1 } });
    const [read] = outcome.ok ? outcome.conversations : [];
    expect(read && JSON.stringify(writeConversation(read))).toBe(
      '{"id":"a","groups":{"g":"1"},"messages":[{"role":"user","content":"Hi"}]}',
    );
  });
});
