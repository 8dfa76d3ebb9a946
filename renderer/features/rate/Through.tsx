import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import { useApp } from '../../store/app.ts';
import { doneCount, unseenReplies } from '../../store/rate/state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { count } from '../../ui/format.ts';
import { Replies } from './Replies.tsx';
import { desk, useRate } from './useRate.ts';

/** Shown when nothing is open: because all is done, or because nothing was assigned. */
export function Through() {
  const t = useText(queuePagesText);
  const total = useRate(({ queue }) => queue.length);
  const done = useRate(({ queue }) => doneCount(queue));
  const skipped = useRate(({ queue }) => queue.filter(({ status }) => status === 'skipped').length);
  const marked = useRate(({ queue }) => queue.filter(({ flagged }) => flagged).length);
  const replied = useRate((state) => unseenReplies(state).length > 0);
  const person = useApp((state) => state.person?.name);
  const navigate = useApp((state) => state.navigate);
  if (total === 0) {
    return (
      <EmptyState
        title={t.nothingAssigned(person ?? t.you)}
        text={t.nothingAssignedText}
        action={<Button onClick={() => navigate('sample')}>{t.sampleAndAssign}</Button>}
      />
    );
  }
  return (
    <>
      {replied ? <Replies /> : null}
      <EmptyState
        title={t.through(count(done), count(total))}
        text={skipped === 0 ? t.throughText : t.throughSkipped(count(skipped))}
        action={
          <>
            {skipped === 0 ? null : (
              <Button onClick={() => desk().nextSkipped()}>{t.goThroughSkipped}</Button>
            )}
            <Button variant={skipped === 0 ? 'filled' : 'default'} onClick={() => navigate('agreement')}>
              {t.seeAgreement}
            </Button>
            {marked === 0 ? null : (
              <Button variant="default" onClick={() => desk().nextMarked()}>
                {t.goThroughMarked}
              </Button>
            )}
            <Button variant="default" onClick={() => desk().previous()}>
              {t.backToLast}
            </Button>
          </>
        }
      />
    </>
  );
}
