import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count, opening } from '../../ui/format.ts';
import { useCall } from '../../ui/useCall.ts';
import classes from './Import.module.css';

type Row = OutputOf<'import.quarantine'>['rows'][number];

const PAGE = 50;

const COLUMNS: readonly Column<Row>[] = [
  { key: 'line', title: 'Line', width: '72px', cell: ({ line }) => count(line) },
  {
    key: 'reason',
    title: 'Why',
    cell: ({ reason, code }) => (
      <>
        {reason} <code className={classes.path}>{code}</code>
      </>
    ),
  },
  {
    key: 'path',
    title: 'Where in the record',
    width: '200px',
    cell: ({ path }) =>
      path === '' || path === '$' ? 'the whole record' : <code className={classes.path}>{path}</code>,
  },
  {
    key: 'original',
    title: 'As it stood',
    width: '36%',
    cell: ({ original }) => <code className={classes.original}>{opening(original, 90)}</code>,
  },
];

/** The records of a batch that could not be read, a page at a time; a row opens onto its original text. */
export function Quarantine({ batch }: { batch: string }) {
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<string | null>(null);
  const { value, error, reload } = useCall('import.quarantine', { batch, offset, limit: PAGE });
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  if (!value) return <p className={classes.hint}>Fetching the lines…</p>;
  const key = ({ line, byteOffset, path }: Row) => `${line} ${byteOffset} ${path}`;
  const last = Math.min(value.total, offset + PAGE);
  return (
    <div className={classes.quarantine}>
      <DataTable
        label="Records that could not be read"
        columns={COLUMNS}
        rows={value.rows}
        rowKey={key}
        selected={selected}
        onOpen={(row) => setSelected((now) => (now === key(row) ? null : key(row)))}
        detail={({ original }) => <pre className={classes.whole}>{original}</pre>}
      />
      {value.total > PAGE ? (
        <div className={classes.pager}>
          <span className={classes.hint}>
            {count(offset + 1)} to {count(last)} of {count(value.total)}
          </span>
          <Button
            size="xs"
            variant="default"
            disabled={offset === 0}
            onClick={() => setOffset(offset - PAGE)}
          >
            Earlier lines
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={last >= value.total}
            onClick={() => setOffset(offset + PAGE)}
          >
            Later lines
          </Button>
        </div>
      ) : null}
    </div>
  );
}
