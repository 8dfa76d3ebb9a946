import type { ExportPreview } from '../../../shared/contract/reporting.ts';
import { useText } from '../../catalogue/area.ts';
import { type ExportTexts, exportText } from '../../catalogue/export.ts';
import { Check, Warning } from '../../ui/icons.tsx';
import classes from './Export.module.css';

type Verdict = ExportPreview['preflight'][string];

/** What a trainer would do with the rows, in words. */
function verdictWords(t: ExportTexts, { ok, warnings, rejected_rows }: Verdict, rows: number): string {
  const { rejects, refuses, warns, takes } = t.verdicts;
  if (rejected_rows > 0) return rejects(rejected_rows, rows);
  if (!ok) return refuses;
  return warnings.length > 0 ? warns : takes;
}

interface PreflightProps {
  preflight: ExportPreview['preflight'];
  rows: number;
}

/** The verdict of each trainer, before anything is written. */
export function Preflight({ preflight, rows }: PreflightProps) {
  const t = useText(exportText);
  return (
    <ul className={classes.preflight} aria-label={t.preflight}>
      {Object.entries(preflight).map(([trainer, verdict]) => {
        const fine = verdict.ok && verdict.warnings.length === 0;
        return (
          <li key={trainer}>
            <span className={fine ? classes.fine : verdict.ok ? classes.attention : classes.bad}>
              {fine ? <Check /> : <Warning />}
            </span>
            <div>
              <strong>{trainer.toUpperCase()}</strong> {verdictWords(t, verdict, rows)}
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
