import type { SeenRating } from '../../../shared/contract/adjudication.ts';
import type { TextMark } from '../../ui/transcript/pieces.ts';

/** Line styles there are to tell raters apart by. */
const LINES = 4;

/** What raters labelled, each with a line of their own; of a candidate, or of the one answer. */
export function spanMarks(ratings: readonly SeenRating[], number: number | null): TextMark[] {
  const ends: number[] = [];
  return ratings
    .flatMap(({ letter, spans, candidates }, place) =>
      (number === null ? spans : (candidates[number]?.spans ?? [])).map((span) => ({ span, letter, place })),
    )
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map(({ span, letter, place }) => {
      const free = ends.findIndex((end) => end <= span.start);
      const depth = free === -1 ? ends.length : free;
      ends[depth] = span.end;
      const { start, end, label } = span;
      return { start, end, kind: 'label', name: `${letter}: ${label}`, line: place % LINES, depth };
    });
}
