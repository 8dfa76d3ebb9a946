import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import classes from './RateScreen.module.css';
import { useHeld } from './useRate.ts';

/** What the lead said to the rater's mark, at the item it was asked of. */
export function LeadReply() {
  const t = useText(queuePagesText);
  const reply = useHeld(({ item }) => item.reply, null);
  const question = useHeld(({ rating }) => rating.question, '');
  if (!reply) return null;
  const isToThis = reply.question === question || reply.question === '';
  return (
    <p className={classes.reply} role="status">
      <strong>{isToThis ? t.leadSays : t.leadSaid(reply.question)}</strong> <bdi>{reply.text}</bdi>
    </p>
  );
}
