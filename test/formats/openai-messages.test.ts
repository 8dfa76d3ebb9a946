import { describe, expect, it } from 'vitest';
import { type Conversation, contentKey } from '../../shared/domain/conversation.ts';
import type { Adapter } from '../../shared/formats/adapter.ts';
import { native } from '../../shared/formats/native.ts';
import { openAiMessages } from '../../shared/formats/openai-messages.ts';
import { shareGpt } from '../../shared/formats/sharegpt.ts';

function read(adapter: Adapter, record: unknown): Conversation {
  const outcome = adapter.read(record);
  if (!outcome.ok) throw new Error(`${outcome.fault.path}: ${outcome.fault.reason}`);
  const [conversation] = outcome.conversations;
  if (!conversation) throw new Error('no conversation');
  return conversation;
}

const faultOf = (adapter: Adapter, record: unknown): string => {
  const outcome = adapter.read(record);
  return outcome.ok ? 'read' : `${outcome.fault.path} ${outcome.fault.reason}`;
};

describe('an OpenAI messages record', () => {
  it('that has candidates or feedback, as only native transcripts do, is read as one', () => {
    const messages = [{ role: 'user', content: 'Hi' }];
    const several = read(openAiMessages, {
      messages,
      candidates: ['Hello', 'Hey'].map((content) => ({ role: 'assistant', content })),
    });
    expect(several.candidates.map(({ text }) => text)).toEqual(['Hello', 'Hey']);
    const thumb = { kind: 'explicit', signal: 'thumb', value: 1 };
    const liked = read(openAiMessages, {
      messages: [...messages, { role: 'assistant', content: 'Hello', feedback: [thumb] }],
    });
    expect(liked.messages[1]?.feedback).toMatchObject([thumb]);
  });

  it('means the same whether the arguments of a tool call are JSON text or an object', () => {
    const calling = (given: unknown) =>
      read(openAiMessages, {
        messages: [
          { role: 'user', content: 'Look.' },
          { role: 'assistant', tool_calls: [{ id: 'c1', function: { name: 'look', arguments: given } }] },
        ],
      });
    expect(contentKey(calling({ a: 1 }))).toBe(contentKey(calling('{"a":1}')));
  });

  it('keeps id, model and time, and everything else as metadata', () => {
    const conversation = read(openAiMessages, {
      id: 'chatcmpl-1',
      model: 'gpt-x',
      created: 1_790_000_000,
      metadata: { user: 'u1' },
      tools: [{ type: 'function', function: { name: 'find' } }],
      messages: [
        { role: 'developer', content: 'Be brief.' },
        { role: 'user', content: 'Hi', name: 'Ada' },
        { role: 'assistant', content: 'Hello', weight: 0 },
      ],
    });
    expect(conversation).toMatchObject({
      externalId: 'chatcmpl-1',
      model: 'gpt-x',
      createdAt: 1_790_000_000_000,
      metadata: { user: 'u1', tools: [{ type: 'function', function: { name: 'find' } }] },
    });
    expect(conversation.messages.map(({ role, text, metadata }) => [role, text, metadata])).toEqual([
      ['developer', 'Be brief.', {}],
      ['user', 'Hi', { name: 'Ada' }],
      ['assistant', 'Hello', { weight: 0 }],
    ]);
  });

  it('reads tool calls, tool results, refusals and parts', () => {
    const { messages } = read(openAiMessages, {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image_url', image_url: { url: 'data:' } },
          ],
        },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"a":1}' } }],
        },
        { role: 'tool', tool_call_id: 'call_1', content: 'a cat' },
        { role: 'assistant', content: null, function_call: { name: 'old', arguments: '{}' } },
        { role: 'function', name: 'old', content: 'done' },
        { role: 'assistant', content: null, refusal: 'I cannot say.' },
      ],
    });
    expect(messages.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'What is this?'],
      ['assistant', ''],
      ['tool', 'a cat'],
      ['assistant', ''],
      ['tool', 'done'],
      ['assistant', 'I cannot say.'],
    ]);
    expect(messages[1]?.parts).toEqual([
      { type: 'tool_call', id: 'call_1', name: 'look', arguments: '{"a":1}' },
    ]);
    expect(messages[2]?.metadata).toEqual({ tool_call_id: 'call_1' });
    expect(messages[3]?.parts).toEqual([{ type: 'tool_call', name: 'old', arguments: '{}' }]);
    expect(messages[4]?.metadata).toEqual({ name: 'old', role: 'function' });
  });

  it('keeps a model or time of another kind under metadata instead of refusing the record', () => {
    const messages = [{ role: 'user', content: 'Hi' }];
    const { model, createdAt, metadata } = read(openAiMessages, {
      messages,
      model: { name: 'x' },
      created: 'soon',
    });
    expect([model, createdAt, metadata]).toEqual([null, null, { model: { name: 'x' }, created: 'soon' }]);
  });

  it('is refused with the place where it does not hold', () => {
    const assistant = { role: 'assistant', content: null };
    expect(faultOf(openAiMessages, { messages: [assistant] })).toMatch(
      /^\$\.messages\[0\]\.content .*neither a tool call/,
    );
    expect(faultOf(openAiMessages, { messages: [{ role: 'bot', content: 'x' }] })).toMatch(
      /^\$\.messages\[0\]\.role .*"bot"/,
    );
    expect(faultOf(openAiMessages, { messages: [] })).toMatch(/^\$\.messages .*empty/);
    expect(faultOf(openAiMessages, { messages: [{ ...assistant, tool_calls: 'x' }] })).toMatch(/tool_calls/);
  });
});

