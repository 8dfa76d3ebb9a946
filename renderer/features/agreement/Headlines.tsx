import type { Rubric } from '../../../shared/domain/rubric.ts';
import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { rubricText } from '../../catalogue/rubric.ts';
import { count } from '../../ui/format.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import classes from './Agreement.module.css';
import { IntervalStrip } from './IntervalStrip.tsx';
import { labelOf } from './labels.ts';
import { Reading } from './Reading.tsx';
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
  const t = useText(agreementText);
  const { headline } = report;
  if (headline.value === null)
    return <span className={classes.undefined}>{undefinedWords(headline.reason)}</span>;
  const interval = intervalText(headline);
  return (
    <div className={classes.alpha} title={statisticName(report)}>
      <span className={classes.big}>{coefficient(headline)}</span>
      <div className={classes.range}>
        <IntervalStrip value={headline.value} ci={headline.ci} />
        <span className={classes.hint}>{interval || (counting ? t.intervalFollows : t.noInterval)}</span>
      </div>
    </div>
  );
}

/** A row for each dimension: its coefficient with interval, what that means, and plain percent agreement. */
export function Headlines({ report, rubric, chosen, counting, onChoose }: HeadlinesProps) {
  const t = useText(agreementText);
  const { levels } = useText(rubricText);
  return (
    <>
      <div ref={reachedWhenItScrolls} className={classes.scrolled} data-scrolls>
        <table className={classes.headlines} aria-label={t.byDimension}>
          <thead>
            <tr>
              <th scope="col">{t.dimension}</th>
              <th scope="col">{t.alphaInterval}</th>
              <th scope="col">{t.reading}</th>
              <th scope="col" className={classes.number}>
                {t.percentAgreement}
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
                    {t.levelAndItems(levels[entry.level], count(entry.units_paired), entry.units_paired)}
                  </span>
                </th>
                <td>
                  <Alpha report={entry} counting={counting} />
                </td>
                <td className={classes.reading}>
                  <Reading report={entry} />
                </td>
                <td className={classes.number}>
                  {entry.percent_agreement.value === null
                    ? '–'
                    : `${Math.round(entry.percent_agreement.value * 100)} %`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.legend}>{t.ticks}</p>
    </>
  );
}
