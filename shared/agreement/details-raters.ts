import type { DetailParts } from './details-schema.ts';
import { cusumSentence, tell } from './details-words.ts';
import { type Drift, drift } from './drift.ts';
import { type GoldAccuracy, goldAccuracy } from './gold-accuracy.ts';
import { leniency } from './leniency.ts';
import { type SelfAgreement, selfAgreement } from './self-agreement.ts';
import type { RaterSeries } from './series.ts';
import type { UnitTable } from './unit-table.ts';

export function intraRater(...given: Parameters<typeof selfAgreement>): DetailParts['intra_rater'] {
  const { all, raters } = selfAgreement(...given);
  return {
    all: selfTold(all),
    raters: raters.map(({ rater, ...own }) => ({ rater, ...selfTold(own, rater) })),
  };
}

const selfTold = ({ agreement, alpha, shift, ...counts }: SelfAgreement, rater?: string) => ({
  ...counts,
  agreement: tell(agreement, 'selfAgreement', rater),
  alpha: tell(alpha, 'selfAlpha', rater),
  shift: tell(shift, 'selfShift', rater),
});

export function gold(...given: Parameters<typeof goldAccuracy>): DetailParts['gold'] {
  const { all, raters, confusion } = goldAccuracy(...given);
  return {
    all: goldTold(all),
    raters: raters.map(({ rater, ...own }) => ({ rater, ...goldTold(own, rater) })),
    confusion,
  };
}

const goldTold = ({ accuracy, error, shift, ...counts }: GoldAccuracy, rater?: string) => ({
  ...counts,
  accuracy: tell(accuracy, 'goldAccuracy', rater),
  error: tell(error, 'goldError', rater),
  shift: tell(shift, 'goldShift', rater),
});

export const leniencyOf = (table: UnitTable): DetailParts['leniency'] =>
  leniency(table).map(({ shift, ...own }) => ({ ...own, shift: tell(shift, 'leniency', own.rater) }));

/** Drift of each rater with a rating that others can be set beside. */
export const driftOf = (
  raters: readonly string[],
  series: readonly RaterSeries[],
  per: 'day' | number | undefined,
): DetailParts['drift'] =>
  series.flatMap(({ times, agreement, shift }, index) => {
    const rater = raters[index];
    if (rater === undefined || times.length === 0) return [];
    return {
      rater,
      agreement: driftTold(drift(times, agreement, { per }), `the agreement of ${rater} with the others`),
      shift: shift && driftTold(drift(times, shift, { per }), `the leniency of ${rater}`),
    };
  });

const utc = (at: number): string => new Date(at).toISOString();
/** Digits enough for a plot. */
const rounded = (x: number): number => Math.round(x * 1e4) / 1e4;

function driftTold(
  { ratings, buckets, cusum }: Drift,
  what: string,
): DetailParts['drift'][number]['agreement'] {
  const sentence = cusumSentence(cusum, what);
  return {
    ratings,
    buckets: buckets.map(({ from, to, ...own }) => ({ from: utc(from), to: utc(to), ...own })),
    cusum:
      'path' in cusum
        ? {
            value: cusum.value,
            limit: cusum.limit,
            p: cusum.p,
            changed: cusum.changed,
            turn: {
              before: cusum.turn.before,
              at: utc(cusum.turn.at),
              mean_before: cusum.turn.meanBefore,
              mean_after: cusum.turn.meanAfter,
            },
            path: cusum.path.map(rounded),
            sentence,
          }
        : { ...cusum, sentence },
  };
}
