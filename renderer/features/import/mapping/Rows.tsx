import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import { Close, Plus } from '../../../ui/icons.tsx';
import classes from './Mapping.module.css';

interface RowsProps<Row extends { id: string }> {
  title: string;
  /** Shown while there is none. */
  hint: string;
  /** The button that adds one: "Add a group". */
  add: string;
  rows: readonly Row[];
  disabled: boolean;
  make: () => Row;
  onRows: (rows: Row[]) => void;
  cells: (row: Row, change: (with_: Partial<Row>) => void) => ReactNode;
}

/** A list of rows that can be added to and taken from. */
export function Rows<Row extends { id: string }>(props: RowsProps<Row>) {
  const t = useText(importMappingText);
  const { title, hint, add, rows, disabled, make, onRows, cells } = props;
  const change = (id: string) => (with_: Partial<Row>) =>
    onRows(rows.map((row) => (row.id === id ? { ...row, ...with_ } : row)));
  return (
    <fieldset className={classes.group} disabled={disabled}>
      <legend className={classes.legend}>{title}</legend>
      {rows.length === 0 ? <p className={classes.hint}>{hint}</p> : null}
      {rows.map((row) => (
        <div key={row.id} className={classes.row}>
          {cells(row, change(row.id))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t.removeOne(title)}
            onClick={() => onRows(rows.filter(({ id }) => id !== row.id))}
          >
            <Close />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Plus />}
        onClick={() => onRows([...rows, make()])}
      >
        {add}
      </Button>
    </fieldset>
  );
}
