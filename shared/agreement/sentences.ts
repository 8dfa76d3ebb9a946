import type { IccForm } from './icc.ts';
import type { Reason, Statistic } from './statistic.ts';
import type { ReportedStatistic } from './statistic-schema.ts';
import type { Level } from './unit-table.ts';
import { because, decimal, percent, sentenceFor } from './words.ts';

/** What each statistic of a report says, for `sentenceFor`. */
const SCALE = '1 is perfect agreement, 0 what chance would give';

export interface Wording {
  name: string;
  meaning: string;
}

const alphaWording = (level: Level, means: string): Wording => ({
  name: `Krippendorff's alpha (${level})`,
  meaning: `${SCALE}; ${means}`,
});

export const ALPHA: Record<Level, Wording> = {
  nominal: alphaWording('nominal', 'every difference counts the same'),
  ordinal: alphaWording('ordinal', 'differences count by how many ratings lie between'),
  interval: alphaWording('interval', 'differences count by their square'),
  ratio: alphaWording('ratio', 'differences count relative to the size of the values'),
};

export const FLEISS: Record<'fleiss_1971' | 'gwet_generalised', Wording> = {
  fleiss_1971: { name: "Fleiss' kappa", meaning: `${SCALE}, raters being interchangeable` },
  gwet_generalised: {
    name: "Fleiss' kappa (Gwet's generalisation for missing ratings)",
    meaning: `${SCALE}, raters being interchangeable`,
  },
};

export const CONGER: Wording = {
  name: "Conger's kappa",
  meaning: `${SCALE}, each rater keeping to their own habits`,
};

export const BRENNAN_PREDIGER: Wording = {
  name: 'The Brennan-Prediger coefficient',
  meaning: `${SCALE} if every category were equally likely`,
};

export const AC1: Wording = {
  name: "Gwet's AC1",
  meaning: `${SCALE}, which stays fair where one category is very common`,
};

export const AC2: Record<'linear' | 'quadratic' | 'ordinal', Wording> = {
  linear: { name: "Gwet's AC2 (linear weights)", meaning: `${SCALE}; near misses count in part` },
  quadratic: { name: "Gwet's AC2 (quadratic weights)", meaning: `${SCALE}; near misses count almost fully` },
  ordinal: {
    name: "Gwet's AC2 (ordinal weights)",
    meaning: `${SCALE}; near misses count by the ranks between`,
  },
};

const ICC: Record<IccForm, Wording> = {
  icc1: { name: 'ICC(1,1)', meaning: 'the reliability of one rating, each unit having raters of its own' },
  icc2_1: {
    name: 'ICC(2,1)',
    meaning: 'the reliability of one rating by any rater like these, leniency counted',
  },
  icc3_1: { name: 'ICC(3,1)', meaning: 'the consistency of one rating by these raters, leniency left out' },
  icc1_k: {
    name: 'ICC(1,k)',
    meaning: 'the reliability of the mean rating, each unit having raters of its own',
  },
  icc2_k: {
    name: 'ICC(2,k)',
    meaning: 'the reliability of the mean rating by raters like these, leniency counted',
  },
  icc3_k: {
    name: 'ICC(3,k)',
    meaning: 'the consistency of the mean rating by these raters, leniency left out',
  },
};

/** ICC compares units: these reasons read otherwise than for the rest. */
const iccBecause = (reason: Reason): string => {
  if (reason === 'unanimous') return 'the mean ratings of the units do not differ';
  if (reason === 'no_pairs') return 'it needs at least two units rated by at least two raters';
  return because(reason);
};

/** A statistic as a report shows it, with its sentence. */
export function told(statistic: Statistic, { name, meaning }: Wording, unless = because): ReportedStatistic {
  return { ...statistic, sentence: sentenceFor(name, statistic, meaning, unless) };
}

/** An ICC with its sentence. */
export const iccTold = (statistic: Statistic, form: IccForm): ReportedStatistic =>
  told(statistic, ICC[form], iccBecause);

/** The sentence of percent agreement. */
export const percentSentence = (value: number): string =>
  `Two raters of the same unit gave the same value ${percent(value)} of the time, averaged over units.`;

/** Cohen's kappa of two raters, by name. */
export function cohenWording(weighting: string, first: string, second: string, units: number): Wording {
  const kind = weighting === 'unweighted' ? '' : ` (${weighting} weights)`;
  return {
    name: `Cohen's kappa${kind} of ${first} and ${second}`,
    meaning: `${SCALE}, on the ${units} units both rated`,
  };
}

/** Alpha without one rater, beside the alpha of all. */
export function withoutWording(rater: string, all: Statistic): Wording {
  const beside = all.value === null ? 'undefined' : decimal(all.value);
  return { name: `Without ${rater}, alpha`, meaning: `with everyone it is ${beside}` };
}
