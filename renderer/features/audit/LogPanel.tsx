import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { clockTime, count, date } from '../../ui/format.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import { useCall } from '../../ui/useCall.ts';
import classes from './Audit.module.css';
import { payloadSummary, payloadText } from './payload.ts';
import type { AuditEntry } from './state.ts';

const PAGE = 100;

const columnsIn = ({ columns }: typeof auditText.en): readonly Column<AuditEntry>[] => [
  { key: 'sequence', title: columns.number, width: '72px', cell: ({ sequence }) => count(sequence) },
  {
    key: 'at',
    title: columns.time,
    width: '184px',
    cell: ({ at }) => (
      <time dateTime={at} className={classes.time}>
        {date(at)} {clockTime(at)}
      </time>
    ),
  },
  { key: 'actor', title: columns.who, width: '136px', cell: ({ actor }) => actor },
  { key: 'action', title: columns.did, width: '176px', cell: ({ action }) => action },
  {
    key: 'payload',
    title: columns.what,
    cell: ({ payload }) => <span className={classes.summary}>{payloadSummary(payload)}</span>,
  },
];

/** The audit log, newest first, a page at a time; an entry opens onto its whole payload and hash. */
export function LogPanel() {
  const t = useText(auditText);
  /** The sequence each page ends before; the first page has none. */
  const [pages, setPages] = useState<readonly number[]>([]);
  const [open, setOpen] = useState<string | number | null>(null);
  const before = pages.at(-1);
  const { value, error, loading, reload } = useCall('audit.log', {
    limit: PAGE,
    ...(before ? { before } : {}),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  if (!value) return <p className={classes.hint}>{t.fetchingLog}</p>;
  const last = value.entries.at(-1)?.sequence ?? 0;
  return (
    <section aria-busy={loading}>
      <div className={classes.bar}>
        <span className={classes.hint}>{t.logRange(value.total, last, value.entries[0]?.sequence ?? 0)}</span>
        <span className={classes.push} />
        {value.total > PAGE ? (
          <>
            <Button
              size="xs"
              variant="default"
              disabled={pages.length === 0}
              onClick={() => setPages(pages.slice(0, -1))}
            >
              {t.newer}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={last <= 1}
              onClick={() => setPages([...pages, last])}
            >
              {t.older}
            </Button>
          </>
        ) : null}
      </div>
      <DataTable
        label={t.log}
        columns={columnsIn(t)}
        rows={value.entries}
        rowKey={({ sequence }) => sequence}
        selected={open}
        onOpen={({ sequence }) => setOpen((now) => (now === sequence ? null : sequence))}
        detail={({ payload, hash }) => (
          <div>
            <pre ref={reachedWhenItScrolls} className={classes.payload}>
              {payloadText(payload)}
            </pre>
            <p className={classes.hint}>
              SHA-256 <code>{hash}</code>
            </p>
          </div>
        )}
      />
    </section>
  );
}
