import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { clockTime } from '../../ui/format.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Audit.module.css';
import { useAudit } from './store.ts';
import { VerificationView } from './VerificationView.tsx';

const SLOT = 'verify';

/** Whether the record is whole: every entry hashed again, the database checked, the first bad record named. */
export function RecordPanel() {
  const t = useText(auditText);
  const { verification, verifiedAt, set } = useAudit();
  const runJob = useApp((state) => state.runJob);
  const verify = useAction(async () => {
    const checked = await runJob(SLOT, t.checking, 'audit.verify', {});
    if (checked.ok) set({ verification: checked.value, verifiedAt: new Date().toISOString() });
    return checked;
  });
  return (
    <section className={classes.check}>
      <p>{t.checkText}</p>
      <div className={classes.actions}>
        <Button disabled={verify.busy} onClick={() => void verify.run()}>
          {verification ? t.checkAgain : t.check}
        </Button>
        {verifiedAt ? <span className={classes.hint}>{t.checkedAt(clockTime(verifiedAt))}</span> : null}
      </div>
      {verify.error && verify.error.code !== 'CANCELLED' ? (
        <ErrorNote error={verify.error} onRetry={() => void verify.run()} />
      ) : null}
      <JobBar slot={SLOT} />
      {verification ? <VerificationView verification={verification} /> : null}
    </section>
  );
}
