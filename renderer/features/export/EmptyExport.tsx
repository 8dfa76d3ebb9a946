import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** No rating yet, so nothing to write. */
export function EmptyExport() {
  const t = useText(exportText);
  const navigate = useApp((state) => state.navigate);
  return (
    <EmptyState
      title={t.nothing}
      text={t.nothingText}
      action={<Button onClick={() => navigate('rate')}>{t.goToRate}</Button>}
    />
  );
}
