import { alphaWithInterval } from './alpha-interval.ts';
import { type BootstrapOptions, bootstrapAlpha } from './bootstrap.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { type Observed, observe } from './chance-corrected.ts';
import { cohenKappas } from './cohen-kappa.ts';
import { type Coincidences, coincidenceMatrix, coincidencesOf } from './coincidences.ts';
import { congerKappa } from './conger-kappa.ts';
import { costlyUnits } from './costly-units.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc } from './gwet-ac.ts';
import { icc } from './icc.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { type Patterns, pairedUnits, patternsOf } from './patterns.ts';
import { percentAgreement } from './percent-agreement.ts';
import { readingOf } from './reading.ts';
import type { DimensionReport } from './schema.ts';
import {
  AC1,
  AC2,
  ALPHA,
  BRENNAN_PREDIGER,
  CONGER,
  cohenWording,
  FLEISS,
  iccTold,
  percentSentence,
  told,
  withoutWording,
} from './sentences.ts';
import { noValue, type Reason, type Statistic } from './statistic.ts';
import { ratingCount, type UnitTable } from './unit-table.ts';
import { sentenceFor } from './words.ts';

export interface ReportOptions {
  /** Adds a bootstrap interval for alpha at the table's level. */
  bootstrap?: BootstrapOptions | undefined;
  /** How many of the units that cost most agreement to list; 20 unless told. */
  costlyUnits?: number | undefined;
}

const COSTLY_UNITS = 20;
/** Above this many categories a square of coincidences is not something to look at. */
const MOST_SHOWN = 30;

/** Everything there is to say about the agreement in one table, as JSON-safe plain data. */
export function agreementReport(table: UnitTable, options: ReportOptions = {}): DimensionReport {
  const patterns = patternsOf(table);
  const counted = coincidencesOf(patterns, table.categories.length);
  const observed = observe(table, 'identity', patterns);
  const ac1 = gwetAc(observed);
  const alpha = {
    nominal: alphaWithInterval(table, 'nominal', patterns, counted),
    ordinal: alphaWithInterval(table, 'ordinal', patterns, counted),
    interval: alphaWithInterval(table, 'interval', patterns, counted),
    ratio: alphaWithInterval(table, 'ratio', patterns, counted),
  };
  const own = table.texts === undefined ? alpha[table.level] : noValue('level');
  const variant = hasMissing(table) ? 'gwet_generalised' : 'fleiss_1971';
  const bootstrap = options.bootstrap && bootstrapOf(table, options.bootstrap, patterns);
  const ac2 = (weighting: 'linear' | 'quadratic' | 'ordinal') =>
    told(gwetAc(observe(table, weighting, patterns)), AC2[weighting]);
  const forms = icc(table);
  return {
    level: table.level,
    headline: headlineOf(table, own, bootstrap, observed, ac1),
    ...sizes(table, patterns),
    prevalence: prevalence(table),
    percent_agreement: percentOf(observed),
    krippendorff_alpha: {
      nominal: told(alpha.nominal, ALPHA.nominal),
      ordinal: told(alpha.ordinal, ALPHA.ordinal),
      interval: told(alpha.interval, ALPHA.interval),
      ratio: told(alpha.ratio, ALPHA.ratio),
    },
    fleiss_variant: variant,
    fleiss_kappa: told(fleissKappa(observed), FLEISS[variant]),
    conger_kappa: told(congerKappa(observed), CONGER),
    brennan_prediger: told(brennanPrediger(observed), BRENNAN_PREDIGER),
    gwet_ac1: told(ac1, AC1),
    gwet_ac2: { linear: ac2('linear'), quadratic: ac2('quadratic'), ordinal: ac2('ordinal') },
    cohen_kappa: pairs(table),
    icc: {
      icc1: iccTold(forms.icc1, 'icc1'),
      icc2_1: iccTold(forms.icc2_1, 'icc2_1'),
      icc3_1: iccTold(forms.icc3_1, 'icc3_1'),
      icc1_k: iccTold(forms.icc1_k, 'icc1_k'),
      icc2_k: iccTold(forms.icc2_k, 'icc2_k'),
      icc3_k: iccTold(forms.icc3_k, 'icc3_k'),
    },
    ...(bootstrap ? { bootstrap } : {}),
    leave_one_out: withoutEach(table, own),
    costly_units: costlyUnits(table, counted, options.costlyUnits ?? COSTLY_UNITS),
    coincidences: shownCoincidences(table, counted),
    notes: [...table.notes, ...missingNotes(table, patterns), ...bootstrapNotes(bootstrap)],
  };
}

/** True where a rater did not rate a unit. */
const hasMissing = ({ given, codes }: UnitTable): boolean => given.code.length < codes.length;

