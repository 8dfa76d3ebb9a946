import { agreementRatersText } from '../../catalogue/agreement-raters.ts';
import { useText } from '../../catalogue/area.ts';
import { count, percent, statistic } from '../../ui/format.ts';
import classes from './Raters.module.css';
import type { RaterRow } from './rater-rows.ts';
import { Spark } from './Spark.tsx';

type Series = NonNullable<RaterRow['time']>;

/** Whether a rater changed in time: the path, and in words. */
export function OverTime({ of, cusum }: Series) {
  const t = useText(agreementRatersText);
  if (cusum.value === null) return <span className={classes.quiet}>{t.tooFew}</span>;
  const { before, mean_before: from, mean_after: to } = cusum.turn;
  const level = (value: number) => (of === 'agreement' ? percent(value) : statistic(value));
  return (
    <>
      <Spark path={cusum.path} limit={cusum.limit} changed={cusum.changed} />
      {cusum.changed ? (
        <span className={classes.changed}>
          {t.series[of]}: {t.changed(count(before), level(from), level(to))}
        </span>
      ) : (
        <span className={classes.quiet}>{t.steady}</span>
      )}
    </>
  );
}
