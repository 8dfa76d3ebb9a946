import type { Span } from '../../../shared/domain/rating.ts';

export interface Segment {
  start: number;
  text: string;
  /** Labels of the spans that cover it. */
  labels: readonly string[];
  /** Labels of the spans that end with it. */
  ends: readonly string[];
}

/** The spans that lie in a stretch of a text, counted from its start; one that goes beyond it still does. */
export const spansWithin = (spans: readonly Span[], from: number, length: number): Span[] =>
  spans
    .filter(({ start, end }) => start < from + length && end > from)
    .map((span) => ({ ...span, start: Math.max(0, span.start - from), end: span.end - from }));

/** Cuts a text at every edge of a span; joined again the segments are the text. */
export function segmentsOf(text: string, spans: readonly Span[]): Segment[] {
  const edges = spans.flatMap(({ start, end }) => [start, Math.min(end, text.length)]);
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const covering = spans.filter((span) => span.start <= start && span.end >= end);
    return {
      start,
      text: text.slice(start, end),
      labels: covering.map(({ label }) => label),
      ends: covering.filter((span) => span.end === end).map(({ label }) => label),
    };
  });
}
