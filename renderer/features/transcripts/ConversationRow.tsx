import { memo } from 'react';
import type { BrowsedRow } from '../../../shared/contract/browsing.ts';
import { useText } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { when } from '../../ui/format.ts';
import { Marks } from './Marks.tsx';
import { type Piece, piecesOf } from './pieces.ts';
import classes from './Transcripts.module.css';
import { rowFacts } from './words.ts';

interface ConversationRowProps {
  id: string;
  /** Undefined while it is fetched. */
  row: BrowsedRow | undefined;
  index: number;
  /** Distance from the top of the list, pixels. */
  top: number;
  isSelected: boolean;
  /** How many there are; -1 while that is not known. */
  among: number;
  onSelect: (index: number) => void;
}

/** One conversation of the list: what it is about, from whom, and what its user thought. */
export const ConversationRow = memo(function ConversationRow({
  id,
  row,
  index,
  top,
  isSelected,
  among,
  onSelect,
}: ConversationRowProps) {
  const t = useText(transcriptsText);
  return (
    <div
      id={id}
      role="option"
      aria-posinset={index + 1}
      aria-setsize={among}
      aria-selected={isSelected}
      tabIndex={-1}
      className={isSelected ? `${classes.row} ${classes.here}` : classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => onSelect(index)}
    >
      {row ? (
        <div className={classes.cell}>
          <p className={classes.rowHead}>
            <span className={classes.ref}>{row.ref}</span>
            <span className={classes.time}>{row.createdAt === null ? '' : when(row.createdAt)}</span>
          </p>
          <p className={classes.words} dir="auto">
            {row.snippet ? <Snippet snippet={row.snippet} /> : row.opening || <em>{t.noText}</em>}
          </p>
          <p className={classes.facts}>
            <Marks feedback={row.feedback} findings={row.findings} ratings={row.ratings} />
            <span>{rowFacts(row).join(' · ')}</span>
          </p>
        </div>
      ) : (
        <div className={classes.cell} aria-busy="true" />
      )}
    </div>
  );
});

function Snippet({ snippet: { text, role, marks } }: { snippet: NonNullable<BrowsedRow['snippet']> }) {
  const { roles } = useText(readingText);
  const pieces = piecesOf(
    text,
    marks.map(([start, end]) => ({ start, end, kind: 'match' })),
  );
  return (
    <>
      <span className={classes.speaker}>{roles[role]} </span>
      {pieces.map((piece: Piece) =>
        piece.stretch ? (
          <mark key={piece.start} className={classes.match}>
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
