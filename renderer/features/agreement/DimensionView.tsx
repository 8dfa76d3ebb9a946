import { Switch } from '@mantine/core';
import type { RaterSummary } from '../../../shared/contract/project.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { count } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import { CostlyUnits } from './CostlyUnits.tsx';
import { labelOf } from './labels.ts';
import { PairHeatmap } from './PairHeatmap.tsx';
import { Prevalence } from './Prevalence.tsx';
import type { DimensionReport } from './report.ts';
import { useAgreement } from './store.ts';

interface DimensionViewProps {
  report: DimensionReport;
  rubric: Rubric;
  raters: readonly RaterSummary[];
  countedAt: string | null;
}

/** What lies behind one headline: pairs of raters, values given, the items that cost most, and notes. */
export function DimensionView({ report, rubric, raters, countedAt }: DimensionViewProps) {
  const { named, set } = useAgreement();
  const entry = rubric.dimensions.find(({ id }) => id === report.dimension);
  // Of several categories at once the sets that were chosen have names, which the report knows.
  const options = entry && entry.kind !== 'categories' ? entry.options : report.prevalence;
  const shown = new Map(raters.map((rater) => [rater.name, named ? rater.name : rater.pseudonym]));
  const title = (rater: string) => shown.get(rater) ?? rater;
  return (
    <section className={classes.dimension} aria-label={labelOf(rubric, report.dimension)}>
      <header className={classes.dimensionHead}>
        <div>
          <h2 className={classes.dimensionTitle}>{labelOf(rubric, report.dimension)}</h2>
          <p className={classes.hint}>
            {count(report.ratings)} ratings of {count(report.units)} items by {count(report.raters)} raters
            {report.not_asked > 0 ? `; ${count(report.not_asked)} not asked, by design` : ''}
            {report.cannot_judge > 0 ? `; ${count(report.cannot_judge)} could not judge` : ''}
          </p>
        </div>
        <Switch label="Names of raters" checked={named} onChange={() => set({ named: !named })} />
      </header>
      {entry?.kind === 'text' ? (
        <p>{report.headline.reading}</p>
      ) : (
        <>
          <div className={classes.plots}>
            <PairHeatmap report={report} title={title} />
            <Prevalence report={report} options={options} />
          </div>
          <CostlyUnits dimension={report.dimension} options={options} title={title} countedAt={countedAt} />
        </>
      )}
      {report.notes.length > 0 ? (
        <div className={classes.notes}>
          <h3 className={classes.partTitle}>Notes</h3>
          <ul>
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
