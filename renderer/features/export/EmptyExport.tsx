import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** No rating yet, so nothing to write. */
export function EmptyExport() {
  const navigate = useApp((state) => state.navigate);
  return (
    <EmptyState
      title="There is nothing to export yet"
      text="A dataset is made of submitted ratings: answers rated well, rewrites, and pairs of answers to the same context."
      action={<Button onClick={() => navigate('rate')}>Go to Rate</Button>}
    />
  );
}
