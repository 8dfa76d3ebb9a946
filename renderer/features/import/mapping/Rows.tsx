import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Close, Plus } from '../../../ui/icons.tsx';
import classes from './Mapping.module.css';

interface RowsProps<Row extends { id: string }> {
  title: string;
  /** Shown while there is none. */
  hint: string;
  /** What is added: "a group". */
  noun: string;
  rows: readonly Row[];
  disabled: boolean;
  make: () => Row;
  onRows: (rows: Row[]) => void;
  cells: (row: Row, change: (with_: Partial<Row>) => void) => ReactNode;
}

/** A list of rows that can be added to and taken from. */
export function Rows<Row extends { id: string }>(props: RowsProps<Row>) {
  const { title, hint, noun, rows, disabled, make, onRows, cells } = props;
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
            aria-label={`${title}: remove this one`}
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
        Add {noun}
      </Button>
    </fieldset>
  );
}
