import { describe, expect, it } from 'vitest';
import { languageCode } from '../../shared/formats/languages.ts';
import { lmsys } from '../../shared/formats/lmsys.ts';
import { oneSpelling } from '../../shared/formats/moderation.ts';
import { wildChat } from '../../shared/formats/wildchat.ts';
import { LMSYS_RECORD, WILDCHAT_JSON, WILDCHAT_PARQUET } from './examples/chats.ts';
import { faultOf, lines, read } from './reading.ts';

describe('WildChat', () => {
  it.each([
    ['JSON', WILDCHAT_JSON],
    ['Parquet', WILDCHAT_PARQUET],
  ])('is read from %s with its times, language, groups and moderation', (_form, record) => {
    const [main] = read(wildChat, record);
    expect(main && lines(main.messages)).toEqual(['user: Bonjour', 'assistant: Bonjour !']);
    expect(main).toMatchObject({
      externalId: 'hash-1',
      model: 'gpt-4-0314',
      createdAt: Date.parse('2023-04-09T00:02:53Z'),
      language: 'fr',
      groups: { country: 'France', state: 'Brittany' },
      metadata: { turn: 1, toxic: false, redacted: false, hashed_ip: 'abc' },
    });
    expect(main?.messages.map(({ createdAt }) => createdAt)).toEqual([
      null,
      Date.parse('2023-04-09T00:02:53Z'),
    ]);
    expect(main?.messages[1]?.metadata).toMatchObject({
      language: 'French',
      toxic: false,
      openai_moderation: { flagged: true, categories: { 'hate/threatening': true, 'self-harm': false } },
      detoxify_moderation: { toxicity: 0.2 },
    });
    expect(() => JSON.stringify(main)).not.toThrow();
  });

  it('keeps big integers exactly and typed arrays as lists', () => {
    const [main] = read(wildChat, WILDCHAT_PARQUET);
    expect(main?.messages[0]?.metadata.turn_identifier).toBe('9007199254740993');
    expect(main?.metadata.embedding).toEqual([0.5, 0.25]);
  });

  it('keeps what it cannot place: an unknown language, a time in words, moderation of another length', () => {
    const [main] = read(wildChat, {
      ...WILDCHAT_JSON,
      language: 'unknown',
      timestamp: 'yesterday',
      openai_moderation: [{ flagged: true }],
    });
    expect(main).toMatchObject({
      language: null,
      createdAt: null,
      metadata: { language: 'unknown', timestamp: 'yesterday', openai_moderation: [{ flagged: true }] },
    });
  });

  it.each([
    ['no turns', { ...WILDCHAT_JSON, conversation: [] }, '$.conversation'],
    ['a turn of nothing', { ...WILDCHAT_JSON, conversation: [null] }, '$.conversation[0]'],
    ['an unknown role', { conversation: [{ role: 'x', content: 'y' }] }, '$.conversation[0].role'],
    ['no content', { conversation: [{ role: 'user', content: null }] }, '$.conversation[0].content'],
  ])('is refused with its place: %s', (_what, record, path) => {
    expect(faultOf(wildChat, record).path).toBe(path);
  });
});

describe('LMSYS-Chat-1M', () => {
  it('is read with its language and moderation', () => {
    const [main] = read(lmsys, LMSYS_RECORD);
    expect(main && lines(main.messages)).toEqual([
      'user: how can I see the roads of NAME_1?',
      'assistant: With a map.',
    ]);
    expect(main).toMatchObject({
      externalId: 'lm-1',
      model: 'vicuna-13b',
      language: 'en',
      metadata: { turn: 1, redacted: true },
    });
    expect(main?.messages[0]?.metadata.openai_moderation).toMatchObject({ flagged: false });
  });
});

describe('moderation in two spellings', () => {
  it('becomes one, with the value that is there', () => {
    const categories = { 'hate/threatening': null, hate_threatening: true, self_harm: 0, other: 1 };
    expect(oneSpelling({ categories, flagged: true })).toEqual({
      categories: { 'hate/threatening': true, 'self-harm': 0, other: 1 },
      flagged: true,
    });
  });

  it('keeps both where they differ, and a field named __proto__', () => {
    const category_scores = JSON.parse('{"hate/threatening":0.1,"hate_threatening":0.2,"__proto__":1}');
    const read = oneSpelling({ category_scores });
    expect(JSON.stringify(read)).toBe(
      '{"category_scores":{"hate/threatening":0.1,"hate_threatening":0.2,"__proto__":1}}',
    );
  });

  it.each([[null], ['text'], [[1]], [{ categories: null }]])('leaves %j alone', (value) => {
    expect(oneSpelling(value)).toEqual(value);
  });
});

describe('the code of a language', () => {
  it.each([
    ['English', 'en'],
    ['PORTUGUESE', 'pt'],
    ['pt-BR', 'pt-BR'],
    ['de', 'de'],
    ['unknown', null],
    ['', null],
    ['constructor', null],
  ])('of %j is %j', (name, code) => {
    expect(languageCode(name)).toBe(code);
  });
});
