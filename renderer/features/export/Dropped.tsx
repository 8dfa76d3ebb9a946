import { useText } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import { count } from '../../ui/format.ts';
import classes from './Export.module.css';

/** Why something was left out; a rule of the trainer goes by its name, `empty_list` as "empty list". */
const reasonWords = (code: string, sentences: Readonly<Record<string, string>>): string =>
  sentences[code] ?? code.replaceAll('_', ' ');

/** What is left out, reason by reason, the most frequent first. */
export function Dropped({ dropped }: { dropped: Readonly<Record<string, number>> }) {
  const t = useText(exportText);
  const reasons = Object.entries(dropped)
    .filter(([, rows]) => rows > 0)
    .sort(([, a], [, b]) => b - a);
  if (reasons.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2 className={classes.partTitle}>{t.leftOut}</h2>
      <dl className={classes.dropped}>
        {reasons.map(([code, rows]) => (
          <div key={code}>
            <dt>{reasonWords(code, t.dropped)}</dt>
            <dd>{count(rows)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
