import { expect, test } from 'vitest';
import { documentOf, keepDocuments, readAhead } from '../../../../renderer/ui/transcript/documents.ts';
import { readSection } from '../../../../renderer/ui/transcript/markdown/read.ts';

test('a text is cut and read once while it is kept, and let go of when it is not', () => {
  const [here, left] = ['## Here\n\nOne.', 'That was *before*.'];
  const first = documentOf(here);
  const before = documentOf(left);
  keepDocuments(new Set([here]));
  expect(documentOf(here)).toBe(first);
  expect(documentOf(left)).not.toBe(before);
});

test('what comes next is read up to what will be set at once, and no further', () => {
  const text = Array.from({ length: 400 }, (_, n) => `Paragraph ${n} is one of many.\n\n`).join('');
  const read: string[] = [];
  const reader: typeof readSection = (part, section) => {
    read.push(part);
    return readSection(part, section);
  };
  readAhead(text, reader, 2500);
  const sections = documentOf(text);
  expect(sections.map((section) => section.text).join('')).toBe(text);
  expect(read).toEqual(sections.filter(({ from }) => from < 2500).map((section) => section.text));
  readAhead(text, reader, 2500);
  expect(read).toHaveLength(2);
});
