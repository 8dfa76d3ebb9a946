import type { Span } from '../../../../shared/domain/rating.ts';
import type { TextMark } from '../../../ui/transcript/pieces.ts';

export const sameSpan = (one: Span, other: Span): boolean =>
  one.start === other.start && one.end === other.end && one.label === other.label;

/** In the order of the text; of those that begin together the longer first, so that it holds the shorter. */
export const inOrder = (spans: readonly Span[]): Span[] =>
  spans.toSorted((a, b) => a.start - b.start || b.end - a.end);

/** Labelled stretches as they are drawn: each label with a line of its own, those that overlap below each other. `held` is one of them. */
export function marksOf(spans: readonly Span[], labels: readonly string[], held: Span | null): TextMark[] {
  const ends: number[] = [];
  return inOrder(spans).map((span) => {
    const free = ends.findIndex((end) => end <= span.start);
    const depth = free === -1 ? ends.length : free;
    ends[depth] = span.end;
    return {
      start: span.start,
      end: span.end,
      kind: 'label',
      name: span.label,
      line: Math.max(0, labels.indexOf(span.label)),
      depth,
      isHeld: span === held,
    };
  });
}
