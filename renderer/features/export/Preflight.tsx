import type { ExportPreview } from '../../../shared/contract/reporting.ts';
import { plural } from '../../ui/format.ts';
import { Check, Warning } from '../../ui/icons.tsx';
import classes from './Export.module.css';

type Verdict = ExportPreview['preflight'][string];

/** What a trainer would do with the rows, in words. */
function verdictWords({ ok, warnings, rejected_rows }: Verdict, rows: number): string {
  if (rejected_rows > 0) return `would reject ${plural(rejected_rows, 'row')} of ${rows}`;
  if (!ok) return 'would not take this dataset';
  return warnings.length > 0 ? 'takes all rows, with a warning' : 'takes all rows';
}

interface PreflightProps {
  preflight: ExportPreview['preflight'];
  rows: number;
}

/** The verdict of each trainer, before anything is written. */
export function Preflight({ preflight, rows }: PreflightProps) {
  return (
    <ul className={classes.preflight} aria-label="Preflight">
      {Object.entries(preflight).map(([trainer, verdict]) => {
        const fine = verdict.ok && verdict.warnings.length === 0;
        return (
          <li key={trainer}>
            <span className={fine ? classes.fine : verdict.ok ? classes.attention : classes.bad}>
              {fine ? <Check /> : <Warning />}
            </span>
            <div>
              <strong>{trainer.toUpperCase()}</strong> {verdictWords(verdict, rows)}
              {verdict.warnings.map((warning) => (
                <p key={warning} className={classes.hint}>
                  {warning}
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
