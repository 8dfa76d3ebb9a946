import type { ImportedFile } from '../../../shared/contract/importing.ts';
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

const COLUMNS: readonly Column<Row>[] = [
  { key: 'file', title: 'File', cell: ({ file }) => file },
  { key: 'format', title: 'Format', cell: ({ adapter }) => adapter },
  number('records', 'Records'),
  number('imported', '= imported'),
  number('duplicates', '+ known already'),
  number('rejected', '+ not readable'),
  number('conversations', 'Conversations'),
  number('messages', 'Messages'),
];

const HEIGHT = 360;
const MANY = 8;

function rowsOf(files: readonly ImportedFile[]): Row[] {
  const rows = files.map((file, index) => ({
    ...totals([file]),
    key: `${index} ${file.path}`,
    file: file.name,
    adapter: adapterTitle(file.adapter),
  }));
  return rows.length < 2 ? rows : [{ ...totals(files), key: 'all', file: 'All files', adapter: '' }, ...rows];
}

/** Records = imported + known already + not readable, file by file. */
export function OutcomeTable({ files }: { files: readonly ImportedFile[] }) {
  const long = files.length > MANY ? { height: HEIGHT } : {};
  return (
    <DataTable
      label="What became of each file"
      columns={COLUMNS}
      rows={rowsOf(files)}
      rowKey={({ key }) => key}
      {...long}
    />
  );
}
