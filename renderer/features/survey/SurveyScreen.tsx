import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Batch } from '../../../shared/contract/importing.ts';
import { textNow, useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { surveyReading } from '../../catalogue/survey-reading.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { when } from '../../ui/format.ts';
import { Page } from '../../ui/Page.tsx';
import { useCall } from '../../ui/useCall.ts';
import { SurveyView } from './SurveyView.tsx';

const ALL = 'all';

const optionOf = ({ id, file, finishedAt }: Batch) => ({
  value: id,
  label: textNow(surveyText).importOf(file, when(finishedAt)),
});

function Empty({ imported }: { imported: boolean }) {
  const t = useText(surveyText);
  const navigate = useApp((state) => state.navigate);
  if (imported) return <EmptyState title={t.notKept} text={t.notKeptText} />;
  return (
    <EmptyState
      title={t.nothing}
      text={t.nothingText}
      action={<Button onClick={() => navigate('import')}>{t.toImport}</Button>}
    />
  );
}

/** What came in with the imports, of all together or of one. */
export function SurveyScreen() {
  const t = useText(surveyText);
  const read = useText(surveyReading);
  const [chosen, setChosen] = useState(ALL);
  const { value: imports } = useCall('import.batches', {});
  const { value, error, loading, reload } = useCall('survey.report', chosen === ALL ? {} : { batch: chosen });
  const batches = useMemo(
    () => (imports?.batches ?? []).filter(({ kind }) => kind === 'transcripts'),
    [imports],
  );
  const report = value?.report ?? null;
  return (
    <Page
      wide
      title={t.title}
      lead={report ? (read?.whole(report) ?? report.sentence) : undefined}
      actions={
        batches.length > 1 ? (
          <Select
            aria-label={t.which}
            w={320}
            data={[{ value: ALL, label: t.all }, ...batches.map(optionOf)]}
            value={chosen}
            allowDeselect={false}
            onChange={(batch) => setChosen(batch ?? ALL)}
          />
        ) : null
      }
    >
      {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
      {report ? <SurveyView report={report} /> : null}
      {!(report || loading || error) ? <Empty imported={batches.length > 0} /> : null}
    </Page>
  );
}
