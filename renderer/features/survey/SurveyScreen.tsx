import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Batch } from '../../../shared/contract/importing.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { when } from '../../ui/format.ts';
import { Page } from '../../ui/Page.tsx';
import { useCall } from '../../ui/useCall.ts';
import { SurveyView } from './SurveyView.tsx';

const ALL = 'all';

const optionOf = ({ id, file, finishedAt }: Batch) => ({ value: id, label: `${file}, ${when(finishedAt)}` });

function Empty({ imported }: { imported: boolean }) {
  const navigate = useApp((state) => state.navigate);
  if (imported)
    return (
      <EmptyState
        title="No survey is kept of this"
        text="It came in with an earlier version of Touchstone, which did not look at what it imported."
      />
    );
  return (
    <EmptyState
      title="Nothing has come in yet"
      text="When transcripts are imported, this page says what they hold: languages, models, lengths, feedback, and answers that are empty, cut off or copies."
      action={<Button onClick={() => navigate('import')}>Import transcripts</Button>}
    />
  );
}

/** What came in with the imports, of all together or of one. */
export function SurveyScreen() {
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
      title="What came in"
      lead={report?.sentence}
      actions={
        batches.length > 1 ? (
          <Select
            aria-label="Which import"
            w={320}
            data={[{ value: ALL, label: 'All imports' }, ...batches.map(optionOf)]}
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
