import { describe, expect, it } from 'vitest';
import { contentKey } from '../../shared/domain/conversation.ts';
import { alpaca } from '../../shared/formats/alpaca.ts';
import { openAiPreference } from '../../shared/formats/openai-preference.ts';
import { ADAPTERS, detectAdapter } from '../../shared/formats/registry.ts';
import { shareGpt } from '../../shared/formats/sharegpt.ts';
import { trl } from '../../shared/formats/trl.ts';
import {
  ALPACA,
  ALPACA_HISTORY,
  ALPACA_PREFERENCE,
  AXOLOTL_PREFERENCE,
  OPENAI_PREFERENCE,
  TRL_CELLS,
  TRL_COMPLETION,
  TRL_IMPLICIT,
  TRL_LABELLED,
  TRL_PARTED,
  TRL_PREFERENCE,
  TRL_REPEATED,
  TRL_TEXT_PREFERENCE,
  TRL_TEXTS,
  TRL_TEXTS_LABELLED,
  TRL_TOOLS,
} from './examples/datasets.ts';
import { conversationIn, faultIn, turns } from './read-logs.ts';
import { read } from './reading.ts';

const asked = ['system: Be brief.', 'user: Where is my refund?'];
const preferred = [
  ['It was sent today.', 'chosen'],
  ['Soon.', 'rejected'],
];

describe('a TRL row', () => {
  it('with a completion is one conversation', () => {
    expect(turns(conversationIn(trl, TRL_COMPLETION))).toEqual([...asked, 'assistant: It was sent today.']);
    expect(turns(conversationIn(trl, TRL_TEXTS))).toEqual(['user: The sky is', 'assistant:  blue.']);
  });

  it.each([
    ['messages', TRL_LABELLED, false],
    ['texts', TRL_TEXTS_LABELLED, true],
  ])('keeps its label with its answer: %s', (_form, row, label) => {
    const { messages, metadata } = conversationIn(trl, row);
    expect([messages.at(-1)?.metadata, metadata]).toEqual([{ label }, {}]);
  });

  it.each([
    ['messages', TRL_PREFERENCE],
    ['cells of a table', TRL_CELLS],
    ['single messages beside the prompt, as Axolotl has them', AXOLOTL_PREFERENCE],
  ])('with a preference is one context with two candidates: %s', (_form, row) => {
    const { messages, candidates, metadata } = conversationIn(trl, row);
    expect(messages.map(({ role, text }) => `${role}: ${text}`)).toEqual(asked);
    expect(candidates.map((candidate) => [candidate.text, candidate.metadata.preference])).toEqual(preferred);
    expect(metadata).toEqual({});
  });

  it('shows its candidates in an order that does not tell which was chosen', () => {
    const { chosen, rejected } = TRL_PREFERENCE;
    const turned = { ...TRL_PREFERENCE, chosen: rejected, rejected: chosen };
    const [one, other] = [TRL_PREFERENCE, turned].map((row) => conversationIn(trl, row));
    expect(one && contentKey(one)).toBe(other && contentKey(other));
    expect(other?.candidates.map(({ metadata }) => metadata.preference)).toEqual(['rejected', 'chosen']);
  });

  it('finds a prompt that is only in the two dialogues, and does not repeat one that is in them too', () => {
    const expected = ['user: Name a tree.', '| assistant: Oak.', '| assistant: Rose.'];
    expect(turns(conversationIn(trl, TRL_IMPLICIT))).toEqual(expected);
    const repeated = conversationIn(trl, TRL_REPEATED);
    expect(turns(repeated)).toEqual(expected);
    expect(repeated).toMatchObject({
      externalId: 'p-1',
      metadata: { score_chosen: 9, score_rejected: 2, messages: TRL_REPEATED.messages },
    });
  });

  it('gives two conversations that name each other where the dialogues part earlier', () => {
    const found = read(trl, TRL_PARTED);
    expect(found.map(({ externalId, metadata }) => [externalId, metadata])).toEqual([
      ['p-2#chosen', { counterpart: 'p-2#rejected', parts_at: 1 }],
      ['p-2#rejected', { counterpart: 'p-2#chosen', parts_at: 1 }],
    ]);
    expect(found.map((conversation) => turns(conversation))).toEqual([
      ['user: Weather?', 'assistant: Where?', 'user: Paris.', 'assistant: It rains.'],
      ['user: Weather?', 'assistant: It rains.'],
    ]);
  });

  it('keeps calls of tools as every other format has them, and the tools in the metadata', () => {
    const { messages, metadata } = conversationIn(trl, TRL_TOOLS);
    expect(messages.map(({ role, parts }) => [role, parts])).toEqual([
      ['user', null],
      ['assistant', [{ type: 'tool_call', name: 'get_weather', arguments: '{"city":"Paris"}' }]],
      ['tool', null],
      ['assistant', null],
    ]);
    expect(metadata).toEqual({ tools: TRL_TOOLS.tools });
  });

  it.each([
    ['no prompt', { completion: 'x' }, /^PROMPT_ABSENT \$\.prompt /],
    ['an empty prompt', { prompt: '', completion: 'x' }, /^PROMPT_ABSENT \$\.prompt /],
    ['two answers and no prompt', { chosen: 'a', rejected: 'b' }, /^PROMPT_ABSENT \$\.prompt /],
    ['no answer', { prompt: 'x' }, /^NO_ANSWER \$\.completion /],
    ['one answer of two', { prompt: 'x', chosen: 'y' }, /^NO_ANSWER \$\.rejected /],
    ['an empty list', { prompt: [], completion: 'x' }, /^RECORD_INVALID \$\.prompt .*empty/],
    ['a prompt that is a number', { prompt: 7, completion: 'x' }, /^RECORD_INVALID \$\.prompt /],
    [
      'a role there is none of',
      { prompt: 'x', completion: [{ role: 'x', content: 'y' }] },
      /\$\.completion\[0\]\.role/,
    ],
  ])('is refused with its place: %s', (_what, row, fault) => {
    expect(faultIn(trl, row)).toMatch(fault);
  });
});

