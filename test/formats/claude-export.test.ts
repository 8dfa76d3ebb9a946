import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claudeExport } from '../../shared/formats/claude-export.ts';
import { CLAUDE_PLAIN, CLAUDE_TREE } from './examples/chat-exports.ts';
import { faultOf, lines, read } from './reading.ts';

const FOLDER = '../shared/data/chat_exports';
const json = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
const message = { uuid: 'm', sender: 'human', text: 'Hi' };

describe('a Claude export', () => {
  it.skipIf(!existsSync(FOLDER))('is read as a published converter reads it', () => {
    const found = json('claude_conversations.json').flatMap((record: unknown) => read(claudeExport, record));
    const wanted = json('claude_expected_normalised.json').conversations;
    const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
    expect(
      found.map((one: (typeof found)[number]) => ({
        id: one.externalId,
        title: one.metadata.name,
        date: iso(one.createdAt),
        messages: one.messages.map((entry: (typeof one.messages)[number]) => ({
          role: entry.role,
          content: entry.text,
          timestamp: iso(entry.createdAt),
        })),
      })),
    ).toEqual(wanted);
  });

  it('keeps content parts, attachments and files', () => {
    const [main] = read(claudeExport, CLAUDE_PLAIN);
    expect(main && lines(main.messages)).toEqual([
      'user: What is in the list?',
      'assistant: Eggs and flour.',
    ]);
    expect(main?.messages[0]?.parts).toEqual([
      { type: 'text', text: 'What is in the list?' },
      {
        type: 'attachment',
        file_name: 'list.txt',
        file_size: 12,
        file_type: 'txt',
        extracted_content: 'eggs, flour',
      },
      { type: 'file', file_name: 'photo.png' },
    ]);
    expect(main?.messages[1]?.parts?.map(({ type }) => type)).toEqual([
      'reasoning',
      'tool_call',
      'tool_result',
      'text',
    ]);
    expect(main?.metadata).toMatchObject({ name: 'Recipes', account: { uuid: 'account-1' } });
  });

  it('is plain text where the only part is text, and keeps a text that says something else', () => {
    const plain = {
      ...message,
      text: 'Other',
      content: [{ type: 'text', text: 'Hi', citations: [{ url: 'u' }] }],
    };
    const [main] = read(claudeExport, { uuid: 'c', chat_messages: [plain] });
    expect(main?.messages[0]).toMatchObject({
      text: 'Hi',
      parts: null,
      metadata: { text: 'Other', text_part: { citations: [{ url: 'u' }] } },
    });
  });

  it('that is a tree gives the answers asked for anew as candidates', () => {
    const [main, ...others] = read(claudeExport, CLAUDE_TREE);
    expect(others).toEqual([]);
    expect(main && lines(main.messages)).toEqual(['user: Name a tree.']);
    expect(
      main?.candidates.map(({ text, feedback }) => [text, feedback.map(({ signal }) => signal)]),
    ).toEqual([
      ['Oak.', ['regenerated']],
      ['Beech.', []],
    ]);
  });

  it('takes messages that name no parent in their order', () => {
    const list = ['human', 'assistant', 'human'].map((sender, index) => ({ sender, text: `${index}` }));
    const [main] = read(claudeExport, { chat_messages: list });
    expect(main && lines(main.messages)).toEqual(['user: 0', 'assistant: 1', 'user: 2']);
  });

  it('may leave the text of a message out where it brings a file', () => {
    const [main] = read(claudeExport, {
      chat_messages: [{ sender: 'human', text: '', content: [], files: ['a.png'] }],
    });
    expect(main?.messages[0]).toMatchObject({ text: '', parts: [{ type: 'file', file_name: 'a.png' }] });
  });

  it.each([
    ['no messages', { chat_messages: [] }, '$.chat_messages'],
    ['a message that is text', { chat_messages: ['Hi'] }, '$.chat_messages[0]'],
    ['an unknown sender', { chat_messages: [{ ...message, sender: 'me' }] }, '$.chat_messages[0].sender'],
    ['a text that is a number', { chat_messages: [{ ...message, text: 5 }] }, '$.chat_messages[0].text'],
    [
      'content of another kind',
      { chat_messages: [{ ...message, content: 5 }] },
      '$.chat_messages[0].content',
    ],
    [
      'a part without type',
      { chat_messages: [{ ...message, content: [{}] }] },
      '$.chat_messages[0].content[0]',
    ],
    [
      'a message that answers itself',
      { chat_messages: [{ ...message, parent_message_uuid: 'm' }] },
      '$.chat_messages[0].parent_message_uuid',
    ],
  ])('is refused with its place: %s', (_what, record, path) => {
    expect(faultOf(claudeExport, record).path).toBe(path);
  });
});
