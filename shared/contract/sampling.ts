import { z } from 'zod';
import { command } from './command.ts';
import { file, utc } from './project.ts';

const drawParameters = z.object({
  size: z.int().min(1),
  seed: z.union([z.int(), z.string().min(1)]),
  /** Fields whose combinations are the strata: model, model_version, language, use_case or group.NAME. */
  strata: z.array(z.string()).default([]),
  minPerStratum: z.int().min(0).default(0),
  /** `field = value`, joined by `and`; `!=` and quoted values too. Empty for all. */
  where: z.string().default(''),
  /** All answers of a conversation, or only the last position of each (its candidates included). */
  answers: z.enum(['all', 'last']).default('all'),
});
export type DrawParameters = z.infer<typeof drawParameters>;

const stratum = z.object({ key: z.string(), population: z.int(), drawn: z.int() });
export type StratumCount = z.infer<typeof stratum>;

const sampleSummary = z.object({
  id: z.uuid(),
  createdAt: utc,
  parameters: drawParameters,
  items: z.int(),
  strata: z.array(stratum),
  digest: z.string(),
  assignments: z.int(),
});
export type SampleSummary = z.infer<typeof sampleSummary>;

const planParameters = z.object({
  sample: z.uuid(),
  raters: z.array(z.string().trim().min(1)).min(1),
  /** How many raters see one item. */
  overlap: z.int().min(1),
  /** How many items of each rater come again, unawares, as hidden repeats. */
  repeat: z.int().min(0).default(0),
  /** Native ratings whose values are the known answers. */
  gold: file.optional(),
  seed: z.union([z.int(), z.string().min(1)]),
});

const fieldValues = z.object({
  field: z.string(),
  /** Most frequent first, at most 50; `null` counts answers without the field. */
  values: z.array(z.object({ value: z.string().nullable(), answers: z.int() })),
});

export const samplingCommands = {
  'sample.fields': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({ fields: z.array(fieldValues) }),
  }),
  'sample.plan': command({
    lane: 'read',
    input: drawParameters,
    output: z.object({ population: z.int(), items: z.int(), strata: z.array(stratum) }),
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
  'assign.plan': command({
    lane: 'job',
    input: planParameters,
    output: z.object({
      assignments: z.int(),
      per_rater: z.record(z.string(), z.int()),
      items: z.int(),
      /** The smallest number of items any two of the raters share. */
      smallest_pair: z.int(),
      gold: z.int(),
      repeats: z.int(),
    }),
    files: { gold: 'use' },
  }),
};
