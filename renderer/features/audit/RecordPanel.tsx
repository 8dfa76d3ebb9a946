import { Button } from '@mantine/core';
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
  const { verification, verifiedAt, set } = useAudit();
  const runJob = useApp((state) => state.runJob);
  const verify = useAction(async () => {
    const checked = await runJob(SLOT, 'Checking the record', 'audit.verify', {});
    if (checked.ok) set({ verification: checked.value, verifiedAt: new Date().toISOString() });
    return checked;
  });
  return (
    <section className={classes.check}>
      <p>
        Every act that changed this project is an entry of a chain in which each carries the hash of the one
        before. The check hashes all of them again, holds the ratings against their events, and examines the
        database.
      </p>
      <div className={classes.actions}>
        <Button disabled={verify.busy} onClick={() => void verify.run()}>
          {verification ? 'Check again' : 'Check the record'}
        </Button>
        {verifiedAt ? <span className={classes.hint}>Checked at {clockTime(verifiedAt)}</span> : null}
      </div>
      {verify.error && verify.error.code !== 'CANCELLED' ? (
        <ErrorNote error={verify.error} onRetry={() => void verify.run()} />
      ) : null}
      <JobBar slot={SLOT} />
      {verification ? <VerificationView verification={verification} /> : null}
    </section>
  );
}