function sizes(table: UnitTable, patterns: Patterns) {
  return {
    raters: table.raters.length,
    rater_names: [...table.raters],
    units: table.units.length,
    units_paired: pairedUnits(patterns),
    ratings: ratingCount(table),
    not_asked: table.notAsked,
    cannot_judge: table.cannotJudge,
    categories: [...table.categories],
  };
}

function prevalence(table: UnitTable): DimensionReport['prevalence'] {
  const all = ratingCount(table);
  return table.categories.map((value, code) => {
    const count = table.counts[code] ?? 0;
    return { value, label: table.labels[code] ?? String(value), count, share: all === 0 ? 0 : count / all };
  });
}

function percentOf(observed: Observed | Reason): DimensionReport['percent_agreement'] {
  if (typeof observed === 'string') {
    return {
      value: null,
      reason: observed,
      sentence: sentenceFor('Percent agreement', noValue(observed), ''),
    };
  }
  const { unitMean, pooledPairs, unanimousUnits } = percentAgreement(observed);
  if (unitMean.value === null)
    return { ...unitMean, sentence: sentenceFor('Percent agreement', unitMean, '') };
  return {
    ...unitMean,
    pooled: pooledPairs,
    unanimous: unanimousUnits,
    sentence: percentSentence(unitMean.value),
  };
}

function pairs(table: UnitTable): DimensionReport['cohen_kappa'] {
  return cohenKappas(table).map(
    ({ raters: [one, other], units, agreement, unweighted, linear, quadratic }) => {
      const first = table.raters[one] ?? '';
      const second = table.raters[other] ?? '';
      const wording = (weighting: string) => cohenWording(weighting, first, second, units);
      return {
        raters: [first, second],
        units,
        agreement,
        unweighted: told(unweighted, wording('unweighted')),
        linear: told(linear, wording('linear')),
        quadratic: told(quadratic, wording('quadratic')),
      };
    },
  );
}

function withoutEach(table: UnitTable, own: Statistic): DimensionReport['leave_one_out'] {
  const alphas = leaveOneOut(table);
  return table.raters.map((rater, index) => ({
    rater,
    krippendorff_alpha: told(alphas[index] ?? noValue('too_few_raters'), withoutWording(rater, own)),
  }));
}

type Bootstrap = NonNullable<DimensionReport['bootstrap']>;

function bootstrapOf(table: UnitTable, options: BootstrapOptions, patterns: Patterns): Bootstrap {
  const { ci, undefinedResamples } = bootstrapAlpha(table, table.level, options, patterns);
  return {
    resamples: options.resamples,
    seed: options.seed,
    undefined_resamples: undefinedResamples,
    krippendorff_alpha: { [table.level]: ci },
  };
}

function headlineOf(
  table: UnitTable,
  own: Statistic,
  bootstrap: Bootstrap | undefined,
  observed: Observed | Reason,
  ac1: Statistic,
): DimensionReport['headline'] {
  const percent = typeof observed === 'string' ? noValue(observed) : percentAgreement(observed).unitMean;
  const resampled = bootstrap?.krippendorff_alpha[table.level] ?? null;
  const analytic = own.value === null ? null : (own.ci ?? null);
  const ci = own.value === null ? null : (resampled ?? analytic);
  return {
    statistic: 'krippendorff_alpha',
    level: table.level,
    value: own.value,
    ...(own.value === null ? { reason: own.reason } : {}),
    ci,
    ci_method: ci === null ? null : resampled === null ? 'analytic' : 'bootstrap',
    reading: readingOf(table, own, ci, percent, ac1),
  };
}

const shownCoincidences = (table: UnitTable, counted: Coincidences): number[][] | null =>
  table.categories.length > MOST_SHOWN ? null : coincidenceMatrix(counted);

function missingNotes(table: UnitTable, patterns: Patterns): string[] {
  const single = table.units.length - pairedUnits(patterns);
  const notes: string[] = [];
  if (single > 0) {
    notes.push(
      `${single} of ${table.units.length} units have a single rating. They are left out of alpha and percent agreement, ` +
        'and count in the prevalences of AC1, Fleiss and Conger.',
    );
  }
  if (hasMissing(table) && table.units.length > 0) {
    notes.push(
      "Not every rater rated every unit: Fleiss' kappa is Gwet's generalisation, and ICC is not defined.",
    );
  }
  return notes;
}

/** Where alpha itself has no value its own sentence says why, and none of the resamples can have one. */
function bootstrapNotes(bootstrap: Bootstrap | undefined): string[] {
  if (!bootstrap || [0, bootstrap.resamples].includes(bootstrap.undefined_resamples)) return [];
  return [
    `${bootstrap.undefined_resamples} of ${bootstrap.resamples} bootstrap resamples have no alpha ` +
      '(no variation, or nothing to compare) and are left out of the interval.',
  ];
}
