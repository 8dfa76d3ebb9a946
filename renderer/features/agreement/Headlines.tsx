import type { Rubric } from '../../../shared/domain/rubric.ts';
import { plural } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import { IntervalStrip } from './IntervalStrip.tsx';
import { labelOf } from './labels.ts';
import type { AgreementReport, DimensionReport } from './report.ts';
import { coefficient, intervalText, statisticName, undefinedWords } from './words.ts';

interface HeadlinesProps {
  report: AgreementReport;
  rubric: Rubric;
  /** Id of the dimension looked at. */
  chosen: string;
  /** Intervals may still be on their way. */
  counting: boolean;
  onChoose: (dimension: string) => void;
}

function Alpha({ report, counting }: { report: DimensionReport; counting: boolean }) {
  const { headline } = report;
  if (headline.value === null)
    return <span className={classes.undefined}>{undefinedWords(headline.reason)}</span>;
  const interval = intervalText(headline);
  return (
    <div className={classes.alpha} title={statisticName(report)}>
      <span className={classes.big}>{coefficient(headline)}</span>
      <div className={classes.range}>
        <IntervalStrip value={headline.value} ci={headline.ci} />
        <span className={classes.hint}>{interval || (counting ? 'interval follows' : 'no interval')}</span>
      </div>
    </div>
  );
}

/** A row for each dimension: its coefficient with interval, what that means, and plain percent agreement. */
export function Headlines({ report, rubric, chosen, counting, onChoose }: HeadlinesProps) {
  return (
    <>
      <table className={classes.headlines} aria-label="Agreement by dimension">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col">Krippendorff's alpha, 95 % interval</th>
            <th scope="col">Reading</th>
            <th scope="col" className={classes.number}>
              Percent agreement
            </th>
          </tr>
        </thead>
        <tbody>
          {report.dimensions.map((entry) => (
            <tr key={entry.dimension} className={entry.dimension === chosen ? classes.chosen : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.choose}
                  aria-pressed={entry.dimension === chosen}
                  onClick={() => onChoose(entry.dimension)}
                >
                  {labelOf(rubric, entry.dimension)}
                </button>
                <span className={classes.hint}>
                  {entry.level}, {plural(entry.units_paired, 'item')}
                </span>
              </th>
              <td>
                <Alpha report={entry} counting={counting} />
              </td>
              <td className={classes.reading}>{entry.headline.reading}</td>
              <td className={classes.number}>
                {entry.percent_agreement.value === null
                  ? '–'
                  : `${Math.round(entry.percent_agreement.value * 100)} %`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.legend}>
        Ticks on the lines: 0 is chance, 0.667 allows tentative conclusions, 0.8 is reliable.
      </p>
    </>
  );
}
