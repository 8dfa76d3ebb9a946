import { Button, NativeSelect } from '@mantine/core';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { count, plural, when } from '../../ui/format.ts';
import classes from './Audit.module.css';
import { decidedCount } from './entries.ts';
import type { AuditSample } from './state.ts';
import { useAudit } from './store.ts';

interface SampleBarProps {
  samples: readonly AuditSample[];
  open: AuditSample | undefined;
  onOpen: (sample: string) => void;
  onDraw: () => void;
}

const title = ({ createdAt, seed, marked, unmarked }: AuditSample): string =>
  `Drawn ${when(createdAt)}, seed ${seed}: ${plural(marked + unmarked, 'answer')}`;

/** Which bias sample is open, how far it is decided, and its digest. */
export function SampleBar({ samples, open, onOpen, onDraw }: SampleBarProps) {
  const entries = useAudit((state) => state.entries);
  return (
    <div className={classes.bar}>
      <NativeSelect
        aria-label="Bias sample"
        className={classes.which}
        data={samples.map((sample) => ({ value: sample.id, label: title(sample) }))}
        value={open?.id}
        onChange={(event) => onOpen(event.currentTarget.value)}
      />
      {open && entries ? (
        <span className={classes.hint} aria-live="polite">
          {count(decidedCount(entries))} of {count(entries.length)} decided · {count(open.marked)} marked,{' '}
          {count(open.unmarked)} unmarked
        </span>
      ) : null}
      <span className={classes.push} />
      {open ? (
        <span className={classes.digest} title={`SHA-256 of the sample: ${open.digest}`}>
          <code>{open.digest.slice(0, 12)}…</code>
          <CopyButton text={open.digest} what="digest of the sample" />
        </span>
      ) : null}
      <Button size="xs" variant="default" onClick={onDraw}>
        Draw another…
      </Button>
    </div>
  );
}
