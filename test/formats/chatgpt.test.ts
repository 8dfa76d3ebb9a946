import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentKey } from '../../shared/domain/conversation.ts';
import { bareConversation } from '../../shared/formats/bare.ts';
import { chatGpt } from '../../shared/formats/chatgpt.ts';
import { native } from '../../shared/formats/native.ts';
import { detectAdapter } from '../../shared/formats/registry.ts';
import { CHATGPT_BRANCHED, CHATGPT_REGENERATED } from './examples/chat-exports.ts';
import { faultOf, gathered, lines, messageOf, read } from './reading.ts';

const FOLDER = '../shared/data/chat_exports';
const json = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));

const user = (text: string) => ({
  author: { role: 'user' },
  content: { content_type: 'text', parts: [text] },
});
const assistant = (text: string) => ({
  author: { role: 'assistant' },
  content: { content_type: 'text', parts: [text] },
});

describe('a ChatGPT export', () => {
  it.skipIf(!existsSync(FOLDER))('is read as a published converter reads it', () => {
    const found = json('chatgpt_conversations.json').flatMap((record: unknown) => read(chatGpt, record));
    const wanted = json('chatgpt_expected_normalised.json').conversations;
    const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
    expect(
      found.map((one: (typeof found)[number]) => ({
        id: one.externalId,
        title: one.metadata.title,
        date: iso(one.createdAt),
        messages: one.messages.map((message: (typeof one.messages)[number]) => ({
          role: message.role,
          content: message.text,
          timestamp: iso(message.createdAt),
        })),
      })),
    ).toEqual(wanted);
  });

  it('gives the path to current_node, with regenerated answers as candidates', () => {
    const [main, ...others] = read(chatGpt, CHATGPT_REGENERATED);
    expect(others).toEqual([]);
    expect(main && lines(main.messages)).toEqual([
      'user: What is the tallest mountain?',
      'assistant: Everest, 8,849 m.',
      'user: And the second?',
    ]);
    expect(main?.candidates.map(({ id, text, model }) => [id, text, model])).toEqual([
      ['a2', 'Lhotse.', 'gpt-4o'],
      ['a2b', 'K2, 8,611 m.', 'gpt-4o'],
    ]);
    expect(main).toMatchObject({
      externalId: 'chat-1',
      createdAt: 1_736_899_200_000,
      model: 'gpt-4o',
      metadata: {
        title: 'Mountains',
        current_node: 'a2b',
        is_archived: false,
        empty_messages: [{ role: 'system' }],
      },
    });
  });

  it('marks the answers that were asked for anew as regenerated, unless two were shown at once', () => {
    const signals = (record: unknown) =>
      read(chatGpt, record)[0]?.candidates.map(({ feedback }) => feedback.map(({ signal }) => signal));
    expect(signals(CHATGPT_REGENERATED)).toEqual([['regenerated'], []]);
    const shown = structuredClone(CHATGPT_REGENERATED);
    Object.assign(shown.mapping, {
      a2b: {
        id: 'a2b',
        parent: 'u2',
        children: [],
        message: { ...assistant('K2.'), metadata: { paragen_variant_choice: '1' } },
      },
    });
    expect(signals(shown)).toEqual([[], []]);
  });

  it('gives each other branching a conversation of its own, turns with tools as one answer', () => {
    const found = read(chatGpt, CHATGPT_BRANCHED);
    expect(
      found.map(({ externalId, messages, candidates }) => [externalId, messages.length, candidates.length]),
    ).toEqual([
      ['chat-2', 8, 0],
      ['chat-2#u1', 2, 2],
      ['chat-2#a2', 8, 0],
    ]);
    expect(found[0] && lines(found[0].messages)).toEqual([
      'system: I climb.\n\nBe brief.',
      'user: Which peak?',
      'assistant: ',
      'assistant: ',
      'tool: Eiger, 3,967 m',
      'assistant: The Eiger, 3,967 m.',
      'user: Who climbed it first?',
      'assistant: Charles Barrington in 1858.',
    ]);
    expect(found[1] && lines(found[1].candidates)).toEqual([
      'assistant: Eiger.',
      'assistant: The Eiger, 3,967 m.',
    ]);
    expect(found[1]?.candidates[1]?.parts?.map(({ type }) => type)).toEqual([
      'reasoning',
      'tool_call',
      'tool_result',
      'text',
    ]);
  });

  it('keeps images, tool calls and reasoning as parts', () => {
    const found = read(chatGpt, CHATGPT_BRANCHED);
    expect(messageOf(found, 'u1').parts).toEqual([
      expect.objectContaining({ type: 'image', asset_pointer: 'file-service://file-1' }),
      { type: 'text', text: 'Which peak?' },
    ]);
    expect(messageOf(found, 'call').parts).toEqual([
      { type: 'tool_call', name: 'browser', arguments: 'search("north face")' },
    ]);
    expect(messageOf(found, 'think').parts).toEqual([
      { type: 'reasoning', text: 'A north face.', summary: 'Looking' },
    ]);
    expect(messageOf(found, 'ctx').metadata).toMatchObject({
      author: { role: 'user' },
      content_type: 'user_editable_context',
    });
  });

  it('has the identity of the same content in native form', () => {
    const mapping = {
      r: { id: 'r', message: null, parent: null, children: ['u'] },
      u: { id: 'u', message: user('Hi'), parent: 'r', children: ['a'] },
      a: { id: 'a', message: assistant('Hello'), parent: 'u', children: [] },
    };
    const [one] = read(chatGpt, { mapping, current_node: 'a' });
    const [other] = read(native, {
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello' },
      ],
    });
    expect(one && contentKey(one)).toBe(other && contentKey(other));
  });

  it('goes to the newest branch where no current_node is given, or one that is not there', () => {
    const { current_node: _gone, ...record } = CHATGPT_REGENERATED;
    for (const given of [record, { ...record, current_node: 'nowhere' }])
      expect(read(chatGpt, given)[0]?.candidates).toHaveLength(2);
  });

  it('keeps a node named __proto__, and markup as the text it is', () => {
    const html = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const record = JSON.parse(
      `{"title":${JSON.stringify(html)},"mapping":{"__proto__":{"message":${JSON.stringify(user(html))},"parent":null,"children":["a"]},"a":{"message":${JSON.stringify(assistant(html))},"parent":"__proto__","children":[]}}}`,
    );
    const [main] = read(chatGpt, record);
    expect(main?.messages.map(({ text }) => text)).toEqual([html, html]);
    expect(main?.externalId).toBe('__proto__');
    expect(main?.metadata.title).toBe(html);
  });

  it('may be 20,000 messages deep', () => {
    const mapping: Record<string, unknown> = {};
    for (let index = 0; index < 20_000; index++)
      mapping[`n${index}`] = {
        message: index % 2 === 0 ? user(`${index}`) : assistant(`${index}`),
        parent: index === 0 ? null : `n${index - 1}`,
        children: index === 19_999 ? [] : [`n${index + 1}`],
      };
    expect(read(chatGpt, { mapping, current_node: 'n19999' })[0]?.messages).toHaveLength(20_000);
  });

  it('keeps the answer left empty, and numbers too large as text', () => {
    const mapping = {
      u: { message: { ...user('Hi'), create_time: Number.POSITIVE_INFINITY }, parent: null, children: ['a'] },
      a: { message: assistant(''), parent: 'u', children: [] },
    };
    const [main] = read(chatGpt, { mapping });
    expect(main && lines(main.messages)).toEqual(['user: Hi', 'assistant: ']);
    expect(main?.messages[0]?.metadata.create_time).toBe('Infinity');
  });

  const circle = {
    a: { message: user('1'), parent: 'b', children: ['b'] },
    b: { message: assistant('2'), parent: 'a', children: ['a'] },
  };
  it.each([
    ['no mapping', {}, '$.mapping'],
    ['a mapping of nothing', { mapping: {} }, '$.mapping'],
    ['a node that is none', { mapping: { a: 5 } }, '$.mapping.a'],
    ['no role', { mapping: { a: { message: {}, parent: null } } }, '$.mapping.a.message.author.role'],
    [
      'content that is a number',
      { mapping: { a: { message: { ...user(''), content: 5 } } } },
      '$.mapping.a.message.content',
    ],
    ['a circle', { mapping: circle }, '$.mapping.a.parent'],
    ['a list', [], '$'],
  ])('is refused with its place: %s', (_what, record, path) => {
    expect(faultOf(chatGpt, record).path).toBe(path);
  });

  it('is refused where content is nested thousands of levels deep', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`);
    const mapping = { a: { message: { ...user('Hi'), metadata: deep }, parent: null } };
    expect(faultOf(chatGpt, { mapping }).reason).toMatch(/nested/);
  });
});

// Written from published descriptions of the export.
describe('message_feedback.json of the same export', () => {
  const tree = {
    conversation_id: 'c-1',
    current_node: 'b',
    mapping: {
      a: { parent: null, children: ['b'], message: user('Where?') },
      b: { parent: 'a', children: [], message: { id: 'm-b', ...assistant('Here.') } },
    },
  };
  const entry = (more: object) => ({
    message_id: 'm-b',
    conversation_id: 'c-1',
    user_id: 'u-1',
    rating: 'thumbsDown',
    content: '{"tags": ["not-true"], "text": "It is not."}',
    ...more,
  });

  it('is found as part of it, and put on the messages it is about', () => {
    expect(detectAdapter([entry({})])).toMatchObject({ adapter: { name: 'chatgpt' }, confidence: 0.9 });
    const [conversation] = gathered(chatGpt, [tree, entry({})]);
    expect(conversation?.messages[1]).toMatchObject({
      feedback: [{ kind: 'explicit', signal: 'thumb', value: -1, comment: 'It is not.' }],
      metadata: { message_feedback: [{ user_id: 'u-1', tags: ['not-true'] }] },
    });
    expect(contentKey(conversation ?? bareConversation([]))).toBe(
      contentKey(read(chatGpt, tree)[0] ?? bareConversation([])),
    );
  });

  it('in its other form, with the id of the message as its own', () => {
    const { message_id: id, ...rest } = entry({ rating: 'thumbs_up', content: '{}' });
    const [conversation] = gathered(chatGpt, [{ id, ...rest }, tree]);
    expect(conversation?.messages[1]?.feedback).toMatchObject([{ signal: 'thumb', value: 1, comment: null }]);
  });

  it('about a message that is not there is kept beside the conversation', () => {
    const [conversation] = gathered(chatGpt, [tree, entry({ message_id: 'gone' })]);
    expect(conversation?.metadata.message_feedback).toMatchObject([{ message_id: 'gone' }]);
  });

  it('without its conversations is refused, with what to do', () => {
    expect(chatGpt.gather?.read([entry({})])).toMatchObject({
      ok: false,
      fault: { code: 'PROMPT_ABSENT', reason: expect.stringContaining('conversations.json') },
    });
  });
});
