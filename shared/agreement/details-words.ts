import type { Cusum } from './drift.ts';
import { told, type Wording } from './sentences.ts';
import type { NoValue, Statistic } from './statistic.ts';
import type { ReportedStatistic } from './statistic-schema.ts';
import { because, decimal, percent } from './words.ts';

const SCALE = '1 is perfect agreement, 0 what chance would give';

/** What each statistic of a dimension's details says, for `told`. `whose` is a rater's name, or nothing for all together. */
const WORDINGS = {
  selfAgreement: {
    name: 'Agreement of raters with themselves',
    meaning: 'the share of hidden repeats that got the same value again',
  },
  selfAlpha: { name: 'Alpha of first against repeated ratings', meaning: SCALE },
  selfShift: { name: 'The mean change on repeats', meaning: 'the second value less the first' },
  goldAccuracy: { name: 'Accuracy', meaning: 'the share of items with a known answer that got it' },
  goldError: { name: 'The mean distance from known answers', meaning: '0 is no error' },
  goldShift: {
    name: 'The mean of ratings less known answers',
    meaning: 'above 0 rates higher than it should',
  },
  leniency: {
    name: 'The mean difference from the other raters of the same units',
    meaning: 'above 0 rates higher than they do',
  },
  versionAlpha: { name: "Krippendorff's alpha under this version", meaning: SCALE },
  versionMean: { name: 'The mean value under this version', meaning: 'each unit counted once' },
  versionChange: { name: 'The change of the mean value', meaning: 'the later version less the earlier' },
  commonChange: {
    name: 'The change of the mean value on units rated under both versions',
    meaning: 'the later version less the earlier',
  },
  masi: {
    name: 'Alpha with MASI distance',
    meaning: `${SCALE}; sets of categories that share some count as near misses`,
  },
  masiMarked: {
    name: 'Alpha with MASI distance among ratings that name a category',
    meaning: `${SCALE}; whether those who see something name the same`,
  },
  label: { name: "Krippendorff's alpha of this category", meaning: `${SCALE}, given or not given` },
  labelAc1: { name: "Gwet's AC1 of this category", meaning: `${SCALE}, which stays fair where it is rare` },
  unitized: {
    name: 'Alpha for unitizing',
    meaning: `${SCALE}, in where raters marked something, character by character`,
  },
  unitizedLabels: {
    name: 'Alpha for unitizing with labels',
    meaning: `${SCALE}, in where raters marked something and as what`,
  },
  f1Exact: { name: 'F1 of exact spans', meaning: 'spans with the same ends and label, 1 where all are' },
  f1Overlap: { name: 'F1 of overlapping spans', meaning: 'spans of the same label that share a character' },
  f1Characters: { name: 'F1 of characters', meaning: 'characters marked with the same label' },
  f1Anywhere: { name: 'F1 of characters, whatever the label', meaning: 'characters that both marked' },
} as const satisfies Record<string, Wording>;

export type WordingName = keyof typeof WORDINGS;

/** A statistic with its sentence, about one rater, label or version where one is named. */
export function tell(statistic: Statistic, wording: WordingName, about?: string): ReportedStatistic {
  const { name, meaning } = WORDINGS[wording];
  return told(statistic, { name: about === undefined ? name : `${name} (${about})`, meaning });
}

/** What a CUSUM says, in words. */
export function cusumSentence(cusum: Cusum | NoValue, what: string): string {
  if (!('path' in cusum)) return `Whether ${what} drifts cannot be told: ${because(cusum.reason)}.`;
  const { changed, turn, value, limit } = cusum;
  const figures = `the CUSUM reaches ${decimal(value)}, the limit is ${decimal(limit, 3)}`;
  if (!changed) return `No sign that ${what} drifts: ${figures}.`;
  return (
    `${what.charAt(0).toUpperCase()}${what.slice(1)} changed after rating ${turn.before}, from ` +
    `${decimal(turn.meanBefore)} to ${decimal(turn.meanAfter)} on average: ${figures}.`
  );
}

export const dawidSkeneSentence = (sure: number): string =>
  `Taking each rater's confusions into account, the likeliest value of a unit has a chance of ${percent(sure)} on average ` +
  '(Dawid and Skene). Errors that most raters share are taken for the truth.';

export const ratingScaleSentence = (reliability: number): string =>
  `With each rater's severity taken out, ${percent(reliability)} of how far units lie apart on a common scale is real ` +
  'difference, and the rest uncertainty (many-facet rating scale model).';
