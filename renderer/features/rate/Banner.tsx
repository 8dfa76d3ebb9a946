import { Suspense } from 'react';
import { useApp } from '../../store/app.ts';
import { unseenReplies } from '../../store/rate/state.ts';
import { lazily } from '../../ui/lazily.tsx';
import classes from './RateScreen.module.css';
import { useHeld, useRate } from './useRate.ts';

// What is seldom seen is fetched when it is.
const Trouble = lazily(async () => (await import('./Trouble.tsx')).Trouble);
const Replies = lazily(async () => (await import('./Replies.tsx')).Replies);
const LeadReply = lazily(async () => (await import('./LeadReply.tsx')).LeadReply);
const OtherVersion = lazily(async () => (await import('./OtherVersion.tsx')).OtherVersion);
const Source = lazily(async () => (await import('./Source.tsx')).Source);
const Rest = lazily(async () => (await import('./Rest.tsx')).Rest);

/** Above the bench, when there is something to say: what was not saved, what the lead answered, what a project that is not blind shows. */
export function Banner() {
  const troubled = useRate((state) => state.trouble !== null);
  const replied = useRate((state) => unseenReplies(state).length > 0);
  const answered = useHeld(({ item }) => item.reply !== null, false);
  const isOther = useHeld(({ item }) => item.rerating !== null || item.rubric !== null, false);
  const unblinded = useHeld(({ item }) => item.unblinded !== null, false);
  const pauseAfter = useApp((state) => state.project?.settings.pauseAfterMinutes ?? null);
  return (
    <div className={classes.banner}>
      <Suspense fallback={null}>
        {troubled ? <Trouble /> : null}
        {replied ? <Replies /> : null}
        {answered ? <LeadReply /> : null}
        {isOther ? <OtherVersion /> : null}
        {pauseAfter === null ? null : <Rest minutes={pauseAfter} />}
        {unblinded ? <Source /> : null}
      </Suspense>
    </div>
  );
}
