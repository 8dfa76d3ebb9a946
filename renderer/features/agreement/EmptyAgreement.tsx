import { Button } from '@mantine/core';
import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** No rating yet, so nothing to compare. */
export function EmptyAgreement() {
  const t = useText(agreementText);
  const navigate = useApp((state) => state.navigate);
  return (
    <EmptyState
      title={t.nothing}
      text={t.nothingText}
      action={
        <>
          <Button onClick={() => navigate('rate')}>{t.toRate}</Button>
          <Button variant="default" onClick={() => navigate('import')}>
            {t.importRatings}
          </Button>
        </>
      }
    />
  );
}
