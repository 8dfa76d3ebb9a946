import type { Exported } from '../../../shared/contract/reporting.ts';
import { useText } from '../../catalogue/area.ts';
import { type ExportTexts, exportText } from '../../catalogue/export.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { Check } from '../../ui/icons.tsx';
import classes from './Export.module.css';

type Row = Exported['files'][number];

const columns = (t: ExportTexts): readonly Column<Row>[] => [
  { key: 'path', title: t.columns.file, cell: ({ path }) => <span className={classes.path}>{path}</span> },
  { key: 'rows', title: t.columns.rows, number: true, width: '88px', cell: ({ rows }) => count(rows) },
  {
    key: 'sha256',
    title: t.columns.digest,
    width: '240px',
    cell: ({ path, sha256 }) => (
      <span className={classes.digest}>
        <code title={sha256}>{sha256.slice(0, 12)}…</code>
        <CopyButton text={sha256} what={t.digestOf(path)} />
      </span>
    ),
  },
];

/** The files of the last export, and where their manifest lies. */
export function Written({ written }: { written: Exported }) {
  const t = useText(exportText);
  return (
    <div className={classes.written}>
      <p role="status" className={classes.done}>
        <span className={classes.fine}>
          <Check />
        </span>
        {t.written}
      </p>
      <DataTable
        label={t.filesWritten}
        columns={columns(t)}
        rows={written.files}
        rowKey={({ path }) => path}
      />
      <p className={classes.manifest}>
        <span className={classes.hint}>{t.manifest}</span>{' '}
        <span className={classes.path}>{written.manifest}</span>
        <CopyButton text={written.manifest} what={t.pathOfManifest} />
      </p>
      <p className={classes.hint}>{t.besides}</p>
    </div>
  );
}
