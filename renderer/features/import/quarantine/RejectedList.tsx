import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RejectedRecord } from '../../../../shared/contract/importing.ts';
import { useText } from '../../../catalogue/area.ts';
import { importRejectedText } from '../../../catalogue/import-rejected.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { bytes } from '../../../ui/format.ts';
import { useCall } from '../../../ui/useCall.ts';
import shared from '../Import.module.css';
import { placeWords, reasonOf } from './codes.ts';
import { Original } from './Original.tsx';
import classes from './Quarantine.module.css';
import type { Rejection } from './rejection.ts';

const PAGE = 10;

function Rejected({ record }: { record: RejectedRecord }) {
  const t = useText(importRejectedText);
  const { file, line, byteOffset, path, reason, size, times, also, resolvedBy } = record;
  return (
    <li className={classes.record}>
      <p lang="en">{reason}</p>
      <p className={classes.where}>
        <span className={classes.file}>{file}</span>
        <span>{t.line(line)}</span>
        <span>{t.byte(byteOffset)}</span>
        <code className={shared.path}>{placeWords(path) ?? t.wholeRecord}</code>
        <span>{bytes(size)}</span>
        {times > 1 ? <span>{t.times(times, also)}</span> : null}
        {resolvedBy === null ? null : <span>{t.mendedIn(resolvedBy)}</span>}
      </p>
      <Original record={record} />
    </li>
  );
}

interface RejectedListProps {
  which: Rejection;
  code: string;
  total: number;
  /** The first of them, shown at once. */
  examples: readonly RejectedRecord[];
}

/** Records that were rejected for one reason: where each stands, why, and its text; a page at a time. */
export function RejectedList({ which, code, total, examples }: RejectedListProps) {
  const t = useText(importRejectedText);
  const [offset, setOffset] = useState(0);
  const all = total <= examples.length;
  const { value, error, reload } = useCall(
    'import.quarantine',
    all ? null : { ...which, offset, limit: PAGE },
  );
  const rows = all ? examples : (value?.rows ?? examples);
  const last = Math.min(total, offset + PAGE);
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  return (
    <>
      <p className={`${shared.hint} ${classes.advice}`}>{reasonOf(code).advice}</p>
      <ul>
        {rows.map((record) => (
          <Rejected key={record.id} record={record} />
        ))}
      </ul>
      {total > PAGE ? (
        <div className={classes.pager}>
          <span className={shared.hint}>{t.range(offset + 1, last, total)}</span>
          <Button
            size="xs"
            variant="default"
            disabled={offset === 0}
            onClick={() => setOffset(offset - PAGE)}
          >
            {t.earlier}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={last >= total}
            onClick={() => setOffset(offset + PAGE)}
          >
            {t.later}
          </Button>
        </div>
      ) : null}
    </>
  );
}
