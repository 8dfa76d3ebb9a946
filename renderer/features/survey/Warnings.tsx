import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { Warning } from '../../ui/icons.tsx';
import classes from './Survey.module.css';

/** What to know before drawing a sample, the gravest first. */
export function Warnings({ warnings }: Pick<SurveyReport, 'warnings'>) {
  if (warnings.length === 0)
    return <p className={classes.fine}>Nothing here speaks against drawing a sample.</p>;
  return (
    <ul className={classes.warnings} aria-label="Before you draw a sample">
      {warnings.map(({ code, level, sentence }) => (
        <li key={code} className={level === 'attention' ? classes.attention : classes.note}>
          <span className={classes.mark}>{level === 'attention' ? <Warning /> : null}</span>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
