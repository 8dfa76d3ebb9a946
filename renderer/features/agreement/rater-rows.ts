import type { AgreementReport, DimensionReport, Figure } from './report.ts';

type Series = NonNullable<DimensionReport['drift']>[number];
type Cusum = Series['agreement']['cusum'];
type Card = NonNullable<AgreementReport['raters']>[number];

/** All that is known of a rater on a dimension; null where there is nothing of the kind. */
export interface RaterRow {
  rater: string;
  ratings: number;
  /** Mean of kappa with each other rater, weighted where values have an order. */
  kappa: number | null;
  without: Figure | null;
  leniency: Figure | null;
  gold: (Figure & { answers: number; correct: number }) | null;
  again: (Figure & { repeats: number; same: number }) | null;
  pace: Card['pace'];
  /** The series that changed, else that of the agreement; null where there are too few ratings. */
  time: { of: 'agreement' | 'shift'; cusum: Cusum } | null;
  series: readonly { of: 'agreement' | 'shift'; cusum: Cusum }[];
  use: NonNullable<DimensionReport['leniency']>[number]['use'];
  confusion: readonly (readonly number[])[] | null;
}

const own = <Row extends { rater: string }>(rows: readonly Row[] | undefined, rater: string): Row | null =>
  rows?.find((row) => row.rater === rater) ?? null;

function meanKappa({ cohen_kappa: pairs, level, categories }: DimensionReport, rater: string): number | null {
  const weighting = level === 'nominal' || categories.length < 3 ? 'unweighted' : 'quadratic';
  const values = pairs.flatMap((pair) => (pair.raters.includes(rater) ? (pair[weighting].value ?? []) : []));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

const hasChanged = ({ cusum }: RaterRow['series'][number]): boolean => cusum.value !== null && cusum.changed;

/** A row for each rater of a dimension, in the order of the report. */
export function raterRows(report: DimensionReport, cards: AgreementReport['raters']): RaterRow[] {
  const { leniency, gold, intra_rater: repeats, drift, leave_one_out: without, dawid_skene: model } = report;
  const one = report.rater_names.length === 1;
  return report.rater_names.map((rater) => {
    const lenient = own(leniency, rater);
    const known = own(gold?.raters, rater);
    const again = own(repeats?.raters, rater);
    const moved = own(drift, rater);
    const series = moved
      ? [
          { of: 'agreement' as const, cusum: moved.agreement.cusum },
          ...(moved.shift ? [{ of: 'shift' as const, cusum: moved.shift.cusum }] : []),
        ]
      : [];
    const truth = model && model.value !== null ? own(model.raters, rater) : null;
    return {
      rater,
      ratings: lenient?.units ?? own(cards, rater)?.ratings ?? 0,
      kappa: meanKappa(report, rater),
      without: one ? null : (own(without, rater)?.krippendorff_alpha ?? null),
      leniency: lenient?.shift ?? null,
      gold: known && { ...known.accuracy, answers: known.answers, correct: known.correct },
      again: again && { ...again.agreement, repeats: again.repeats, same: again.same },
      pace: own(cards, rater)?.pace ?? null,
      time: series.find(hasChanged) ?? series[0] ?? null,
      series,
      use: lenient?.use ?? [],
      confusion: truth?.confusion ?? null,
    };
  });
}
