import { describe, expect, test } from 'vitest';
import { contentKey, isJudgeable, placedMessages } from '../../shared/domain/conversation.ts';
import { conversation, message } from '../support/conversations.ts';

const asked = message('user', 'Why?');
const plain = conversation([asked, message('assistant', 'Because.')]);

describe('two conversations are the same', () => {
  test('when they say the same, whatever they are called, and whoever made them', () => {
    const other = conversation([asked, message('assistant', 'Because.', { id: 'm', model: 'x' })], {
      externalId: 'c-1',
      model: 'y',
      groups: { country: 'NG' },
    });
    expect(contentKey(other)).toBe(contentKey(plain));
  });

  test('and different when a word, a role, a part, or the place of an answer differs', () => {
    const others = [
      conversation([asked, message('assistant', 'Because!')]),
      conversation([asked, message('tool', 'Because.')]),
      conversation([
        asked,
        message('assistant', 'Because.', { parts: [{ type: 'text', text: 'Because.' }] }),
      ]),
      conversation([asked], { candidates: [message('assistant', 'Because.')] }),
      conversation([message('assistant', 'Because.'), asked]),
    ];
    expect(new Set([plain, ...others].map(contentKey)).size).toBe(6);
  });
});

test('candidates share the place after the context', () => {
  const placed = placedMessages(
    conversation([asked], { candidates: [message('assistant', 'A'), message('assistant', 'B')] }),
  );
  expect(placed.map(({ position, candidate, message: { text } }) => [position, candidate, text])).toEqual([
    [0, 0, 'Why?'],
    [1, 1, 'A'],
    [1, 2, 'B'],
  ]);
});

test('a rater can judge an assistant message with something to read in it', () => {
  expect([message('assistant', 'Yes.'), message('assistant', ' \n'), asked].map(isJudgeable)).toEqual([
    true,
    false,
    false,
  ]);
});
