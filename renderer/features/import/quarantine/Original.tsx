import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RejectedRecord } from '../../../../shared/contract/importing.ts';
import { useText } from '../../../catalogue/area.ts';
import { importRejectedText } from '../../../catalogue/import-rejected.ts';
import { reachedWhenItScrolls } from '../../../ui/scrolls.ts';
import shared from '../Import.module.css';
import classes from './Quarantine.module.css';

const FOLDED = 480;

/** A record as it stood in its file: plain text, a long one folded. */
export function Original({ record }: { record: RejectedRecord }) {
  const t = useText(importRejectedText);
  const [open, setOpen] = useState(false);
  const { original, size, truncated } = record;
  const long = original.length > FOLDED;
  const isCut = truncated || size > new TextEncoder().encode(original).length;
  return (
    <>
      <section aria-label={t.original(record.line)}>
        <pre ref={reachedWhenItScrolls} className={classes.original} dir="ltr">
          {long && !open ? `${original.slice(0, FOLDED)}…` : original}
        </pre>
      </section>
      {long ? (
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.less : t.allCharacters(original.length)}
        </Button>
      ) : null}
      {isCut && (open || !long) ? (
        <p className={shared.hint}>
          {truncated ? t.cutLost(original.length, size) : t.cutKept(original.length, size)}
        </p>
      ) : null}
    </>
  );
}
