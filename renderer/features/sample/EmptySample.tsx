import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** Nothing to draw from yet. */
export function EmptySample() {
  const navigate = useApp((state) => state.navigate);
  return (
    <EmptyState
      title="There are no answers to draw from"
      text="Import transcripts first; every assistant message with text can be drawn."
      action={<Button onClick={() => navigate('import')}>Go to Import</Button>}
    />
  );
}
