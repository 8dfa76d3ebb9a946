import type { SyntaxNode } from '@lezer/common';
import type { Gathering } from './gathering.ts';
import { childrenOf, takeInlines } from './inlines.ts';

/** The first place of a cell's words, and the place behind its last. */
function wordsWithin(text: string, from: number, to: number): [number, number] {
  const cell = text.slice(from, to);
  const start = from + (cell.length - cell.trimStart().length);
  return [start, Math.max(start, from + cell.trimEnd().length)];
}

function takeCell(into: Gathering, row: SyntaxNode, end: number): void {
  const words = row.getChildren('TableCell').filter(({ from, to }) => from >= into.at && to <= end);
  into.branch('cell', (inner) => {
    const [from, to] = wordsWithin(inner.text, inner.at, end);
    inner.hide(from);
    takeInlines(
      inner,
      words.flatMap((cell) => [...childrenOf(cell)]),
      to,
    );
    inner.hide(end);
  });
}

/** A row's cells, empty ones included: what lies between two strokes. The strokes are part of the cells beside them. */
function takeRow(into: Gathering, row: SyntaxNode, kind: 'head' | 'row', to: number): void {
  into.branch(kind, (inner) => {
    const strokes = row.getChildren('TableDelimiter');
    const [first] = strokes;
    const opens = first !== undefined && inner.text.slice(row.from, first.from).trim() === '';
    const ends = opens ? strokes.slice(1) : strokes;
    const marks: Gathering['nodes'] = [];
    const mark = (end: number) => {
      const from = inner.at;
      if (end > from) marks.push({ kind: 'hidden', from, to: end });
      inner.at = end;
    };
    const cell = (end: number) => {
      takeCell(inner, row, end);
      const last = inner.nodes.at(-1);
      if (last && 'children' in last) last.children.unshift(...marks.splice(0));
    };
    mark(opens ? first.to : row.from);
    for (const stroke of ends) {
      cell(stroke.from);
      mark(stroke.to);
    }
    // A row need not end with a stroke.
    if (inner.text.slice(inner.at, row.to).trim() !== '' || inner.nodes.length === 0) cell(row.to);
    mark(to);
    const last = inner.nodes.at(-1);
    if (last && 'children' in last) last.children.push(...marks);
  });
}

/** A table: the line that sets its columns is part of its head, the ends of lines of the rows they end. */
export function takeTable(into: Gathering, table: SyntaxNode): void {
  into.branch('table', (inner) => {
    const rows = [...childrenOf(table)].filter(({ name }) => name === 'TableHeader' || name === 'TableRow');
    for (const [index, row] of rows.entries())
      takeRow(inner, row, row.name === 'TableHeader' ? 'head' : 'row', rows[index + 1]?.from ?? table.to);
  });
}
