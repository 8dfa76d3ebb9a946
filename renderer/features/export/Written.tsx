import type { Exported } from '../../../shared/contract/reporting.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { Check } from '../../ui/icons.tsx';
import classes from './Export.module.css';

type Row = Exported['files'][number];

const COLUMNS: readonly Column<Row>[] = [
  { key: 'path', title: 'File', cell: ({ path }) => <span className={classes.path}>{path}</span> },
  { key: 'rows', title: 'Rows', number: true, width: '88px', cell: ({ rows }) => count(rows) },
  {
    key: 'sha256',
    title: 'SHA-256',
    width: '240px',
    cell: ({ path, sha256 }) => (
      <span className={classes.digest}>
        <code title={sha256}>{sha256.slice(0, 12)}…</code>
        <CopyButton text={sha256} what={`digest of ${path}`} />
      </span>
    ),
  },
];

/** The files of the last export, and where their manifest lies. */
export function Written({ written }: { written: Exported }) {
  return (
    <div className={classes.written}>
      <p role="status" className={classes.done}>
        <span className={classes.fine}>
          <Check />
        </span>
        The dataset is written.
      </p>
      <DataTable label="Files written" columns={COLUMNS} rows={written.files} rowKey={({ path }) => path} />
      <p className={classes.manifest}>
        <span className={classes.hint}>Manifest</span>{' '}
        <span className={classes.path}>{written.manifest}</span>
        <CopyButton text={written.manifest} what="path of the manifest" />
      </p>
      <p className={classes.hint}>In the same folder: the evidence behind each row, and a dataset card.</p>
    </div>
  );
}
