import { describe, expect, test } from 'vitest';
import { readingText } from '../../../renderer/catalogue/reading.ts';
import { hitsIn, textsOf } from '../../../renderer/features/rate/find/hits.ts';
import { EMPTY_RATING } from '../../../shared/domain/rating.ts';

const found = (text: string, typed: string): string[] =>
  hitsIn([{ id: 'answer', text, message: null }], typed).map(({ start, end }) => text.slice(start, end));

describe('finding in a conversation', () => {
  test('finds words whatever their case, and signs as they are', () => {
    expect(found('A refund. No Refund! refunds', 'refund')).toEqual(['refund', 'Refund', 'refund']);
    expect(found('Straße (a+b)* ÄRGER', 'ärger')).toEqual(['ÄRGER']);
    expect(found('Straße (a+b)* ÄRGER', '(a+b)*')).toEqual(['(a+b)*']);
    expect(found('订单4471已送达', '4471')).toEqual(['4471']);
    expect(found('anything', '   ')).toEqual([]);
  });

  test('finds words over line ends and the marks of emphasis between them', () => {
    expect(found('the **quick** brown\nfox', 'quick brown fox')).toEqual(['quick** brown\nfox']);
    expect(found('> one\n> two', 'one two')).toEqual(['one\n> two']);
  });

  test('looks through folded parts too, in the order of the page', () => {
    const texts = textsOf(
      {
        assignment: '',
        context: [
          { role: 'system', text: 'Be brief about refunds.', parts: null },
          {
            role: 'assistant',
            text: '',
            parts: [{ type: 'tool_call', name: 'refund', arguments: '{"refund":1}' }],
          },
        ],
        answer: {
          role: 'assistant',
          text: 'Your refund.',
          parts: [{ type: 'reasoning', text: 'A refund?' }],
        },
        candidates: [],
        warning: null,
        stored: { assignment: '', rating: EMPTY_RATING, savedAt: null, activeMs: 0, event: null },
        rubric: null,
        rerating: null,
        reply: null,
        unblinded: null,
      },
      readingText.en,
    );
    expect(hitsIn(texts, 'refund').map(({ id, message }) => [id, message])).toEqual([
      ['m0', 0],
      ['m1.0', 1],
      ['answer.0', null],
      ['answer', null],
    ]);
  });
});
