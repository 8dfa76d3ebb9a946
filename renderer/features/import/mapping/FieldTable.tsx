import { useMemo } from 'react';
import { useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import type { MappingDraft } from './draft.ts';
import type { FileFields } from './FieldInput.tsx';
import { useOf, usesOf } from './fields.ts';
import classes from './Mapping.module.css';

type Row = FileFields[number];

const columnsFor = (
  { columns, kept }: typeof importMappingText.en,
  uses: ReadonlyMap<string, string>,
): readonly Column<Row>[] => [
  {
    key: 'field',
    title: columns.field,
    width: '24%',
    cell: ({ path }) => <span className={classes.path}>{path}</span>,
  },
  {
    key: 'use',
    title: columns.use,
    width: '20%',
    cell: ({ path }) => {
      const use = useOf(uses, path);
      return use === null ? (
        <span className={classes.hint}>{kept}</span>
      ) : (
        <span className={classes.used}>{use}</span>
      );
    },
  },
  {
    key: 'samples',
    title: columns.samples,
    cell: ({ samples }) => (
      <span className={classes.samples}>
        {samples.map((sample) => (
          <span key={sample} className={classes.cell} title={sample}>
            {sample}
          </span>
        ))}
      </span>
    ),
  },
];

/** The fields of the first records with some of their values, and what each is read as. */
export function FieldTable({ fields, draft }: { fields: FileFields; draft: MappingDraft }) {
  const t = useText(importMappingText);
  const columns = useMemo(() => columnsFor(t, usesOf(draft)), [t, draft]);
  return (
    <DataTable label={t.table} columns={columns} rows={fields} rowKey={({ path }) => path} height={320} />
  );
}
