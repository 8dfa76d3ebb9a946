import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { plural } from '../../ui/format.ts';
import classes from './Export.module.css';
import { readable } from './json-text.ts';

interface RowsProps {
  /** The first rows, JSON text. */
  first: readonly string[];
  /** How many there are in all. */
  rows: number;
}

/** The first rows as they would be written, one at a time, set for reading. */
export function Rows({ first, rows }: RowsProps) {
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, first.length - 1);
  return (
    <section className={classes.part}>
      <header className={classes.rowsHead}>
        <h2 className={classes.partTitle}>
          Row {at + 1} of {plural(rows, 'row')}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label="Row shown"
          value={String(at)}
          onChange={(value) => setChosen(Number(value))}
          data={first.map((_, index) => ({ value: String(index), label: String(index + 1) }))}
        />
      </header>
      <pre className={classes.json}>{readable(first[at] ?? '')}</pre>
    </section>
  );
}
