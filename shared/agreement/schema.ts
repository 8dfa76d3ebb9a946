import { z } from 'zod';
import { comparisonFiguresSchema } from './comparisons.ts';
import { detailFields, raterCards, ssaSchema } from './details-schema.ts';
import type { IccForm } from './icc.ts';
import { REASONS } from './statistic.ts';
import { given, none, statisticSchema } from './statistic-schema.ts';
import { LEVELS } from './unit-table.ts';

const value = z.union([z.number(), z.string()]);
const interval = z.tuple([z.number(), z.number()]);
/** A count of things. */
const count = z.int().min(0);
/** 0 to 1. */
const share = z.number().min(0).max(1);
const level = z.enum(LEVELS);
const reason = z.enum(REASONS);

const percentAgreement = z.union([
  given.extend({
    /** Share of agreeing pairs among all pairs, units with more ratings weighing more. */
    pooled: share,
    /** Share of the units with at least two ratings in which all ratings are the same. */
    unanimous: share,
  }),
  none,
]);

const pair = z.strictObject({
  raters: z.tuple([z.string(), z.string()]),
  /** Units that both rated. */
  units: count,
  /** Share of those with the same value from both. */
  agreement: share.nullable(),
  unweighted: statisticSchema,
  linear: statisticSchema,
  quadratic: statisticSchema,
});

const headline = z.strictObject({
  statistic: z.literal('krippendorff_alpha'),
  level,
  value: z.number().nullable(),
  reason: reason.optional(),
  /** 95 % interval: bootstrap where it was asked for, else analytic; null at the ordinal level without a bootstrap. */
  ci: interval.nullable(),
  ci_method: z.enum(['bootstrap', 'analytic']).nullable(),
  /** What the number means, in plain words. */
  reading: z.string().min(1),
});

const iccForms: Record<IccForm, typeof statisticSchema> = {
  icc1: statisticSchema,
  icc2_1: statisticSchema,
  icc3_1: statisticSchema,
  icc1_k: statisticSchema,
  icc2_k: statisticSchema,
  icc3_k: statisticSchema,
};

const reportFields = {
  level,
  headline,
  raters: count,
  rater_names: z.array(z.string()),
  /** Units with at least one rating, and with at least two. */
  units: count,
  units_paired: count,
  ratings: count,
  /** Ratings a gate left out by design. */
  not_asked: count,
  /** Ratings that say it cannot be judged: missing, and counted by themselves. */
  cannot_judge: count,
  categories: z.array(value),
  prevalence: z.array(z.strictObject({ value, label: z.string(), count, share })),
  percent_agreement: percentAgreement,
  krippendorff_alpha: z.strictObject({
    nominal: statisticSchema,
    ordinal: statisticSchema,
    interval: statisticSchema,
    ratio: statisticSchema,
  }),
  /** `fleiss_1971` on a complete table, `gwet_generalised` where ratings are missing. */
  fleiss_variant: z.enum(['fleiss_1971', 'gwet_generalised']),
  fleiss_kappa: statisticSchema,
  conger_kappa: statisticSchema,
  brennan_prediger: statisticSchema,
  gwet_ac1: statisticSchema,
  gwet_ac2: z.strictObject({ linear: statisticSchema, quadratic: statisticSchema, ordinal: statisticSchema }),
  cohen_kappa: z.array(pair),
  icc: z.strictObject(iccForms),
  bootstrap: z
    .strictObject({
      resamples: count,
      seed: value,
      /** Resamples without an alpha, left out of the interval. */
      undefined_resamples: count,
      krippendorff_alpha: z.partialRecord(level, interval.nullable()),
    })
    .optional(),
  /** Alpha at the table's level without each rater in turn. */
  leave_one_out: z.array(z.strictObject({ rater: z.string(), krippendorff_alpha: statisticSchema })),
  /** The units that cost most agreement, most costly first. */
  costly_units: z.array(
    z.strictObject({
      unit: value,
      /** Share of all observed disagreement. */
      share,
      ratings: z.array(z.strictObject({ rater: z.string(), value })),
    }),
  ),
  /** Krippendorff's observed coincidences, rows and columns as `categories`; null above 30 categories. */
  coincidences: z.array(z.array(z.number())).nullable(),
  notes: z.array(z.string()),
};

/** The report on one table. Every number in it is finite. */
export const dimensionReportSchema = z.strictObject(reportFields);
export type DimensionReport = z.infer<typeof dimensionReportSchema>;

/** What it takes to count a report again. */
const reproduction = z.strictObject({
  /** SHA-256 of the counted ratings and the rubric, whatever their order: the same ratings have the same digest on every machine. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Counted ratings, those of comparisons included. */
  ratings: count,
  /** Of the bootstrap; none where no interval was asked for. */
  resamples: count,
  seed: value,
});

/** The report on a project: one report for each dimension, with one for each slice where slices were asked for. */
export const agreementReportSchema = z.strictObject({
  /** The rubric in force, `id@version`. */
  rubric: z.string(),
  /** The versions that the ratings were made under, newest first, where there are several. */
  versions: z.array(z.strictObject({ rubric: z.string(), ratings: count })).optional(),
  /** How comparisons went, where there are any; their dimensions come after those of single answers. */
  comparisons: comparisonFiguresSchema.optional(),
  /** The raters, and the SSA of all counted ratings where the rubric has its two dimensions. */
  raters: raterCards.optional(),
  ssa: ssaSchema.optional(),
  reproduction: reproduction.optional(),
  dimensions: z.array(
    z.strictObject({
      dimension: z.string(),
      ...reportFields,
      ...detailFields,
      slices: z.array(z.strictObject({ key: z.string(), ...reportFields })).optional(),
    }),
  ),
});
export type AgreementReport = z.infer<typeof agreementReportSchema>;
