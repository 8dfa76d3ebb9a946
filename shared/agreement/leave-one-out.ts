import { coincidences } from './coincidences.ts';
import { alphaOf } from './krippendorff-alpha.ts';
import { noValue, type Statistic } from './statistic.ts';
import type { UnitTable } from './unit-table.ts';

/**
 * Krippendorff's alpha at the table's own level without each rater in turn, in the order of `table.raters`. A value well
 * above the whole table's says that this rater sees things differently. `too_few_raters` where one would remain.
 */
export function leaveOneOut(table: UnitTable): Statistic[] {
  return table.raters.map((_, rater) =>
    table.raters.length < 3
      ? noValue('too_few_raters')
      : alphaOf(coincidences(table, rater), table.level, table),
  );
}
