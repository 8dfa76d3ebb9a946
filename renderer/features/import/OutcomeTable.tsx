import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importOutcomeText } from '../../catalogue/import-outcome.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { adapterTitle, totals } from './words.ts';

type Counts = ReturnType<typeof totals>;
type Row = Counts & { key: string; file: string; adapter: string };

const number = (key: keyof Counts, title: string): Column<Row> => ({
  key,
  title,
  number: true,
  cell: (row) => count(row[key]),
});

const COUNTED = ['records', 'imported', 'duplicates', 'rejected', 'conversations', 'messages'] as const;

const columnsIn = ({ columns }: typeof importOutcomeText.en): readonly Column<Row>[] => [
  { key: 'file', title: columns.file, cell: ({ file }) => file },
  { key: 'format', title: columns.format, cell: ({ adapter }) => adapter },
  ...COUNTED.map((key) => number(key, columns[key])),
];

const HEIGHT = 360;
const MANY = 8;

function rowsOf(files: readonly ImportedFile[], all: string): Row[] {
  const rows = files.map((file, index) => ({
    ...totals([file]),
    key: `${index} ${file.path}`,
    file: file.name,
    adapter: adapterTitle(file.adapter),
  }));
  return rows.length < 2 ? rows : [{ ...totals(files), key: 'all', file: all, adapter: '' }, ...rows];
}

/** Records = imported + known already + not readable, file by file. */
export function OutcomeTable({ files }: { files: readonly ImportedFile[] }) {
  const t = useText(importOutcomeText);
  const long = files.length > MANY ? { height: HEIGHT } : {};
  return (
    <DataTable
      label={t.eachFile}
      columns={columnsIn(t)}
      rows={rowsOf(files, t.allFiles)}
      rowKey={({ key }) => key}
      {...long}
    />
  );
}
