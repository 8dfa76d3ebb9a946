import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** No rating yet, so nothing to compare. */
export function EmptyAgreement() {
  const navigate = useApp((state) => state.navigate);
  return (
    <EmptyState
      title="There is nothing to compare yet"
      text="Agreement is counted from submitted ratings, once two raters have judged the same answer."
      action={
        <>
          <Button onClick={() => navigate('rate')}>Go to Rate</Button>
          <Button variant="default" onClick={() => navigate('import')}>
            Import ratings
          </Button>
        </>
      }
    />
  );
}
