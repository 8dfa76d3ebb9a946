import type { ReactNode } from 'react';
import { opening } from '../format.ts';
import classes from './Message.module.css';

interface FoldProps {
  title: string;
  /** The text under it: its beginning is told on the line. */
  text: string;
  /** What a key unfolds. */
  kind?: string | undefined;
  open?: boolean;
  children: ReactNode;
}

/** How much of it is told while it is folded: characters. */
const TOLD = 120;

/** Something under one line that says what it is. */
export function Fold({ title, text, kind, open, children }: FoldProps) {
  return (
    <details className={classes.folded} data-fold={kind} open={open}>
      <summary dir="auto">
        <span className={classes.title}>{title}</span>
        <span className={classes.beginning}>
          {opening(
            text
              .slice(0, 2 * TOLD)
              .replaceAll(/\s+/g, ' ')
              .trim(),
            TOLD,
          )}
        </span>
      </summary>
      {children}
    </details>
  );
}
