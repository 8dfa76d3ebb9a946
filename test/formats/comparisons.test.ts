import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { arena } from '../../shared/formats/arena.ts';
import { hhRlhf } from '../../shared/formats/hh-rlhf.ts';
import { pandaLm } from '../../shared/formats/pandalm.ts';
import {
  ARENA_LATER,
  ARENA_PARTED,
  ARENA_RECORD,
  ARENA_RESPONSES,
  HH_PAIR,
  HH_PARTED,
  PANDALM_RECORD,
} from './examples/chats.ts';
import { faultOf, lines, read } from './reading.ts';

const HH = '../shared/data/hh_rlhf/harmless-base_test.jsonl.gz';
const PANDALM = '../shared/data/pandalm/testset-v1.json';

describe('hh-rlhf', () => {
  it('gives one context with both answers, in an order that does not tell which was chosen', () => {
    const [main, ...others] = read(hhRlhf, HH_PAIR);
    expect(others).toEqual([]);
    expect(main && lines(main.messages)).toEqual(['user: How do I boil an egg?']);
    expect(main?.candidates.map(({ text, metadata }) => [text, metadata.preference])).toEqual([
      ['Ask someone else.', 'rejected'],
      ['Seven minutes in boiling water.', 'chosen'],
    ]);
  });

  it('gives two conversations that name each other where the dialogues part earlier', () => {
    const found = read(hhRlhf, { ...HH_PARTED, id: 'p1', split: 'test' });
    expect(found.map(({ externalId, metadata }) => [externalId, metadata])).toEqual([
      ['p1#chosen', { split: 'test', counterpart: 'p1#rejected', parts_at: 1 }],
      ['p1#rejected', { split: 'test', counterpart: 'p1#chosen', parts_at: 1 }],
    ]);
    expect(found.map(({ messages }) => messages.length)).toEqual([4, 2]);
    expect(found.map(({ messages }) => messages.at(-1)?.metadata.preference)).toEqual(['chosen', 'rejected']);
  });

  it('keeps empty answers and text before the first turn', () => {
    const [main] = read(hhRlhf, {
      chosen: 'Preface\n\nHuman: Hi\n\nAssistant:',
      rejected: '\n\nHuman: Hi\n\nAssistant: Hello',
    });
    expect(main?.candidates.map(({ text }) => text)).toEqual(['', 'Hello']);
    expect(main?.metadata).toEqual({ before_first_turn: { chosen: 'Preface', rejected: '' } });
  });

  it.each([
    ['no rejected', { chosen: HH_PAIR.chosen }, '$.rejected'],
    ['no turns', { chosen: HH_PAIR.chosen, rejected: 'Hello' }, '$.rejected'],
  ])('is refused with its place: %s', (_what, record, path) => {
    expect(faultOf(hhRlhf, record).path).toBe(path);
  });

  it.skipIf(!existsSync(HH))('of the real data loses no character but the framing', () => {
    const bare = (text: string) => text.replace(/\n\n(?:Human|Assistant):|\s/g, '');
    const records = gunzipSync(readFileSync(HH))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    let pairs = 0;
    for (const record of records) {
      const found = read(hhRlhf, record);
      if (found.length === 1) pairs++;
      for (const preference of ['chosen', 'rejected']) {
        const texts = found
          .map(({ messages, candidates }) => [
            ...messages,
            ...candidates.filter(({ metadata }) => metadata.preference === preference),
          ])
          .filter((messages) => messages.at(-1)?.metadata.preference === preference)
          .map((messages) => messages.map(({ text }) => text).join(''));
        expect(texts.map(bare)).toEqual([bare(record[preference])]);
      }
    }
    expect([records.length, pairs]).toEqual([2312, 2307]);
  });
});

