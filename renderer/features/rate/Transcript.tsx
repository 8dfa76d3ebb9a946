import type { Span } from '../../../shared/domain/rating.ts';
import { useApp } from '../../store/app.ts';
import { Answer } from './Answer.tsx';
import { Context } from './Context.tsx';
import { Rewrite } from './Rewrite.tsx';
import classes from './Transcript.module.css';
import { useHeld } from './useRate.ts';

const NO_SPANS: readonly Span[] = [];

/** What is read: the conversation, and the answer to judge set apart below it. */
export function Transcript() {
  const item = useHeld((held) => held.item, null);
  const spans = useHeld(({ rating }) => rating.spans, NO_SPANS);
  const reading = useApp((state) => state.preferences.textSize);
  if (!item) return <div className={classes.transcript} />;
  return (
    <div className={classes.transcript} style={{ '--reading': `${reading}px` }}>
      <Context key={`context ${item.assignment}`} item={item} />
      <section className={classes.answer} aria-label="Answer to judge">
        <h2 className={classes.heading}>answer to judge</h2>
        <Answer key={item.assignment} item={item} spans={spans} />
      </section>
      <Rewrite />
    </div>
  );
}