describe('an Alpaca row', () => {
  it('has instruction and input as the question, after system and history', () => {
    expect(turns(conversationIn(alpaca, ALPACA))).toEqual([
      'user: Make it shorter.\n\nThis is a very long sentence.',
      'assistant: This is long.',
    ]);
    expect(turns(conversationIn(alpaca, ALPACA_HISTORY))).toEqual([
      'system: Be brief.',
      'user: What is the tallest mountain?',
      'assistant: Everest.',
      'user: And the second?',
      'assistant: K2.',
    ]);
  });

  it('with a preference is one context with two candidates', () => {
    const conversation = conversationIn(alpaca, ALPACA_PREFERENCE);
    expect(turns(conversation)).toEqual(['user: Name a tree.', '| assistant: Oak.', '| assistant: Rose.']);
    expect(conversation.candidates.map(({ metadata }) => metadata)).toEqual([
      { preference: 'chosen' },
      { preference: 'rejected' },
    ]);
  });

  it('keeps what it does not name, and its tag with its answer', () => {
    const conversation = conversationIn(alpaca, { ...ALPACA, id: 7, kto_tag: false, text: 'Below is' });
    expect([conversation.externalId, conversation.metadata]).toEqual(['7', { text: 'Below is' }]);
    expect(conversation.messages.at(-1)?.metadata).toEqual({ kto_tag: false });
  });

  it.each([
    ['no instruction', { output: 'x' }, /^PROMPT_ABSENT \$\.instruction /],
    ['no output', { instruction: 'x' }, /^NO_ANSWER \$\.output /],
    ['one answer of two', { instruction: 'x', chosen: 'y' }, /^NO_ANSWER \$\.rejected /],
    ['a history of texts', { ...ALPACA, history: ['a'] }, /\$\.history\[0\]/],
    ['a history that is none', { ...ALPACA, history: 7 }, /\$\.history /],
  ])('is refused with its place: %s', (_what, row, fault) => {
    expect(faultIn(alpaca, row)).toMatch(fault);
  });
});

describe('an OpenAI preference', () => {
  it('is one context with two candidates, and keeps what stands beside the messages', () => {
    const { messages, candidates, metadata } = conversationIn(openAiPreference, OPENAI_PREFERENCE);
    expect(messages.map(({ role, text }) => `${role}: ${text}`)).toEqual(asked);
    expect(candidates.map((candidate) => [candidate.text, candidate.metadata.preference])).toEqual(preferred);
    expect(metadata).toEqual({ tools: [], parallel_tool_calls: true });
  });

  it.each([
    ['no input', { ...OPENAI_PREFERENCE, input: null }, /\$\.input /],
    ['no messages', { ...OPENAI_PREFERENCE, input: {} }, /^PROMPT_ABSENT \$\.input\.messages /],
    ['one output', { ...OPENAI_PREFERENCE, preferred_output: null }, /^NO_ANSWER \$\.preferred_output /],
  ])('is refused with its place: %s', (_what, row, fault) => {
    expect(faultIn(openAiPreference, row)).toMatch(fault);
  });
});

