import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RejectedRecord } from '../../../../shared/contract/importing.ts';
import { bytes, count } from '../../../ui/format.ts';
import shared from '../Import.module.css';
import classes from './Quarantine.module.css';

const FOLDED = 480;

/** A record as it stood in its file: plain text, a long one folded. */
export function Original({ record }: { record: RejectedRecord }) {
  const [open, setOpen] = useState(false);
  const { original, size, truncated } = record;
  const long = original.length > FOLDED;
  const isCut = truncated || size > new TextEncoder().encode(original).length;
  return (
    <>
      {/* Scrolls: the focus makes it reachable without a mouse. */}
      <section aria-label={`The record of line ${count(record.line)} as it stood`}>
        <pre className={classes.original} dir="ltr">
          {long && !open ? `${original.slice(0, FOLDED)}…` : original}
        </pre>
      </section>
      {long ? (
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : `Show all ${count(original.length)} characters`}
        </Button>
      ) : null}
      {isCut && (open || !long) ? (
        <p className={shared.hint}>
          These are its first {count(original.length)} characters of {bytes(size)}.{' '}
          {truncated
            ? 'The project keeps only its beginning; the whole of it is in the file it came from.'
            : 'The whole of it is written to the file to be mended.'}
        </p>
      ) : null}
    </>
  );
}
