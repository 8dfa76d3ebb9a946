import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
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
  const t = useText(exportText);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, first.length - 1);
  return (
    <section className={classes.part}>
      <header className={classes.rowsHead}>
        <h2 className={classes.partTitle}>{t.rowOf(at + 1, rows)}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t.rowShown}
          value={String(at)}
          onChange={(value) => setChosen(Number(value))}
          data={first.map((_, index) => ({ value: String(index), label: String(index + 1) }))}
        />
      </header>
      <pre ref={reachedWhenItScrolls} className={classes.json}>
        {readable(first[at] ?? '')}
      </pre>
    </section>
  );
}
