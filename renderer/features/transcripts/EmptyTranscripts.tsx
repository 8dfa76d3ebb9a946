import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';

/** Before the first import. */
export function EmptyTranscripts() {
  const t = useText(transcriptsText);
  const navigate = useApp((state) => state.navigate);
  return (
    <Page title={t.title}>
      <EmptyState
        title={t.none}
        text={t.noneText}
        action={<Button onClick={() => navigate('import')}>{t.toImport}</Button>}
      />
    </Page>
  );
}
