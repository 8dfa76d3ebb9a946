import { describe, expect, test } from 'vitest';
import { readingText } from '../../../../renderer/catalogue/reading.ts';
import { otherParts, type Part, wordsOf } from '../../../../renderer/ui/transcript/part-words.ts';

const words = (part: Part) => wordsOf(part, readingText.en);

describe('what is not the text of a message', () => {
  test('is folded under what it is', () => {
    expect(words({ type: 'tool_call', id: 'c1', name: 'look_up', arguments: '{"order":"4471"}' })).toEqual({
      title: 'tool call: look_up',
      text: '{\n  "order": "4471"\n}',
      isData: true,
    });
    expect(words({ type: 'function', function: { name: 'f', arguments: 'not json' } })).toMatchObject({
      title: 'tool call: f',
      text: 'not json',
    });
    expect(words({ type: 'tool_result', content: '{"a":1}' })).toMatchObject({
      title: 'tool result',
      isData: true,
    });
    expect(words({ type: 'reasoning', text: 'Let me think.' })).toEqual({
      title: 'reasoning',
      text: 'Let me think.',
      isData: false,
    });
    expect(words({ type: 'web_search', query: 'x' })).toMatchObject({ title: 'web search', isData: true });
  });

  test('a picture is a name, and its address words', () => {
    expect(words({ type: 'image_url', image_url: { url: 'https://evil.example/pixel.png' } })).toEqual({
      title: 'image, not shown: https://evil.example/pixel.png',
      text: null,
      isData: false,
    });
    const data = `data:image/png;base64,${'A'.repeat(4_000)}`;
    expect(words({ type: 'input_image', image_url: data }).title).toBe('image, not shown: image/png, 3.0 kB');
    expect(
      words({ type: 'image', source: { media_type: 'image/jpeg', data: 'A'.repeat(4_000) }, alt: 'A cat' })
        .title,
    ).toBe('image, not shown: A cat, image/jpeg, 3.0 kB');
  });

  test('a file within data is told by its size', () => {
    const { text } = words({ type: 'attachment', bytes: 'Q'.repeat(500_000) });
    expect(text?.length).toBeLessThan(300);
    expect(text).toContain('(500 kB)');
  });

  test('parts that are the text are not shown a second time', () => {
    expect(
      otherParts([
        { type: 'text', text: 'a' },
        { type: 'reasoning', text: 'b' },
      ]),
    ).toEqual([{ type: 'reasoning', text: 'b' }]);
    expect(otherParts(null)).toEqual([]);
  });
});
