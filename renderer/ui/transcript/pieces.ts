/** A stretch of a text in UTF-16 code units, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** A stretch that is marked: labelled by a rater, found by a search, or put in the place of personal data. */
export interface TextMark extends Stretch {
  kind: 'label' | 'match' | 'redaction';
  /** The label, or what else is to be said of it. */
  name: string;
  /** Which of the line styles it is underlined with, for labels. */
  line?: number;
  /** How far below the text its line is drawn, for those that overlap: 0 is nearest. */
  depth?: number;
  /** The one that is being worked on. */
  isHeld?: boolean;
}

/** A run of a text that the same marks cover. */
export interface Piece {
  start: number;
  text: string;
  /** What covers it, in the order given. */
  marks: readonly TextMark[];
  /** What ends with it. */
  ends: readonly TextMark[];
}

/** Always the same, so that what has no marks is not drawn again. */
export const NO_MARKS: readonly TextMark[] = [];

/** The marks that have a part in a run of the text. */
export function marksWithin(marks: readonly TextMark[], from: number, to: number): readonly TextMark[] {
  const within = marks.filter(({ start, end }) => start < to && end > from);
  return within.length === 0 ? NO_MARKS : within;
}

/** Cuts a run of a text, which begins at `from`, at every edge of a mark; joined again the pieces are the run. */
export function piecesOf(text: string, marks: readonly TextMark[], from = 0): Piece[] {
  const to = from + text.length;
  const edges = marks.flatMap(({ start, end }) => [start, end]).filter((edge) => edge > from && edge < to);
  const cuts = [...new Set([from, ...edges, to])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? to;
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      start,
      text: text.slice(start - from, end - from),
      marks: covering,
      ends: covering.filter((mark) => mark.end === end),
    };
  });
}
