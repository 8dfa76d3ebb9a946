import { describe, expect, test } from 'vitest';
import { redactConversation } from '../../../electron/engine/privacy/conversation.ts';
import { conversation, message } from './conversations.ts';

const full = conversation(
  [
    message('I am jane@example.com, my BSN is 123456782.', {
      metadata: { from: 'jane@example.com' },
      id: 'm-415-555-2671',
    }),
    message('Mailing JANE@example.com about 123456782.', {
      role: 'assistant',
      parts: [
        { type: 'text', text: 'Mailing JANE@example.com about 123456782.' },
        { type: 'reasoning', text: 'The user is jane@example.com' },
        {
          type: 'tool_call',
          id: '203.0.113.9',
          name: 'send',
          arguments: '{"to":"jane@example.com","body":"hi\\nbob@example.com"}',
          extra: { cc: [['carol@example.com']], count: 2 },
        },
      ],
      feedback: [
        { kind: 'implicit', signal: 'edited', value: null, text: 'Mail bob@example.com', comment: null },
        { kind: 'explicit', signal: 'thumb', value: -1, text: null, comment: 'call me on (415) 555-2671' },
      ],
    }),
    message('Thanks.'),
  ],
  [
    message('You are welcome, jane@example.com', { role: 'assistant' }),
    message('Bye.', { role: 'assistant' }),
  ],
);

describe('a conversation', () => {
  const before = structuredClone(full);
  const { conversation: after, findings, redactions, elsewhere } = redactConversation(full);

  test('has the same placeholder for the same person in messages, parts, feedback and candidates', () => {
    expect(after.messages[0]?.text).toBe('I am [EMAIL_1], my BSN is [NATIONAL_ID_1].');
    expect(after.messages[1]?.text).toBe('Mailing [EMAIL_1] about [NATIONAL_ID_1].');
    expect(after.messages[1]?.parts).toEqual([
      { type: 'text', text: 'Mailing [EMAIL_1] about [NATIONAL_ID_1].' },
      { type: 'reasoning', text: 'The user is [EMAIL_1]' },
      {
        type: 'tool_call',
        id: '203.0.113.9',
        name: 'send',
        arguments: '{"to":"[EMAIL_1]","body":"hi\\n[EMAIL_2]"}',
        extra: { cc: [['[EMAIL_3]']], count: 2 },
      },
    ]);
    expect(after.messages[1]?.feedback.map(({ text, comment }) => text ?? comment)).toEqual([
      'Mail [EMAIL_2]',
      'call me on [PHONE_1]',
    ]);
    expect(after.candidates[0]?.text).toBe('You are welcome, [EMAIL_1]');
  });

  test('keeps ids and metadata, and what holds nothing is the same object', () => {
    expect(after.messages[0]?.metadata).toBe(full.messages[0]?.metadata);
    expect(after.messages[0]?.id).toBe('m-415-555-2671');
    expect(after.messages[2]).toBe(full.messages[2]);
    expect(after.candidates[1]).toBe(full.candidates[1]);
    expect(full).toEqual(before);
  });

  test('says what was found in which message, and where each original was', () => {
    expect(findings).toEqual([
      { message: 0, code: 'pii.email' },
      { message: 0, code: 'pii.national_id' },
      { message: 1, code: 'pii.email' },
      { message: 1, code: 'pii.national_id' },
      { message: 1, code: 'pii.phone' },
      { message: 3, code: 'pii.email' },
    ]);
    expect(
      redactions.map(({ message: index, placeholder, original }) => `${index} ${placeholder} ${original}`),
    ).toEqual([
      '0 [EMAIL_1] jane@example.com',
      '0 [NATIONAL_ID_1] 123456782',
      '1 [EMAIL_1] JANE@example.com',
      '1 [NATIONAL_ID_1] 123456782',
      '3 [EMAIL_1] jane@example.com',
    ]);
    expect(elsewhere.map(({ message: index, path, original }) => `${index} ${path} ${original}`)).toEqual([
      '1 $.parts[0].text JANE@example.com',
      '1 $.parts[0].text 123456782',
      '1 $.parts[1].text jane@example.com',
      '1 $.parts[2].arguments jane@example.com',
      '1 $.parts[2].arguments bob@example.com',
      '1 $.parts[2].extra.cc[0][0] carol@example.com',
      '1 $.feedback[0].text bob@example.com',
      '1 $.feedback[1].comment (415) 555-2671',
    ]);
  });

  test('with nothing in it is the very same object', () => {
    const clean = conversation([
      message('Hello'),
      message('Hi', { role: 'assistant', parts: [{ type: 'image', url: 'x' }] }),
    ]);
    expect(redactConversation(clean)).toEqual({
      conversation: clean,
      findings: [],
      redactions: [],
      elsewhere: [],
    });
    expect(redactConversation(clean).conversation).toBe(clean);
  });

  test('that speaks of placeholders keeps them apart from its own, even where they come later', () => {
    const said = conversation([message('a@b.co'), message('What is [EMAIL_1]?'), message('b@b.co')]);
    expect(redactConversation(said).conversation.messages.map(({ text }) => text)).toEqual([
      '[EMAIL_2]',
      'What is [EMAIL_1]?',
      '[EMAIL_3]',
    ]);
  });

  test('comes out the same each time', () => {
    expect(redactConversation(full)).toEqual(redactConversation(structuredClone(full)));
  });

  test('names are found when told, also where they stand alone later', () => {
    const said = conversation([message('My name is Anna Schmidt'), message('Hello Anna Schmidt, dear!')]);
    expect(redactConversation(said).conversation).toBe(said);
    const { conversation: hidden, findings: codes } = redactConversation(said, { names: true });
    expect(hidden.messages.map(({ text }) => text)).toEqual(['My name is [NAME_1]', 'Hello [NAME_1], dear!']);
    expect(codes.map(({ code }) => code)).toEqual(['pii.name', 'pii.name']);
  });
});
