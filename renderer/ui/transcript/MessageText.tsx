import { Fragment, type ReactNode } from 'react';
import { type Block, blocksOf } from './code-blocks.ts';
import classes from './MessageText.module.css';

interface MessageTextProps {
  text: string;
  /** Draws a block's text, adding none; as it is when left out. */
  draw?: (block: Block) => ReactNode;
}

const asItIs = ({ text }: Block): ReactNode => text;

/** A message's text exactly, its code set as code. The text nodes joined are the text: offsets count on it. */
export function MessageText({ text, draw = asItIs }: MessageTextProps) {
  return blocksOf(text).map((block) =>
    block.code ? (
      <div key={block.start} className={classes.code} dir="ltr">
        {draw(block)}
      </div>
    ) : (
      <Fragment key={block.start}>{draw(block)}</Fragment>
    ),
  );
}
