import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Batch } from '../../../shared/contract/importing.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count, when } from '../../ui/format.ts';
import { Section } from '../../ui/Page.tsx';
import { useCall } from '../../ui/useCall.ts';
import classes from './Import.module.css';
import { Quarantine } from './Quarantine.tsx';
import { type Outcome, useImport } from './store.ts';
import { adapterTitle, fileName } from './words.ts';

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
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={open === id}
          aria-label={`${count(rejected)} lines of ${fileName(file)} not readable: see why`}
          onClick={() => setOpen(open === id ? null : id)}
        >
          {count(rejected)}
        </Button>
      ),
  },
];

interface BatchesProps {
  /** The list is read again after each import. */
  newest: Outcome | null;
  disabled: boolean;
}

/** Everything that was imported so far, and the quieter way in: ratings made elsewhere. */
export function Batches({ newest, disabled }: BatchesProps) {
  const [open, setOpen] = useState<string | null>(null);
  const { value, error, reload } = useCall('import.batches', {});
  const importRatings = useImport((state) => state.importRatings);
  useEffect(() => {
    if (newest) void reload();
  }, [newest, reload]);
  const shown = useMemo(() => columns(open, setOpen), [open]);
  const batches = value?.batches ?? [];
  return (
    <>
      {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
      {batches.length > 0 ? (
        <Section title="Imported so far">
          <DataTable
            label="Imported so far"
            columns={shown}
            rows={batches}
            rowKey={({ id }) => id}
            selected={open}
            detail={({ id }) => <Quarantine batch={id} />}
          />
        </Section>
      ) : null}
      <Section title="Ratings made elsewhere">
        <div className={classes.quiet}>
          <p className={classes.hint}>
            Ratings in Touchstone's own format, one JSON object a line, join the answers they name.
          </p>
          <Button variant="default" disabled={disabled} onClick={() => void importRatings()}>
            Choose ratings…
          </Button>
        </div>
      </Section>
    </>
  );
}
