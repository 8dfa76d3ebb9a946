import { memo, useLayoutEffect, useRef } from 'react';
import type { ShownItem } from '../../../shared/contract/rating.ts';
import { Message } from './Message.tsx';
import classes from './Transcript.module.css';

/** Marks the pane that PageUp and PageDown scroll. */
export const CONTEXT = 'conversation';

/** The conversation before the answer, scrolled to its end. */
export const Context = memo(function Context({ item }: { item: ShownItem }) {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (pane.current && item) pane.current.scrollTop = pane.current.scrollHeight;
  }, [item]);
  if (item.context.length === 0) return null;
  return (
    <section ref={pane} id={CONTEXT} className={classes.context} aria-label="Conversation" tabIndex={-1}>
      {[...item.context.entries()].map(([place, message]) => (
        <Message key={place} message={message} />
      ))}
    </section>
  );
});
