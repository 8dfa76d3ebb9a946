import type { Verification } from '../../../shared/contract/auditing.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { count, plural } from '../../ui/format.ts';
import { Check, Warning } from '../../ui/icons.tsx';
import classes from './Audit.module.css';

/** The outcome in a sentence, the first bad record, each check, and the digest to keep. */
export function VerificationView({ verification }: { verification: Verification }) {
  const { ok, events, entries, first_bad, checks, head } = verification;
  return (
    <div className={classes.verification}>
      <p className={ok ? classes.holds : classes.broken} role={ok ? 'status' : 'alert'}>
        {ok ? <Check size={20} /> : <Warning size={20} />}
        {ok
          ? `The record is whole: ${plural(entries, 'entry', 'entries')}, ${plural(events, 'rating event')}.`
          : 'The record was changed outside Touchstone.'}
      </p>
      {first_bad ? (
        <p className={classes.firstBad}>
          First bad record: <code>{first_bad.table}</code> {count(first_bad.sequence)}. {first_bad.sentence}
        </p>
      ) : null}
      <ul className={classes.checks} aria-label="Checks">
        {checks.map((check) => (
          <li key={check.name}>
            <span className={check.ok ? classes.fine : classes.bad}>
              {check.ok ? <Check /> : <Warning />}
              <span className="visually-hidden">{check.ok ? 'holds' : 'does not hold'}</span>
            </span>
            <span>{check.sentence}</span>
          </li>
        ))}
      </ul>
      <h2 className={classes.partTitle}>Digest of the last entry</h2>
      <p className={classes.head}>
        <code>{head}</code>
        <CopyButton text={head} what="digest of the last entry" />
      </p>
      <p className={classes.hint}>
        Written down elsewhere, it also proves later that nothing was cut off the end of the record.
      </p>
    </div>
  );
}
