import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** Nothing to draw from yet. */
export function EmptySample() {
  const t = useText(sampleText);
  const navigate = useApp((state) => state.navigate);
  return (
    <EmptyState
      title={t.empty}
      text={t.emptyText}
      action={<Button onClick={() => navigate('import')}>{t.toImport}</Button>}
    />
  );
}
