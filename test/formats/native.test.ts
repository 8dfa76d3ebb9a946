import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../shared/domain/conversation.ts';
import { native } from '../../shared/formats/native.ts';

const user = { role: 'user', content: 'Where is my refund?' };
const assistant = { role: 'assistant', content: 'On its way.' };

function read(record: unknown): Conversation {
  const outcome = native.read(record);
  if (!outcome.ok) throw new Error(`${outcome.fault.path}: ${outcome.fault.reason}`);
  const [conversation] = outcome.conversations;
  if (!conversation) throw new Error('no conversation');
  return conversation;
}

function faultOf(record: unknown): [path: string, reason: string] {
  const outcome = native.read(record);
  if (outcome.ok) throw new Error('was read');
  expect(outcome.fault.code).toBe('RECORD_INVALID');
  return [outcome.fault.path, outcome.fault.reason];
}

describe('a native record', () => {
  it('gives every field of the format its place', () => {
    const conversation = read({
      id: 'c-17',
      created_at: '2026-10-02T09:31:04Z',
      model: 'asst-3',
      model_version: '2026-09',
      language: 'en',
      use_case: 'refund',
      groups: { country: 'NG', age: 41, member: true, city: null },
      metadata: { app: 'web' },
      messages: [
        { role: 'system', content: 'Be kind.' },
        { ...user, created_at: '2026-10-02T11:31:04+02:00' },
        {
          ...assistant,
          id: 'm-3',
          model: 'asst-3b',
          latency_ms: 840,
          usage: { input_tokens: 310 },
          feedback: [
            { kind: 'explicit', signal: 'thumb', value: -1, comment: 'wrong order' },
            { kind: 'implicit', signal: 'edited', text: 'what the user sent instead' },
          ],
        },
      ],
    });
    expect(conversation).toEqual({
      externalId: 'c-17',
      createdAt: Date.UTC(2026, 9, 2, 9, 31, 4),
      model: 'asst-3',
      modelVersion: '2026-09',
      language: 'en',
      useCase: 'refund',
      groups: { country: 'NG', age: '41', member: 'true' },
      metadata: { app: 'web' },
      candidates: [],
      messages: [
        expect.objectContaining({
          role: 'system',
          text: 'Be kind.',
          parts: null,
          feedback: [],
          metadata: {},
        }),
        expect.objectContaining({ role: 'user', createdAt: Date.UTC(2026, 9, 2, 9, 31, 4) }),
        {
          role: 'assistant',
          text: 'On its way.',
          parts: null,
          id: 'm-3',
          createdAt: null,
          model: 'asst-3b',
          latencyMs: 840,
          usage: { input_tokens: 310 },
          feedback: [
            { kind: 'explicit', signal: 'thumb', value: -1, text: null, comment: 'wrong order' },
            {
              kind: 'implicit',
              signal: 'edited',
              value: null,
              text: 'what the user sent instead',
              comment: null,
            },
          ],
          metadata: {},
        },
      ],
    });
  });

  it('may hold several candidates in place of the last message', () => {
    const { messages, candidates } = read({ messages: [user], candidates: [assistant, assistant] });
    expect(messages).toHaveLength(1);
    expect(candidates.map(({ text }) => text)).toEqual(['On its way.', 'On its way.']);
  });

  it('may have content in parts, whose text parts are the text', () => {
    const parts = [
      { type: 'reasoning', text: 'hm' },
      { type: 'text', text: 'One.' },
      { type: 'tool_call', name: 'find' },
      { type: 'text', text: 'Two.' },
    ];
    const { messages } = read({ messages: [{ role: 'assistant', content: parts }] });
    expect(messages[0]).toMatchObject({ text: 'One.\n\nTwo.', parts });
  });

  it('loses no field the format does not name, at any level', () => {
    const { metadata, messages } = read({
      metadata: { app: 'web', region: 'inner' },
      region: 'outer',
      session: { id: 4 },
      messages: [
        {
          ...assistant,
          name: 'bot',
          metadata: { k: 1 },
          feedback: [{ kind: 'implicit', signal: 'copied', device: 'phone' }],
        },
      ],
    });
    expect(metadata).toEqual({ app: 'web', region: 'inner', _region: 'outer', session: { id: 4 } });
    expect(messages[0]?.metadata).toEqual({ name: 'bot', k: 1, feedback_extra: { 0: { device: 'phone' } } });
  });

  it('keeps a field named __proto__ as a field', () => {
    const { metadata } = read(
      JSON.parse('{"__proto__":{"admin":true},"messages":[{"role":"user","content":"x"}]}'),
    );
    expect(Object.hasOwn(metadata, '__proto__')).toBe(true);
    expect(metadata.admin).toBeUndefined();
  });

  it('leaves the record it read as it was', () => {
    const record = { metadata: { a: 1 }, b: 2, messages: [{ ...user, c: 3, metadata: {} }] };
    const before = structuredClone(record);
    read(record);
    expect(record).toEqual(before);
  });
});