describe('Chatbot Arena', () => {
  it('gives one context with both answers, their models and what the vote says of each', () => {
    const [main, ...others] = read(arena, ARENA_RECORD);
    expect(others).toEqual([]);
    expect(main).toMatchObject({
      externalId: 'q-1',
      language: 'en',
      createdAt: 1_682_351_591_132,
      metadata: {
        winner: 'model_b',
        judge: 'arena_user_1',
        openai_moderation: { categories: { 'hate/threatening': false, 'self-harm': false } },
      },
    });
    expect(main?.candidates.map(({ text, model, metadata }) => [text, model, metadata.preference])).toEqual([
      ['5', 'koala-13b', 'rejected'],
      ['4', 'vicuna-13b', 'chosen'],
    ]);
  });

  it('gives two conversations that name each other where the dialogues part earlier', () => {
    const found = read(arena, ARENA_PARTED);
    expect(
      found.map(({ externalId, model, metadata }) => [
        externalId,
        model,
        metadata.counterpart,
        metadata.parts_at,
      ]),
    ).toEqual([
      ['q-2#a', 'koala-13b', 'q-2#b', 1],
      ['q-2#b', 'vicuna-13b', 'q-2#a', 1],
    ]);
    expect(found.map(({ messages }) => messages.at(-1)?.metadata.preference)).toEqual([
      'tie (bothbad)',
      'tie (bothbad)',
    ]);
  });

  it('is read in its later forms too: content in parts, prompts and responses in lists', () => {
    const [later] = read(arena, ARENA_LATER);
    expect(later?.candidates.map(({ text, parts, metadata }) => [text, parts, metadata.preference])).toEqual([
      ['Hello', null, 'tie (bothbad)'],
      ['Hey', null, 'tie (bothbad)'],
    ]);
    const [lists] = read(arena, ARENA_RESPONSES);
    expect(lists && lines(lists.messages)).toEqual(['user: Is it?', 'assistant: Yes.', 'user: Why?']);
    expect(lists?.candidates.map(({ text, metadata }) => [text, metadata.preference])).toEqual([
      ['Because.', 'chosen'],
      ['', 'rejected'],
    ]);
  });

  it('is taken without a vote, and with one it does not know, which stays in the metadata', () => {
    const { winner: _none, ...record } = ARENA_RECORD;
    expect(read(arena, record)[0]?.candidates[0]?.metadata).toEqual({});
    expect(read(arena, { ...record, winner: 'neither' })[0]?.metadata.winner).toBe('neither');
  });

  it.each([
    ['one side', { conversation_a: ARENA_RECORD.conversation_a }, '$.prompt[0]'],
    ['an empty side', { ...ARENA_RECORD, conversation_b: [] }, '$.conversation_b'],
    [
      'a turn without role',
      { ...ARENA_RECORD, conversation_b: [{ content: 'x' }] },
      '$.conversation_b[0].role',
    ],
  ])('is refused with its place: %s', (_what, record, path) => {
    expect(faultOf(arena, record).path).toBe(path);
  });
});

describe('PandaLM', () => {
  it('gives one context with two answers, their models and what each annotator said', () => {
    const [main] = read(pandaLm, PANDALM_RECORD);
    expect(main && lines(main.messages)).toEqual(['user: Make it shorter.\n\nThis is a very long sentence.']);
    expect(main?.candidates.map(({ text, model, metadata }) => [text, model, metadata.preferences])).toEqual([
      ['This is long.', 'bloom-7b', { annotator1: 'rejected', annotator2: 'chosen', annotator3: 'tie' }],
      ['Long.', 'llama-7b', { annotator1: 'chosen', annotator2: 'rejected', annotator3: 'tie' }],
    ]);
    expect(main).toMatchObject({
      externalId: '7',
      useCase: 'Grammarly',
      metadata: { annotator1: 2, cmp_key: 'bloom-7b_llama-7b' },
    });
  });

  it.each([
    ['no instruction', { ...PANDALM_RECORD, instruction: null }, '$.instruction'],
    ['an input that is a list', { ...PANDALM_RECORD, input: [] }, '$.input'],
    ['no second response', { ...PANDALM_RECORD, response2: undefined }, '$.response2'],
  ])('is refused with its place: %s', (_what, record, path) => {
    expect(faultOf(pandaLm, record).path).toBe(path);
  });

  it.skipIf(!existsSync(PANDALM))(
    'of the real data is read whole; an answer "true" stands there as a value',
    () => {
      const records: { annotator1: number }[] = JSON.parse(readFileSync(PANDALM, 'utf8'));
      const said = records
        .flatMap((record) => read(pandaLm, record))
        .map(({ candidates }) => candidates[0]?.metadata.preferences);
      expect(said).toHaveLength(999);
      const chosen = said.filter((entry) => Object(entry).annotator1 === 'chosen').length;
      expect(chosen).toBe(records.filter(({ annotator1 }) => annotator1 === 1).length);
    },
  );
});
