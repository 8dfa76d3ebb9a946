import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { surveyReading } from '../../catalogue/survey-reading.ts';
import { Warning } from '../../ui/icons.tsx';
import classes from './Survey.module.css';

/** What to know before drawing a sample, the gravest first. */
export function Warnings({ report }: { report: SurveyReport }) {
  const t = useText(surveyText);
  const read = useText(surveyReading);
  const { warnings } = report;
  if (warnings.length === 0) return <p className={classes.fine}>{t.fine}</p>;
  return (
    <ul className={classes.warnings} aria-label={t.warnings}>
      {warnings.map(({ code, level, sentence }) => (
        <li key={code} className={level === 'attention' ? classes.attention : classes.note}>
          <span className={classes.mark}>{level === 'attention' ? <Warning /> : null}</span>
          <span>{read?.warnings[code]?.(report) ?? sentence}</span>
        </li>
      ))}
    </ul>
  );
}
