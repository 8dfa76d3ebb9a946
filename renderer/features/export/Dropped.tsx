import { DROP_REASONS } from '../../../shared/formats/export/judged.ts';
import { count } from '../../ui/format.ts';
import classes from './Export.module.css';

const SENTENCES: Readonly<Record<string, string>> = DROP_REASONS;

/** Why something was left out; a rule of the trainer goes by its name, `empty_list` as "empty list". */
export const reasonWords = (code: string): string => SENTENCES[code] ?? code.replaceAll('_', ' ');

/** What is left out, reason by reason, the most frequent first. */
export function Dropped({ dropped }: { dropped: Readonly<Record<string, number>> }) {
  const reasons = Object.entries(dropped)
    .filter(([, rows]) => rows > 0)
    .sort(([, a], [, b]) => b - a);
  if (reasons.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2 className={classes.partTitle}>Left out</h2>
      <dl className={classes.dropped}>
        {reasons.map(([code, rows]) => (
          <div key={code}>
            <dt>{reasonWords(code)}</dt>
            <dd>{count(rows)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
