import type { Interval, Statistic } from './statistic.ts';
import { ratingCount, type UnitTable } from './unit-table.ts';
import { because, ciText, decimal, percent } from './words.ts';

/**
 * Krippendorff's thresholds: rely on data with alpha of at least .800, draw tentative conclusions from .667.
 *
 * Source: Krippendorff, K. (2004). Reliability in content analysis: some common misconceptions and recommendations.
 * Human Communication Research 30, 411-433.
 */
const RELIABLE = 0.8;
const TENTATIVE = 0.667;

/** From here on one category, or the agreement, is high enough for chance agreement to mislead. */
const HIGH_SHARE = 0.8;

export type Band = 'reliable' | 'tentative' | 'low' | 'chance' | 'opposed';

const BANDS: readonly (readonly [from: number, band: Band])[] = [
  [RELIABLE, 'reliable'],
  [TENTATIVE, 'tentative'],
  [0.05, 'low'],
  [-0.2, 'chance'],
];

const SAYS: Record<Band, string> = {
  reliable: 'that is at or above 0.80, good enough to rely on',
  tentative: 'that is between 0.667 and 0.80, enough for tentative conclusions only',
  low: 'that is below 0.667, too little to draw conclusions from',
  chance: 'that is no better than chance',
  opposed: 'raters disagree more than chance would have it; see whether one reads the scale the other way',
};

/** What a value of alpha allows. */
export const bandOf = (alpha: number): Band => BANDS.find(([from]) => alpha >= from)?.[1] ?? 'opposed';

/** What the interval leaves open: chance, or a lower band than the value's; null where nothing. */
export function doubtOf(alpha: number, ci: readonly [number, number] | null): 'chance' | 'lower' | null {
  if (ci === null) return null;
  if (alpha > 0 && ci[0] <= 0) return 'chance';
  const floor = [RELIABLE, TENTATIVE].find((threshold) => alpha >= threshold);
  return floor === undefined || ci[0] >= floor ? null : 'lower';
}

/** True where one common value makes alpha low although raters agree: its share, and that of agreeing pairs, 0 to 1. */
export const isMisleading = (alpha: number, share: number, agreement: number): boolean =>
  alpha < TENTATIVE && share >= HIGH_SHARE && agreement >= HIGH_SHARE;

/** The headline in plain words: what alpha says, how sure that is, and where prevalence makes it mislead. */
export function readingOf(
  table: UnitTable,
  alpha: Statistic,
  ci: Interval | null,
  percentAgreement: Statistic,
  ac1: Statistic,
): string {
  const about = table.subject === undefined ? '' : ` on ${table.subject}`;
  if (alpha.value === null) return `Undefined${about}: ${undefinedBecause(table, alpha.reason)}.`;
  const { value } = alpha;
  const sentences = [`Agreement${about}: alpha is ${decimal(value)}${ciText(ci)}; ${SAYS[bandOf(value)]}.`];
  sentences.push(...doubt(value, ci));
  const caveat = prevalenceCaveat(table, value, percentAgreement, ac1);
  return [...sentences, ...caveat].join(' ');
}

function doubt(value: number, ci: Interval | null): string[] {
  const left = doubtOf(value, ci);
  if (left === null || ci === null) return [];
  if (left === 'chance') return ['The interval includes 0, so agreement by chance alone is not ruled out.'];
  return [`It could be as low as ${decimal(ci[0])}; more units rated by several raters would tell.`];
}

function undefinedBecause(table: UnitTable, reason: Parameters<typeof because>[0]): string {
  if (table.texts !== undefined)
    return `texts cannot be compared; ${table.texts === 1 ? 'one was' : `${table.texts} were`} written`;
  const only = table.counts.findIndex((count) => count > 0 && count === ratingCount(table));
  const label = table.labels[only];
  if (reason === 'unanimous' && label !== undefined) {
    return `everyone gave the same value (${label}), so there is no variation to agree about`;
  }
  return because(reason);
}

/** With a rare label chance agreement is high and alpha low although raters agree. */
function prevalenceCaveat(table: UnitTable, alpha: number, agreement: Statistic, ac1: Statistic): string[] {
  const most = table.counts.reduce(
    (best, count, code) => (count > (table.counts[best] ?? 0) ? code : best),
    0,
  );
  const share = (table.counts[most] ?? 0) / ratingCount(table);
  if (agreement.value === null || !isMisleading(alpha, share, agreement.value)) return [];
  const about = table.subject === undefined ? '' : ` on ${table.subject}`;
  const ac1Text = ac1.value === null ? '' : ` Gwet's AC1, which allows for that, is ${decimal(ac1.value)}.`;
  return [
    `Raters agree${about} far more than alpha suggests: ${percent(share)} of the labels are '${table.labels[most]}', ` +
      `and ${percent(agreement.value)} of pairs agree.${ac1Text}`,
  ];
}