describe('a training row among all formats', () => {
  it.each([
    ['the chosen dialogue', TRL_REPEATED],
    ['the prompt', AXOLOTL_PREFERENCE],
  ])('is found although `messages` stand in it too: %s', (_what, row) => {
    expect(detectAdapter([row])).toMatchObject({ adapter: { name: 'trl' }, confidence: 0.97 });
  });

  it.each([
    [
      'hh-rlhf',
      { prompt: 'x', chosen: '\n\nHuman: a\n\nAssistant: b', rejected: '\n\nHuman: a\n\nAssistant: c' },
    ],
    ['pandalm', { instruction: 'a', input: '', response1: 'b', response2: 'c', annotator1: 1 }],
    [
      'arena',
      { id: 1, prompt: '["a"]', response_a: '["b"]', response_b: '["c"]', winner_tie: 1, winner: 'tie' },
    ],
    ['openai-messages', { messages: TRL_COMPLETION.prompt }],
  ])('is told from what looks like it: %s', (name, record) => {
    expect(detectAdapter([record]).adapter.name).toBe(name);
  });

  it.each([
    ['prompt', { prompt: 'a', completion: 'b', timestamp: '2026-10-02', model: 'm', rating: 4 }],
    ['instruction', { instruction: 'a', output: 'b', timestamp: '2026-10-02', model: 'm' }],
    ['chosen', { chosen: 'a', rejected: 'b' }],
  ])('is not taken for what is a table with columns of its own: %s', (_what, record) => {
    const rows = ['trl', 'alpaca', 'openai-preference'];
    const scores = ADAPTERS.filter(({ name }) => rows.includes(name)).map(
      (known) => known.detect(record).score,
    );
    expect(Math.max(...scores)).toBeLessThan(0.4);
  });

  it('has the same content in each format that can hold it', () => {
    const dialogue = { messages: [...TRL_COMPLETION.prompt, ...TRL_COMPLETION.completion] };
    const one = contentKey(conversationIn(trl, TRL_COMPLETION));
    expect(contentKey(conversationIn(detectAdapter([dialogue]).adapter, dialogue))).toBe(one);
    const pair = contentKey(conversationIn(trl, TRL_PREFERENCE));
    expect(contentKey(conversationIn(openAiPreference, OPENAI_PREFERENCE))).toBe(pair);
    expect(contentKey(conversationIn(trl, TRL_TEXT_PREFERENCE))).toBe(
      contentKey(
        conversationIn(alpaca, { instruction: 'The sky is', chosen: ' blue.', rejected: ' green.' }),
      ),
    );
  });
});

// Written from LLaMA-Factory's documentation of its data sets.
describe('a ShareGPT row', () => {
  const row = {
    system: 'Be brief.',
    conversations: [{ from: 'human', value: 'Where is my refund?' }],
    chosen: { from: 'gpt', value: 'It was sent today.' },
    rejected: { from: 'gpt', value: 'Soon.' },
    source: 'web',
  };

  it('with chosen and rejected is one context with two candidates', () => {
    expect(detectAdapter([row])).toMatchObject({
      adapter: { name: 'sharegpt' },
      confidence: 0.95,
      because: 'conversations of from and value, with chosen and rejected',
    });
    const conversation = conversationIn(shareGpt, row);
    expect(turns({ ...conversation, candidates: [] })).toEqual(asked);
    expect(conversation.candidates.map(({ text, metadata }) => [text, metadata.preference])).toEqual(
      preferred,
    );
    expect(conversation.metadata).toEqual({ source: 'web' });
    expect(contentKey(conversation)).toBe(contentKey(conversationIn(trl, TRL_PREFERENCE)));
  });

  it('with a chosen that is no turn says where', () => {
    const broken = { ...row, rejected: { from: 'gpt', value: 3 } };
    expect(faultIn(shareGpt, broken)).toContain('$.rejected.value');
  });

  it('of KTO keeps its label with the answer', () => {
    const { chosen: _chosen, rejected: _rejected, ...rest } = row;
    const labelled = {
      ...rest,
      conversations: [...row.conversations, { from: 'gpt', value: 'Soon.' }],
      kto_tag: false,
    };
    const { messages, metadata } = conversationIn(shareGpt, labelled);
    expect(messages.at(-1)?.metadata).toEqual({ label: false });
    expect(metadata).toEqual({ source: 'web' });
  });
});
