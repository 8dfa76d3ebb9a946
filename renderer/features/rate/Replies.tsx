import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import { unseenReplies } from '../../store/rate/state.ts';
import classes from './RateScreen.module.css';
import { desk, useRate } from './useRate.ts';

/** Which of the rater's questions the lead has answered since they last looked. */
export function Replies() {
  const t = useText(queuePagesText);
  const key = useRate((state) =>
    unseenReplies(state)
      .map(({ assignment }) => state.queue.findIndex((entry) => entry.assignment === assignment) + 1)
      .filter((item) => item > 0)
      .join(' '),
  );
  if (key === '') return null;
  return (
    <div className={classes.quietNote} role="status">
      <p>{t.replied(key.split(' ').map(Number))}</p>
      <button type="button" className={classes.quietButton} onClick={() => desk().showReply()}>
        {t.showReply}
      </button>
      <button type="button" className={classes.quietButton} onClick={() => desk().repliesRead()}>
        {t.readReply}
      </button>
    </div>
  );
}
