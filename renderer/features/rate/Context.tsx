import { memo } from 'react';
import type { ShownItem } from '../../../shared/contract/rating.ts';
import { Message } from '../../ui/transcript/Message.tsx';
import classes from './Transcript.module.css';

/** Marks the pane that PageUp and PageDown scroll. */
export const CONTEXT = 'conversation';

/** The conversation before the answer. The pane starts at its end: its main axis runs upwards. Mount anew for each item. */
export const Context = memo(function Context({ item }: { item: ShownItem }) {
  if (item.context.length === 0) return null;
  return (
    <section id={CONTEXT} className={classes.context} aria-label="Conversation" tabIndex={-1}>
      <div>
        {[...item.context.entries()].map(([place, message]) => (
          <Message key={place} message={message} />
        ))}
      </div>
    </section>
  );
});
