import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Batch } from '../../../shared/contract/importing.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count, plural, when } from '../../ui/format.ts';
import { Section } from '../../ui/Page.tsx';
import { useCall } from '../../ui/useCall.ts';
import classes from './Import.module.css';
import { Quarantine } from './Quarantine.tsx';
import type { Outcome } from './state.ts';
import { adapterTitle, fileName } from './words.ts';

const FEW = 12;

const number = (key: 'records' | 'imported' | 'duplicates', title: string): Column<Batch> => ({
  key,
  title,
  number: true,
  cell: (batch) => count(batch[key]),
});

const columns = (open: string | null, setOpen: (batch: string | null) => void): readonly Column<Batch>[] => [
  { key: 'file', title: 'File', cell: ({ file }) => fileName(file) },
  { key: 'when', title: 'When', cell: ({ finishedAt }) => when(finishedAt) },
  {
    key: 'kind',
    title: 'What',
    cell: ({ kind, adapter }) => (kind === 'ratings' ? 'Ratings' : adapterTitle(adapter)),
  },
  number('records', 'Records'),
  number('imported', 'Imported'),
  number('duplicates', 'Known already'),
  {
    key: 'rejected',
    title: 'Not readable',
    number: true,
    cell: ({ id, file, rejected }) =>
      rejected === 0 ? (
        '0'
      ) : (
        <button
          type="button"
          className={classes.link}
          aria-expanded={open === id}
          aria-label={`${plural(rejected, 'line')} of ${fileName(file)} not readable: see why`}
          onClick={() => setOpen(open === id ? null : id)}
        >
          {count(rejected)}
        </button>
      ),
  },
];

/** Everything that was imported so far, the newest first; read again after each import. */
export function Batches({ newest }: { newest: Outcome | null }) {
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { value, error, reload } = useCall('import.batches', {});
  useEffect(() => {
    if (newest) void reload();
  }, [newest, reload]);
  const shown = useMemo(() => columns(open, setOpen), [open]);
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  const batches = value?.batches ?? [];
  if (batches.length === 0) return null;
  return (
    <Section title="Imported so far">
      <DataTable
        label="Imported so far"
        columns={shown}
        rows={all ? batches : batches.slice(0, FEW)}
        rowKey={({ id }) => id}
        selected={open}
        detail={({ id }) => <Quarantine batch={id} />}
      />
      {!all && batches.length > FEW ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          Show all {count(batches.length)}
        </Button>
      ) : null}
    </Section>
  );
}
