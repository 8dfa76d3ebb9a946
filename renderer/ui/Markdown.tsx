import { Fragment, type ReactNode } from 'react';
import classes from './Markdown.module.css';
import { type Block, type Inline, parseMarkdown } from './markdown.ts';

const INLINE: Record<Inline['kind'], (text: string) => ReactNode> = {
  text: (text) => text,
  strong: (text) => <strong>{text}</strong>,
  emphasis: (text) => <em>{text}</em>,
  code: (text) => <code>{text}</code>,
};

/** Text that is parsed once has no identity but its place. */
const placed = <T,>(things: readonly T[], show: (thing: T) => ReactNode): ReactNode[] =>
  [...things.entries()].map(([place, thing]) => <Fragment key={place}>{show(thing)}</Fragment>);

const line = (parts: Inline[]) => placed(parts, ({ kind, text }) => INLINE[kind](text));

function showBlock(block: Block): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <h3>{line(block.inlines)}</h3>;
    case 'paragraph':
      return <p>{line(block.inlines)}</p>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = placed(block.items, (item) => <li>{line(item)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

/** Markdown as plain elements. */
export function Markdown({ text }: { text: string }) {
  return <div className={classes.prose}>{placed(parseMarkdown(text), showBlock)}</div>;
}
