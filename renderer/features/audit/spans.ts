import type { Span } from '../../../shared/domain/rating.ts';

/** A span with the pseudonym of the rater who labelled it. */
export interface LabelledSpan extends Span {
  rater: string;
}

/** A span with the number it is noted under. */
export interface NumberedSpan extends LabelledSpan {
  number: number;
}

/** Spans in the order they end in the answer, numbered from 1. */
export const numbered = (spans: readonly LabelledSpan[]): NumberedSpan[] =>
  spans
    .toSorted((a, b) => a.end - b.end || a.start - b.start)
    .map((span, index) => ({ ...span, number: index + 1 }));

/** A stretch of the answer under one and the same set of spans. */
export interface Segment {
  start: number;
  text: string;
  /** The spans that cover it; empty for plain text. */
  spans: readonly NumberedSpan[];
  /** The spans that end with it: their numbers are written here. */
  ending: readonly NumberedSpan[];
}

/**
 * The answer cut at every border of a span, so that overlapping spans of several raters can be shown side by side.
 * Offsets count UTF-16 code units, end exclusive; what lies beyond the answer is cut off.
 */
export function segments(answer: string, spans: readonly NumberedSpan[]): Segment[] {
  const inside = spans
    .map((span) => ({ ...span, end: Math.min(span.end, answer.length) }))
    .filter(({ start, end }) => start < end);
  const borders = new Set([0, answer.length, ...inside.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? answer.length;
    return {
      start,
      text: answer.slice(start, end),
      spans: inside.filter((span) => span.start < end && span.end > start),
      ending: inside.filter((span) => span.end === end),
    };
  });
}
