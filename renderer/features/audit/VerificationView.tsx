import type { Verification } from '../../../shared/contract/auditing.ts';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { count } from '../../ui/format.ts';
import { Check, Warning } from '../../ui/icons.tsx';
import classes from './Audit.module.css';

/** The outcome in a sentence, the first bad record, each check, and the digest to keep. */
export function VerificationView({ verification }: { verification: Verification }) {
  const t = useText(auditText);
  const { ok, events, entries, first_bad, checks, head } = verification;
  return (
    <div className={classes.verification}>
      <p className={ok ? classes.holds : classes.broken} role={ok ? 'status' : 'alert'}>
        {ok ? <Check size={20} /> : <Warning size={20} />}
        {ok ? t.whole(entries, events) : t.broken}
      </p>
      {first_bad ? (
        <p className={classes.firstBad}>
          {t.firstBad} <code>{first_bad.table}</code> {count(first_bad.sequence)}.{' '}
          <span lang="en">{first_bad.sentence}</span>
        </p>
      ) : null}
      <ul className={classes.checks} aria-label={t.checks}>
        {checks.map((check) => (
          <li key={check.name}>
            <span className={check.ok ? classes.fine : classes.bad}>
              {check.ok ? <Check /> : <Warning />}
              <span className="visually-hidden">{check.ok ? t.holds : t.holdsNot}</span>
            </span>
            <span lang="en">{check.sentence}</span>
          </li>
        ))}
      </ul>
      <h2 className={classes.partTitle}>{t.lastDigest}</h2>
      <p className={classes.head}>
        <code>{head}</code>
        <CopyButton text={head} what={t.digestOfLast} />
      </p>
      <p className={classes.hint}>{t.lastDigestText}</p>
    </div>
  );
}
