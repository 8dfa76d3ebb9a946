import { Button } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';

/** Before the first import. */
export function EmptyTranscripts() {
  const navigate = useApp((state) => state.navigate);
  return (
    <Page title="Transcripts">
      <EmptyState
        title="No conversations yet"
        text="Import transcripts, and every conversation can be searched, filtered and read here."
        action={<Button onClick={() => navigate('import')}>Import transcripts</Button>}
      />
    </Page>
  );
}
