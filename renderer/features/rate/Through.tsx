import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { doneCount } from '../../store/rate/state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { count } from '../../ui/format.ts';
import { desk, useRate } from './useRate.ts';

/** Shown when nothing is open: because all is done, or because nothing was assigned. */
export function Through() {
  const total = useRate(({ queue }) => queue.length);
  const done = useRate(({ queue }) => doneCount(queue));
  const skipped = useRate(({ queue }) => queue.filter(({ status }) => status === 'skipped').length);
  const person = useApp((state) => state.person?.name);
  const navigate = useApp((state) => state.navigate);
  if (total === 0) {
    return (
      <EmptyState
        title={`Nothing is assigned to ${person ?? 'you'} yet`}
        text="Draw a sample and assign it; the items then wait here in order."
        action={<Button onClick={() => navigate('sample')}>Sample and assign</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={`You are through: ${count(done)} of ${count(total)}`}
      text={
        skipped === 0
          ? 'Every item is rated and saved. K goes back through them; a change is saved like any other.'
          : `Everything is saved; ${count(skipped)} skipped. K goes back through the items, skipped ones included.`
      }
      action={
        <>
          <Button onClick={() => navigate('agreement')}>See the agreement</Button>
          <Button variant="default" onClick={() => desk().previous()}>
            Back to the last item
          </Button>
        </>
      }
    />
  );
}
