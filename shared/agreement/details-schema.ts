import { z } from 'zod';
import { CONSENSUS_SOURCES, TIE_RULES } from './consensus.ts';
import { REASONS } from './statistic.ts';
import { statisticSchema } from './statistic-schema.ts';

const value = z.union([z.number(), z.string()]);
const count = z.int().min(0);
const share = z.number().min(0).max(1);
const statistic = statisticSchema;
const utc = z.iso.datetime();

/** A value with its interval, without a sentence, where there are many. */
const bare = z.union([
  z.strictObject({
    value: z.number(),
    se: z.number().min(0).optional(),
    ci: z.tuple([z.number(), z.number()]).optional(),
  }),
  z.strictObject({ value: z.null(), reason: z.enum(REASONS) }),
]);

const self = { repeats: count, same: count, agreement: statistic, alpha: statistic, shift: statistic };
/** Hidden repeats: what the same raters said the second time. */
const intraRater = z.strictObject({
  all: z.strictObject(self),
  raters: z.array(z.strictObject({ rater: z.string(), ...self })),
});

const accuracy = { answers: count, correct: count, accuracy: statistic, error: statistic, shift: statistic };
const gold = z.strictObject({
  all: z.strictObject(accuracy),
  raters: z.array(z.strictObject({ rater: z.string(), ...accuracy })),
  /** How often a known answer was answered how. */
  confusion: z.array(z.strictObject({ gold: value, given: value, count })),
});

/** How each rater uses the scale beside the others on the same units. */
const leniency = z.array(
  z.strictObject({
    rater: z.string(),
    units: count,
    shift: statistic,
    use: z.array(z.strictObject({ value, own: share, others: share, difference: bare })),
  }),
);

const cusum = z.union([
  z.strictObject({
    value: z.number(),
    limit: z.number(),
    p: share,
    changed: z.boolean(),
    turn: z.strictObject({ before: count, at: utc, mean_before: z.number(), mean_after: z.number() }),
    path: z.array(z.number()),
    sentence: z.string(),
  }),
  z.strictObject({ value: z.null(), reason: z.enum(REASONS), sentence: z.string() }),
]);
const series = z.strictObject({
  ratings: count,
  buckets: z.array(z.strictObject({ from: utc, to: utc, ratings: count, mean: bare })),
  cusum,
});
/** In time, for each rater: share of the other raters of the unit who agree; value less theirs, null where values have no order. */
const drift = z.array(z.strictObject({ rater: z.string(), agreement: series, shift: series.nullable() }));

const rubricVersions = z.strictObject({
  versions: z.array(
    z.strictObject({ version: z.string(), units: count, ratings: count, alpha: statistic, mean: statistic }),
  ),
  changes: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      mean: statistic,
      shares: z.array(z.strictObject({ value, difference: bare })),
      common: z.strictObject({ units: count, mean: statistic }),
    }),
  ),
});

const multiLabel = z.strictObject({
  units: count,
  units_paired: count,
  ratings: count,
  /** Ratings without a label. */
  empty: count,
  masi: statistic,
  masi_marked: statistic,
  labels: z.array(z.strictObject({ label: z.string(), count, share, alpha: statistic, ac1: statistic })),
});

const f1 = { exact: bare, overlap: bare, characters: bare, anywhere: bare };
const spans = z.strictObject({
  /** Answers with at least two raters, their characters, and the spans marked in them. */
  answers: count,
  characters: count,
  spans: count,
  anywhere: statistic,
  labelled: statistic,
  labels: z.array(z.strictObject({ label: z.string(), spans: count, alpha: statistic })),
  f1: z.strictObject({ exact: statistic, overlap: statistic, characters: statistic, anywhere: statistic }),
  pairs: z.array(
    z.strictObject({
      raters: z.tuple([z.string(), z.string()]),
      answers: count,
      spans: z.tuple([count, count]),
      ...f1,
    }),
  ),
});

const none = z.strictObject({ value: z.null(), reason: z.enum(REASONS), sentence: z.string() });
const dawidSkene = z.union([
  z.strictObject({
    /** Mean over units of the chance of the likeliest value. */
    value: share,
    sentence: z.string(),
    prevalence: z.array(z.strictObject({ value, share })),
    raters: z.array(
      z.strictObject({
        rater: z.string(),
        /** Chance that an answer is right. */
        accuracy: share,
        /** Rows: the true category, columns: the answer; in the order of `categories`. */
        confusion: z.array(z.array(share)),
      }),
    ),
    log_likelihood: z.number(),
    rounds: count,
    converged: z.boolean(),
  }),
  none,
]);
const ratingScale = z.union([
  z.strictObject({
    /** Share of the spread of the units' measures that is not uncertainty. */
    value: share,
    sentence: z.string(),
    /** Standard deviation of the units, logits. */
    spread: z.number(),
    thresholds: z.array(z.strictObject({ from: value, to: value, logits: z.number() })),
    raters: z.array(
      z.strictObject({
        rater: z.string(),
        /** Logits; above 0 rates lower than the others. */
        severity: z.number(),
        se: z.number(),
        /** Mean squared residual over what is expected, about 1. */
        fit: z.number(),
      }),
    ),
    /** Raters who can be compared through common units; one list where all can. */
    linked: z.array(z.array(z.string())),
    log_likelihood: z.number(),
    rounds: count,
    converged: z.boolean(),
  }),
  none,
]);

const consensus = z.strictObject({
  ties: z.enum(TIE_RULES),
  /** Units by where their consensus value comes from. */
  sources: z.partialRecord(z.enum(CONSENSUS_SOURCES), count),
  /** Units whose raters are tied and that nothing settles. */
  open: count,
  /** Units where raters gave different values. */
  disputed: count,
  /** Of the units settled by the ratings, the share to which the model gives the same value. */
  model_agrees: share.nullable(),
});

/** What a project's report says of a dimension beside the agreement itself. Each part is there where there is something to say. */
export const detailFields = {
  intra_rater: intraRater.optional(),
  gold: gold.optional(),
  leniency: leniency.optional(),
  drift: drift.optional(),
  rubric_versions: rubricVersions.optional(),
  multi_label: multiLabel.optional(),
  spans: spans.optional(),
  dawid_skene: dawidSkene.optional(),
  rating_scale: ratingScale.optional(),
  consensus: consensus.optional(),
};

const details = z.strictObject(detailFields);
export type DimensionDetails = z.infer<typeof details>;
/** Each part by itself. */
export type DetailParts = { [Part in keyof DimensionDetails]-?: NonNullable<DimensionDetails[Part]> };

/** Each rater over all dimensions, by name. */
export const raterCards = z.array(
  z.strictObject({
    rater: z.string(),
    ratings: count,
    first: utc,
    last: utc,
    /** Days with a rating, UTC. */
    days: count,
    /** Active milliseconds a rating: median and quartiles of those that are known. */
    pace: z
      .strictObject({ ratings: count, median: z.number(), quartiles: z.tuple([z.number(), z.number()]) })
      .nullable(),
  }),
);
export type RaterCards = z.infer<typeof raterCards>;

const ssaEstimate = z.strictObject({
  value: share,
  ci: z.tuple([z.number(), z.number()]).nullable(),
  sensibleness: share,
  specificity: share,
  items: count,
  ratings: count,
  incomplete: count,
  method: z.string(),
});
export const ssaSchema = z.union([ssaEstimate, z.strictObject({ value: z.null(), reason: z.enum(REASONS) })]);
