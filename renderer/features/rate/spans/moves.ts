import type { Stretch } from '../../../ui/transcript/pieces.ts';
import { nextCharacter, previousCharacter } from './graphemes.ts';
import { nextWord, previousWord, sentenceEnd, sentenceStart } from './words.ts';

/** How the keyboard moves a selection; null selects nothing yet. What would leave nothing changes nothing. */
type Step = (text: string, at: Stretch) => Stretch | null;

const endsAt = (at: Stretch, end: number | undefined): Stretch | null =>
  end === undefined || end <= at.start ? null : { start: at.start, end };
const startsAt = (at: Stretch, start: number | undefined): Stretch | null =>
  start === undefined || start >= at.end ? null : { start, end: at.end };

/** The end of the last word that is whole in the stretch without its last one. */
function oneWordLess(text: string, { end }: Stretch): number | undefined {
  const last = previousWord(text, end);
  return (last?.end === end ? previousWord(text, last.start) : last)?.end;
}

function oneWordLater(text: string, { start }: Stretch): number | undefined {
  const first = nextWord(text, start);
  return (first?.start === start ? nextWord(text, first.end) : first)?.start;
}

const trimmedEnd = (text: string, from: number, to: number): number =>
  from + text.slice(from, to).trimEnd().length;
const trimmedStart = (text: string, from: number, to: number): number =>
  to - text.slice(from, to).trimStart().length;

const STEPS = {
  'word.next': (text, at) => nextWord(text, at.end),
  'word.previous': (text, at) => previousWord(text, at.start),
  'end.later': (text, at) => endsAt(at, nextWord(text, at.end)?.end),
  'end.earlier': (text, at) => endsAt(at, oneWordLess(text, at)),
  'start.earlier': (text, at) => startsAt(at, previousWord(text, at.start)?.start),
  'start.later': (text, at) => startsAt(at, oneWordLater(text, at)),
  'end.sentenceLater': (text, at) => endsAt(at, sentenceEnd(text, at.end)),
  'end.sentenceEarlier': (text, at) => endsAt(at, trimmedEnd(text, at.start, sentenceStart(text, at.end))),
  'start.sentenceEarlier': (text, at) => startsAt(at, sentenceStart(text, at.start)),
  'start.sentenceLater': (text, at) => startsAt(at, trimmedStart(text, sentenceEnd(text, at.start), at.end)),
  'end.letterLater': (text, at) => endsAt(at, nextCharacter(text, at.end)),
  'end.letterEarlier': (text, at) => endsAt(at, previousCharacter(text, at.end)),
  'start.letterEarlier': (text, at) => startsAt(at, previousCharacter(text, at.start)),
  'start.letterLater': (text, at) => startsAt(at, nextCharacter(text, at.start)),
} as const satisfies Record<string, Step>;

export type Move = keyof typeof STEPS;

/** A selection after a move. The first move takes the first word, or, when it is a sentence, its sentence. */
export function moved(text: string, at: Stretch | null, move: Move): Stretch | null {
  if (at) return STEPS[move](text, at) ?? at;
  const first = nextWord(text, 0);
  if (!first || move !== 'end.sentenceLater') return first;
  return { start: first.start, end: sentenceEnd(text, first.start) };
}

/** The same move where text is read from right to left: what is to the right comes before. */
export const MIRRORED: Readonly<Record<Move, Move>> = {
  'word.next': 'word.previous',
  'word.previous': 'word.next',
  'end.later': 'end.earlier',
  'end.earlier': 'end.later',
  'start.earlier': 'start.later',
  'start.later': 'start.earlier',
  'end.sentenceLater': 'end.sentenceLater',
  'end.sentenceEarlier': 'end.sentenceEarlier',
  'start.sentenceEarlier': 'start.sentenceEarlier',
  'start.sentenceLater': 'start.sentenceLater',
  'end.letterLater': 'end.letterEarlier',
  'end.letterEarlier': 'end.letterLater',
  'start.letterEarlier': 'start.letterLater',
  'start.letterLater': 'start.letterEarlier',
};
