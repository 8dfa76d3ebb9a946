import { groupedBy } from './grouped.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { meanOf, momentsOf } from './mean.ts';
import { measured } from './measured.ts';
import { proportion } from './proportion.ts';
import { noValue, type Statistic } from './statistic.ts';
import { codeTable, MISSING, type TableSpec, type Value } from './unit-table.ts';

/** What a rater gave an item at first, and when it came again as a hidden repeat. */
export interface RepeatedValue {
  rater: string;
  first: Value;
  again: Value;
}

export interface SelfAgreement {
  repeats: number;
  same: number;
  /** Share of repeats with the same value, Wilson interval. */
  agreement: Statistic;
  /** Krippendorff's alpha of first against second at the dimension's level. */
  alpha: Statistic;
  /** Mean of second less first, t interval; `level` where values are no numbers and have no order. */
  shift: Statistic;
}

/**
 * Intra-rater agreement from hidden repeats, of all raters together and of each, by name. `too_few_ratings` without
 * repeats.
 *
 * Source: Krippendorff, K. (2004). Content analysis, 2nd ed., section 11.1 (stability: the same rater, the same material,
 * test and retest).
 */
export function selfAgreement(
  repeats: readonly RepeatedValue[],
  spec: TableSpec,
): { all: SelfAgreement; raters: ({ rater: string } & SelfAgreement)[] } {
  const byRater = groupedBy(repeats, ({ rater }) => rater);
  return {
    all: agreementOf(repeats, spec),
    raters: [...byRater]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rater, own]) => ({ rater, ...agreementOf(own, spec) })),
  };
}

function agreementOf(repeats: readonly RepeatedValue[], spec: TableSpec): SelfAgreement {
  const table = codeTable(
    {
      raters: ['first', 'again'],
      units: repeats.map((_, unit) => unit),
      raterOf: repeats.flatMap(() => [0, 1]),
      unitOf: repeats.flatMap((_, unit) => [unit, unit]),
      values: repeats.flatMap(({ first, again }) => [first, again]),
    },
    spec,
  );
  const same = repeats.filter(({ first, again }) => first === again).length;
  return {
    repeats: repeats.length,
    same,
    agreement: proportion(same, repeats.length),
    alpha: repeats.length === 0 ? noValue('too_few_ratings') : krippendorffAlpha(table),
    shift: shiftBetween(table.codes, measured(table)),
  };
}

/** Mean difference of each second cell less the one before it. */
function shiftBetween(codes: Int32Array, position: Float64Array | null): Statistic {
  if (codes.length === 0) return noValue('too_few_ratings');
  if (position === null) return noValue('level');
  const at = (cell: number): number => position[codes[cell] ?? MISSING] ?? 0;
  return meanOf(
    momentsOf(Float64Array.from({ length: codes.length / 2 }, (_, i) => at(2 * i + 1) - at(2 * i))),
  );
}
