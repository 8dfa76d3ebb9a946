/** A stretch of a text and what it is: a match of the search, a placeholder for personal data. */
export interface Stretch {
  start: number;
  end: number;
  kind: 'match' | 'redaction';
  /** In words, for redactions. */
  title?: string;
}

export interface Piece {
  start: number;
  text: string;
  stretch: Stretch | null;
}

/** Cuts a text at the edges of stretches, given with offsets from `from` on. Of stretches that overlap, the first in order is shown. */
export function piecesOf(text: string, stretches: readonly Stretch[], from = 0): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (to: number): void => {
    if (to > at) pieces.push({ start: at, text: text.slice(at, to), stretch: null });
    at = Math.max(at, to);
  };
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const start = Math.max(stretch.start - from, at);
    const end = Math.min(stretch.end - from, text.length);
    if (end <= start) continue;
    plain(start);
    pieces.push({ start, text: text.slice(start, end), stretch });
    at = end;
  }
  plain(text.length);
  return pieces;
}
