import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Batch } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importOutcomeText } from '../../catalogue/import-outcome.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count, when } from '../../ui/format.ts';
import { useCall } from '../../ui/useCall.ts';
import shared from './Import.module.css';
import { useImport } from './store.ts';
import { adapterTitle } from './words.ts';

const PAGE = 100;

type Counted = 'records' | 'imported' | 'duplicates' | 'conversations' | 'merged' | 'repaired';
type Texts = typeof importOutcomeText.en;

const number = (key: Counted, title: string): Column<Batch> => ({
  key,
  title,
  number: true,
  cell: (batch) => count(batch[key]),
});

function RejectedCount({ id, file, rejected }: Batch) {
  const t = useText(importOutcomeText);
  const showRejected = useImport((state) => state.showRejected);
  if (rejected === 0) return '0';
  return (
    <button
      type="button"
      className={shared.link}
      aria-label={t.rejectedOf(rejected, file)}
      onClick={() => showRejected({ batch: id })}
    >
      {count(rejected)}
    </button>
  );
}

const columnsIn = ({ columns, ratings }: Texts): readonly Column<Batch>[] => [
  { key: 'when', title: columns.when, width: '120px', cell: ({ finishedAt }) => when(finishedAt) },
  { key: 'file', title: columns.file, cell: ({ file }) => file },
  {
    key: 'format',
    title: columns.format,
    cell: ({ kind, adapter }) => (kind === 'ratings' ? ratings : adapterTitle(adapter)),
  },
  number('records', columns.records),
  number('imported', columns.imported),
  number('duplicates', columns.duplicates),
  { key: 'rejected', title: columns.rejected, number: true, cell: (batch) => <RejectedCount {...batch} /> },
  number('conversations', columns.conversations),
];
/** Shown where there is any. */
const RARE = ['merged', 'repaired'] as const;

/** Everything that was imported so far, the newest first. */
export function PastImports() {
  const t = useText(importOutcomeText);
  const [shown, setShown] = useState(PAGE);
  const show = useImport((state) => state.show);
  const { value, error, reload } = useCall('import.batches', {});
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  if (!value) return <p className={shared.hint}>{t.fetching}</p>;
  const { batches } = value;
  if (batches.length === 0)
    return (
      <EmptyState
        title={t.none}
        text={t.noneText}
        action={<Button onClick={() => show('new')}>{t.chooseFiles}</Button>}
      />
    );
  const rare = RARE.filter((key) => batches.some((batch) => batch[key] > 0));
  const columns = [...columnsIn(t), ...rare.map((key) => number(key, t.columns[key]))];
  return (
    <>
      <DataTable label={t.past} columns={columns} rows={batches.slice(0, shown)} rowKey={({ id }) => id} />
      {batches.length > shown ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + 10 * PAGE)}>
          {t.more(shown, batches.length)}
        </Button>
      ) : null}
    </>
  );
}
