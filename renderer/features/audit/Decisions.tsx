import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { when } from '../../ui/format.ts';
import classes from './Audit.module.css';

/** Every decision made on an answer, the newest first; none is ever replaced. */
export function Decisions({ decisions }: { decisions: AuditedItem['decisions'] }) {
  const t = useText(auditText);
  if (decisions.length === 0) return null;
  return (
    <section className={classes.history}>
      <h2 className={classes.partTitle}>{t.decided}</h2>
      <ol>
        {decisions.map(({ decision, reason, actor, at }) => (
          <li key={`${at} ${actor}`}>
            <strong>{t.decisions[decision].done}</strong>{' '}
            <span className={classes.hint}>{t.by(actor, when(at))}</span>
            <p>{reason}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
