import { Button, NativeSelect } from '@mantine/core';
import { textNow, useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { when } from '../../ui/format.ts';
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
  textNow(auditText).drawn(when(createdAt), String(seed), marked + unmarked);

/** Which bias sample is open, how far it is decided, and its digest. */
export function SampleBar({ samples, open, onOpen, onDraw }: SampleBarProps) {
  const t = useText(auditText);
  const entries = useAudit((state) => state.entries);
  return (
    <div className={classes.bar}>
      <NativeSelect
        aria-label={t.sample}
        className={classes.which}
        data={samples.map((sample) => ({ value: sample.id, label: title(sample) }))}
        value={open?.id}
        onChange={(event) => onOpen(event.currentTarget.value)}
      />
      {open && entries ? (
        <span className={classes.hint} aria-live="polite">
          {t.decidedOf(decidedCount(entries), entries.length, open.marked, open.unmarked)}
        </span>
      ) : null}
      <span className={classes.push} />
      {open ? (
        <span className={classes.digest} title={t.sampleDigest(open.digest)}>
          <code>{open.digest.slice(0, 12)}…</code>
          <CopyButton text={open.digest} what={t.digestOfSample} />
        </span>
      ) : null}
      <Button size="xs" variant="default" onClick={onDraw}>
        {t.drawAnother}
      </Button>
    </div>
  );
}
