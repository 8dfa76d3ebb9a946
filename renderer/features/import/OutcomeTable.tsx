import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { adapterTitle, fileName, totals } from './words.ts';

type Row = Pick<ImportedFile, 'records' | 'imported' | 'duplicates' | 'rejected' | 'messages'> & {
  key: string;
  file: string;
  adapter: string;
};

const COLUMNS: readonly Column<Row>[] = [
  { key: 'file', title: 'File', cell: ({ file }) => file },
  { key: 'format', title: 'Format', cell: ({ adapter }) => adapter },
  { key: 'records', title: 'Records', number: true, cell: ({ records }) => count(records) },
  { key: 'imported', title: '= imported', number: true, cell: ({ imported }) => count(imported) },
  { key: 'duplicates', title: '+ known already', number: true, cell: ({ duplicates }) => count(duplicates) },
  { key: 'rejected', title: '+ not readable', number: true, cell: ({ rejected }) => count(rejected) },
  { key: 'messages', title: 'Messages', number: true, cell: ({ messages }) => count(messages) },
];

function rowsOf(files: readonly ImportedFile[]): Row[] {
  const rows = files.map((file, index) => ({
    ...file,
    key: `${index} ${file.path}`,
    file: fileName(file.path),
    adapter: adapterTitle(file.adapter),
  }));
  if (rows.length < 2) return rows;
  const messages = files.reduce((sum, file) => sum + file.messages, 0);
  return [...rows, { ...totals(files), messages, key: 'all', file: 'All files', adapter: '' }];
}

/** Records = imported + known already + not readable, file by file. */
export function OutcomeTable({ files }: { files: readonly ImportedFile[] }) {
  return (
    <DataTable
      label="What became of each file"
      columns={COLUMNS}
      rows={rowsOf(files)}
      rowKey={({ key }) => key}
    />
  );
}
