import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { when } from '../../ui/format.ts';
import classes from './Audit.module.css';
import { DECISION_WORDS } from './words.ts';

/** Every decision made on an answer, the newest first; none is ever replaced. */
export function Decisions({ decisions }: { decisions: AuditedItem['decisions'] }) {
  if (decisions.length === 0) return null;
  return (
    <section className={classes.history}>
      <h2 className={classes.partTitle}>Decided</h2>
      <ol>
        {decisions.map(({ decision, reason, actor, at }) => (
          <li key={`${at} ${actor}`}>
            <strong>{DECISION_WORDS[decision].done}</strong>{' '}
            <span className={classes.hint}>
              by {actor}, {when(at)}
            </span>
            <p>{reason}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
