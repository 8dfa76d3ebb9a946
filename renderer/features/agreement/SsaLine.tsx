import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { statistic } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import type { AgreementReport } from './report.ts';
import { intervalText } from './words.ts';

/** Sensibleness and specificity average of all answers, where the rubric asks for both. */
export function SsaLine({ report: { ssa } }: { report: AgreementReport }) {
  const t = useText(agreementText);
  if (!ssa || ssa.value === null) return null;
  const interval = intervalText(ssa);
  return (
    <p className={classes.ssa}>
      <span className={classes.figure}>{statistic(ssa.value)}</span> {t.ssa}
      {interval ? `; ${t.ssaInterval(interval)}` : ''}.
    </p>
  );
}
