import { z } from 'zod';
import { ALLOCATIONS, STRATEGIES } from '../sampling/parameters.ts';
import { command } from './command.ts';
import { file, utc } from './project.ts';

const rate = z.number().min(0).max(1);
const seed = z.union([z.int(), z.string().min(1)]);

export const drawParameters = z.object({
  size: z.int().min(1),
  seed,
  /** Fields whose combinations are the strata; numbers and times by buckets. See shared/sampling/README.md. */
  strata: z.array(z.string()).default([]),
  minPerStratum: z.int().min(0).default(0),
  /** A filter expression, empty for all. */
  where: z.string().default(''),
  /** All answers of a conversation, only the last position of each (its candidates included), or one of each by chance. */
  answers: z.enum(['all', 'last', 'one']).default('all'),
  /** How answers are chosen within a stratum; stratified where there are strata, else simple. */
  strategy: z.enum(STRATEGIES).optional(),
  /** How the sample is shared among strata. */
  allocation: z.enum(ALLOCATIONS).default('proportional'),
  /** Neyman: the dimension whose ratings so far tell how much answers differ within each stratum. */
  dimension: z.string().min(1).optional(),
  /** Neyman: the rate expected in each stratum, by its key; one half where none is given. */
  rates: z.record(z.string(), rate).optional(),
  /** Weighted: the first filter that an answer meets gives its weight, else it is 1. Negative feedback unless given. */
  weights: z.array(z.object({ where: z.string().min(1), weight: z.number().positive().max(1e6) })).optional(),
  /** Only answers to contexts that have several candidate answers. */
  candidatesOnly: z.boolean().default(false),
  /** Comparisons in place of answers: each context with two or more of the answers is an item, of four of them at most. */
  comparisons: z.boolean().default(false),
  /** Also answers that have been rated. */
  includeRated: z.boolean().default(false),
  /** Not those that an earlier sample holds. */
  excludeSampled: z.boolean().default(false),
});
export type DrawParameters = z.infer<typeof drawParameters>;

const stratum = z.object({ key: z.string(), population: z.int(), drawn: z.int() });
export type StratumCount = z.infer<typeof stratum>;

/** Half the width of a 95 % interval for a rate, 0 to 1; null where there can be none. */
const width = z.number().nullable();

const plannedStratum = stratum.extend({
  half_width: width,
  half_width_at_rate: width,
  /** Neyman: the standard deviation that the share was computed from. */
  spread: z.number().nullable(),
});
export type PlannedStratum = z.infer<typeof plannedStratum>;

const samplePlan = z.object({
  population: z.int(),
  items: z.int(),
  strategy: z.enum(STRATEGIES),
  allocation: z.enum(ALLOCATIONS),
  strata: z.array(plannedStratum),
  /** For a rate of one half, the worst case. */
  half_width: width,
  rate: z.number().nullable(),
  half_width_at_rate: width,
  /** Answers that meet the filter and are passed over. */
  left_out: z.object({ rated: z.int(), sampled: z.int() }),
  warnings: z.array(z.string()),
});
export type SamplePlan = z.infer<typeof samplePlan>;

const sampleSummary = z.object({
  id: z.uuid(),
  createdAt: utc,
  parameters: drawParameters,
  population: z.int(),
  items: z.int(),
  strata: z.array(stratum),
  digest: z.string(),
  assignments: z.int(),
});
export type SampleSummary = z.infer<typeof sampleSummary>;

const sampleCheck = z.object({
  sample: z.uuid(),
  /** `same`; `population_changed` where the draw comes out the same from the answers there were, and there are others now; `differs`. */
  result: z.enum(['same', 'population_changed', 'differs']),
  sentence: z.string(),
  /** As the sample states it, and as it comes out again. */
  digest: z.string(),
  digest_again: z.string(),
  population: z.object({
    at_draw: z.int(),
    now: z.int(),
    /** Answers that would be drawn from now and were not there, or did not meet the filter, then. */
    added: z.int(),
    removed: z.int(),
  }),
  /** Items that the draw gives again, and those it gives no more or newly. */
  items: z.object({ same: z.int(), missing: z.int(), other: z.int() }),
});
export type SampleCheck = z.infer<typeof sampleCheck>;

const planParameters = z.object({
  sample: z.uuid(),
  raters: z.array(z.string().trim().min(1)).min(1),
  /** How many raters see one item. */
  overlap: z.int().min(1),
  /** How many items of each rater come again, unawares, as hidden repeats. */
  repeat: z.int().min(0).default(0),
  /** Native ratings whose values are the known answers. */
  gold: file.optional(),
  /** A calibration round: every rater judges every item, whatever the overlap, and is shown the agreed answers afterwards. */
  calibration: z.boolean().default(false),
  seed,
});

const pair = z.object({ raters: z.tuple([z.string(), z.string()]), items: z.int() });
export type PairCount = z.infer<typeof pair>;

const fieldValues = z.object({
  field: z.string(),
  /** Most frequent first, at most 50; `null` counts answers without the field. */
  values: z.array(z.object({ value: z.string().nullable(), answers: z.int() })),
});

const raterWork = z.object({ rater: z.string(), open: z.int(), done: z.int() });
export type RaterWork = z.infer<typeof raterWork>;

export const samplingCommands = {
  /** The fields of filters and strata, with the values there are. */
  'sample.fields': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({ fields: z.array(fieldValues) }),
  }),
  /** What a draw would give. Counts every answer, so it tells how far it is and may be cancelled. */
  'sample.plan': command({
    lane: 'job',
    input: drawParameters.extend({ rate: rate.optional() }),
    output: samplePlan,
  }),
  'sample.draw': command({
    lane: 'job',
    input: drawParameters,
    output: z.object({
      sample: z.uuid(),
      items: z.int(),
      population: z.int(),
      strata: z.array(stratum),
      digest: z.string(),
    }),
  }),
  'sample.list': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({ samples: z.array(sampleSummary) }),
  }),
  /** Draws a sample again from what is written on it, and compares. */
  'sample.verify': command({
    lane: 'job',
    input: z.object({ sample: z.uuid() }),
    output: sampleCheck,
  }),
  'assign.plan': command({
    lane: 'job',
    input: planParameters,
    output: z.object({
      assignments: z.int(),
      per_rater: z.record(z.string(), z.int()),
      items: z.int(),
      /** The smallest number of items any two of the raters share; null for one rater, who shares with no one. */
      smallest_pair: z.int().nullable(),
      /** Every two raters, those who share fewest first. */
      pairs: z.array(pair),
      gold: z.int(),
      repeats: z.int(),
      /** Names that were given more than once, as they were given. */
      repeated_names: z.array(z.string()),
    }),
    files: { gold: 'use' },
  }),
  /** Who has what of a sample, and how many items each two share. */
  'assign.state': command({
    lane: 'read',
    input: z.object({ sample: z.uuid() }),
    output: z.object({ raters: z.array(raterWork), pairs: z.array(pair) }),
  }),
  /** Hands on what a rater has not submitted; what they have stays theirs. Of one sample, or of all. */
  'assign.replace': command({
    lane: 'write',
    input: z.object({
      rater: z.string().trim().min(1),
      by: z.array(z.string().trim().min(1)).min(1),
      sample: z.uuid().optional(),
      seed,
    }),
    output: z.object({
      released: z.int(),
      assignments: z.int(),
      per_rater: z.record(z.string(), z.int()),
      /** Released and handed to no one: each of the others has or had it already. */
      unplaced: z.int(),
      repeated_names: z.array(z.string()),
    }),
  }),
};
