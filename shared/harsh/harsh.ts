import { TERMS } from './terms.ts';

/** In what way a text is hard to read. `marked`: someone or something said so, and not how. */
export const HARSH_KINDS = ['violence', 'sexual', 'self_harm', 'slur', 'marked'] as const;
export type HarshKind = (typeof HARSH_KINDS)[number];
export type DetectedKind = Exclude<HarshKind, 'marked'>;

const DETECTED: readonly DetectedKind[] = ['violence', 'sexual', 'self_harm', 'slur'];

/** No letter, figure or underscore beside it: a name in code is no word. */
const alone = (words: string): string => `(?<![\\p{L}\\p{N}_])(?:${words})(?![\\p{L}\\p{N}_])`;

const groupOf = (kind: DetectedKind): string => {
  const { words, anywhere } = TERMS[kind];
  const own = [alone(words.join('|')), ...(anywhere.length > 0 ? [anywhere.join('|')] : [])];
  return `(?<${kind}>${own.join('|')})`;
};

/** All kinds in one pass. Every repetition in it is bounded, so that the time grows with the text alone. */
const PATTERN = new RegExp(DETECTED.map(groupOf).join('|'), 'giu');

/** In which ways a text is harsh, by the words in it; none for most texts. */
export function harshKindsOf(text: string): DetectedKind[] {
  const found = new Set<DetectedKind>();
  for (const { groups } of text.normalize('NFKC').matchAll(PATTERN)) {
    for (const kind of DETECTED) if (groups?.[kind] !== undefined) found.add(kind);
    if (found.size === DETECTED.length) break;
  }
  return DETECTED.filter((kind) => found.has(kind));
}
