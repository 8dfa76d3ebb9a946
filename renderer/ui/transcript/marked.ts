import { createElement, Fragment, type ReactNode } from 'react';
import classes from './marked.module.css';
import { type Piece, piecesOf, type TextMark } from './pieces.ts';

/** A run of a text with what is marked in it. */
export interface Run {
  /** Offset of the run in the text. */
  from: number;
  text: string;
  marks: readonly TextMark[];
}

const LINES = [classes.solid, classes.dashed, classes.dotted, classes.wavy, classes.double];
const DEEPEST = 3;

function drawLabel(inner: ReactNode, mark: TextMark, ends: Piece['ends']): ReactNode {
  const depth = Math.min(mark.depth ?? 0, DEEPEST);
  const classNames = [
    classes.label,
    LINES[(mark.line ?? 0) % LINES.length],
    depth > 0 ? classes[`deep${depth}`] : '',
    mark.isHeld ? classes.held : '',
  ];
  return createElement(
    'mark',
    {
      className: classNames.filter(Boolean).join(' '),
      'data-ends': ends.includes(mark) ? mark.name : undefined,
    },
    inner,
  );
}

/** A piece inside all its marks: the lines of those that overlap lie below each other, and each is named where it ends. */
export function drawPiece({ text, marks, ends }: Piece): ReactNode {
  let drawn: ReactNode = text;
  for (const mark of marks) {
    if (mark.kind === 'label') drawn = drawLabel(drawn, mark, ends);
    else if (mark.kind === 'match') drawn = createElement('mark', { className: classes.match }, drawn);
    else drawn = createElement('span', { className: classes.redaction, title: mark.name }, drawn);
  }
  return drawn;
}

/** A run of text as it is, with its marks. */
export function drawRun({ from, text, marks }: Run): ReactNode {
  if (marks.length === 0) return text;
  return createElement(Fragment, null, ...piecesOf(text, marks, from).map(drawPiece));
}