describe('a ShareGPT record', () => {
  it('gives each speaker a role and keeps what it does not know', () => {
    const { messages, metadata, externalId } = read(shareGpt, {
      id: 'x_0',
      system: 'Be kind.',
      tools: '[]',
      conversations: [
        { from: 'human', value: '<p>Hi</p>', markdown: null },
        { from: 'Bing', value: 'Hello' },
        { from: 'function_call', value: '{"name":"find","arguments":{"q":"x"}}' },
        { from: 'observation', value: 'found' },
        { from: 'gpt', value: 'Here.' },
      ],
    });
    expect(externalId).toBe('x_0');
    expect(metadata).toEqual({ tools: '[]' });
    expect(messages.map(({ role, text, model }) => [role, text, model])).toEqual([
      ['system', 'Be kind.', null],
      ['user', '<p>Hi</p>', null],
      ['assistant', 'Hello', 'bing'],
      ['assistant', '', null],
      ['tool', 'found', null],
      ['assistant', 'Here.', null],
    ]);
    expect(messages[1]?.metadata).toEqual({ markdown: null });
    expect(messages[3]?.parts).toEqual([{ type: 'tool_call', name: 'find', arguments: { q: 'x' } }]);
  });

  it('is refused with the place where it does not hold', () => {
    expect(faultOf(shareGpt, { conversations: [] })).toMatch(/^\$\.conversations .*empty/);
    expect(faultOf(shareGpt, { conversations: [{ from: 'cat', value: 'm' }] })).toMatch(
      /\[0\]\.from .*"cat".*human/,
    );
    expect(faultOf(shareGpt, { conversations: [{ from: 'toString', value: 'm' }] })).toMatch(/\[0\]\.from/);
    expect(faultOf(shareGpt, { conversations: [{ from: 'gpt', value: null }] })).toMatch(
      /\[0\]\.value .*null/,
    );
  });
});

describe('the same conversation', () => {
  it('has the same content key whatever format it came in', () => {
    const turns = [
      ['user', 'Hi', 'human'],
      ['assistant', 'Hello', 'gpt'],
    ] as const;
    const messages = turns.map(([role, content]) => ({ role, content }));
    const keys = [
      read(native, { id: 'a', use_case: 'greeting', messages }),
      read(openAiMessages, { messages, model: 'm' }),
      read(shareGpt, { conversations: turns.map(([, value, from]) => ({ from, value })) }),
    ].map(contentKey);
    expect(new Set(keys).size).toBe(1);
  });
});
