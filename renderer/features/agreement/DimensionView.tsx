import { Switch } from '@mantine/core';
import type { RaterSummary } from '../../../shared/contract/project.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { count } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import { Coefficients } from './Coefficients.tsx';
import { Confusion } from './Confusion.tsx';
import { Categories, Places } from './Content.tsx';
import { CostlyUnits } from './CostlyUnits.tsx';
import { labelOf } from './labels.ts';
import { Models } from './Models.tsx';
import { PairHeatmap } from './PairHeatmap.tsx';
import { Prevalence } from './Prevalence.tsx';
import { RaterCards } from './RaterCards.tsx';
import type { AgreementReport, DimensionReport } from './report.ts';
import { Slices } from './Slices.tsx';
import { useAgreement } from './store.ts';
import { Versions } from './Versions.tsx';

interface DimensionViewProps {
  report: DimensionReport;
  cards: AgreementReport['raters'];
  rubric: Rubric;
  raters: readonly RaterSummary[];
  countedAt: string | null;
}

/** What lies behind one headline: pairs of raters, values given, the items that cost most, and notes. */
export function DimensionView({ report, cards, rubric, raters, countedAt }: DimensionViewProps) {
  const t = useText(agreementText);
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
            {[
              t.sizes(count(report.ratings), count(report.units), count(report.raters), report.raters),
              ...(report.not_asked > 0 ? [t.notAsked(count(report.not_asked))] : []),
              ...(report.cannot_judge > 0 ? [t.couldNotJudge(count(report.cannot_judge))] : []),
            ].join('; ')}
          </p>
        </div>
        <Switch label={t.names} checked={named} onChange={() => set({ named: !named })} />
      </header>
      {entry?.kind === 'text' ? (
        <p lang="en">{report.headline.reading}</p>
      ) : (
        <>
          <div className={classes.plots}>
            <PairHeatmap report={report} title={title} />
            <Prevalence report={report} options={options} />
            <Confusion report={report} options={options} />
          </div>
          <Coefficients report={report} />
          <RaterCards report={report} cards={cards} options={options} title={title} />
          <CostlyUnits
            dimension={report.dimension}
            compared={report.units_paired > 0}
            options={options}
            title={title}
            countedAt={countedAt}
          />
          <Slices dimension={report.dimension} />
          {report.multi_label ? <Categories labels={report.multi_label} /> : null}
          {report.spans ? <Places spans={report.spans} /> : null}
          {report.rubric_versions ? <Versions effect={report.rubric_versions} /> : null}
          <Models report={report} options={options} title={title} />
        </>
      )}
      {report.notes.length > 0 ? (
        <div className={classes.notes}>
          <h3 className={classes.partTitle}>{t.notes}</h3>
          <ul>
            {report.notes.map((note) => (
              <li key={note} lang="en">
                {note}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
