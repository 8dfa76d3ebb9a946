import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Batch } from '../../../shared/contract/importing.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count, plural, when } from '../../ui/format.ts';
import { useCall } from '../../ui/useCall.ts';
import shared from './Import.module.css';
import { useImport } from './store.ts';
import { adapterTitle } from './words.ts';

const PAGE = 100;

type Counted = 'records' | 'imported' | 'duplicates' | 'conversations' | 'merged' | 'repaired';

const number = (key: Counted, title: string): Column<Batch> => ({
  key,
  title,
  number: true,
  cell: (batch) => count(batch[key]),
});

function RejectedCount({ id, file, rejected }: Batch) {
  const showRejected = useImport((state) => state.showRejected);
  if (rejected === 0) return '0';
  return (
    <button
      type="button"
      className={shared.link}
      aria-label={`${plural(rejected, 'record')} of ${file} not readable: see why`}
      onClick={() => showRejected({ batch: id })}
    >
      {count(rejected)}
    </button>
  );
}

const COLUMNS: readonly Column<Batch>[] = [
  { key: 'when', title: 'When', width: '120px', cell: ({ finishedAt }) => when(finishedAt) },
  { key: 'file', title: 'File', cell: ({ file }) => file },
  {
    key: 'format',
    title: 'Format',
    cell: ({ kind, adapter }) => (kind === 'ratings' ? 'Ratings' : adapterTitle(adapter)),
  },
  number('records', 'Records'),
  number('imported', '= imported'),
  number('duplicates', '+ known already'),
  { key: 'rejected', title: '+ not readable', number: true, cell: (batch) => <RejectedCount {...batch} /> },
  number('conversations', 'Conversations'),
];
/** Shown where there is any. */
const RARE = [
  ['merged', 'Added to'],
  ['repaired', 'Repaired'],
] as const;

/** Everything that was imported so far, the newest first. */
export function PastImports() {
  const [shown, setShown] = useState(PAGE);
  const show = useImport((state) => state.show);
  const { value, error, reload } = useCall('import.batches', {});
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  if (!value) return <p className={shared.hint}>Fetching the list…</p>;
  const { batches } = value;
  if (batches.length === 0)
    return (
      <EmptyState
        title="Nothing was imported yet"
        text="Every file that comes in is listed here with what became of its records."
        action={<Button onClick={() => show('new')}>Choose files</Button>}
      />
    );
  const rare = RARE.filter(([key]) => batches.some((batch) => batch[key] > 0));
  const columns = [...COLUMNS, ...rare.map(([key, title]) => number(key, title))];
  return (
    <>
      <DataTable
        label="Past imports"
        columns={columns}
        rows={batches.slice(0, shown)}
        rowKey={({ id }) => id}
      />
      {batches.length > shown ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + 10 * PAGE)}>
          Show more: {count(shown)} of {plural(batches.length, 'import')} are shown
        </Button>
      ) : null}
    </>
  );
}