describe('a record that does not hold is refused with its place', () => {
  it.each([
    ['a number', 7, '$', /the number 7.*an object with messages/],
    ['no messages', { id: 'a' }, '$.messages', /missing.*list of messages/],
    ['an empty list', { messages: [] }, '$.messages', /empty/],
    ['a message that is text', { messages: ['hi'] }, '$.messages[0]', /"hi".*object with role/],
    [
      'an unknown role',
      { messages: [user, user, { role: 'usr', content: 'x' }] },
      '$.messages[2].role',
      /"usr".*one of system/,
    ],
    ['no role', { messages: [{ content: 'x' }] }, '$.messages[0].role', /missing/],
    ['content null', { messages: [{ role: 'user', content: null }] }, '$.messages[0].content', /null/],
    [
      'a part without type',
      { messages: [{ role: 'user', content: [{ text: 'x' }] }] },
      '$.messages[0].content[0]',
      /a type/,
    ],
    [
      'a candidate of the user',
      { messages: [user], candidates: [assistant, user] },
      '$.candidates[1].role',
      /"user".*assistant/,
    ],
    ['an id that is a list', { id: [1], messages: [user] }, '$.id', /a list/],
    ['a model that is a number', { model: 5, messages: [user] }, '$.model', /number 5.*text/],
    [
      'a day that is none',
      { created_at: '2026-02-30T00:00:00Z', messages: [user] },
      '$.created_at',
      /2026-02-30/,
    ],
    ['a time in words', { created_at: 'yesterday', messages: [user] }, '$.created_at', /"yesterday"/],
    ['groups in a list', { groups: ['f'], messages: [user] }, '$.groups', /a list/],
    ['a group of an object', { groups: { a: {} }, messages: [user] }, '$.groups.a', /an object/],
    ['latency below 0', { messages: [{ ...assistant, latency_ms: -1 }] }, '$.messages[0].latency_ms', /-1/],
    [
      'feedback of no kind',
      { messages: [{ ...assistant, feedback: [{ signal: 'thumb', value: 1 }] }] },
      '$.messages[0].feedback[0].kind',
      /explicit for thumb/,
    ],
    [
      'an unknown signal',
      { messages: [{ ...assistant, feedback: [{ kind: 'explicit', signal: 'like' }] }] },
      '$.messages[0].feedback[0].signal',
      /"like".*one of thumb/,
    ],
    [
      'six stars',
      { messages: [{ ...assistant, feedback: [{ kind: 'explicit', signal: 'stars', value: 6 }] }] },
      '$.messages[0].feedback[0].value',
      /6.*1 to 5/,
    ],
    [
      'a valued copy',
      { messages: [{ ...assistant, feedback: [{ kind: 'implicit', signal: 'copied', value: 1 }] }] },
      '$.messages[0].feedback[0].value',
      /copied has no value/,
    ],
  ])('%s', (_what, record, path, reason) => {
    const [at, sentence] = faultOf(record);
    expect(at).toBe(path);
    expect(sentence).toMatch(reason);
  });

  it('metadata nested thousands of levels deep, without exhausting the stack', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`);
    expect(faultOf({ metadata: deep, messages: [user] })[0]).toBe('$.metadata');
    expect(faultOf({ metadata: [deep], messages: [user] })[0]).toBe('$.metadata');
    expect(faultOf({ other: deep, messages: [user] })[0]).toBe('$.other');
  });
});
