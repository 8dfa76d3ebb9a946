import { z } from 'zod';
import { agreementReportSchema } from '../agreement/schema.ts';
import { unitSchema } from '../domain/adjudication.ts';
import { command } from './command.ts';
import { file } from './project.ts';

const costlyUnit = z.object({
  /** As adjudication knows it. */
  unit: unitSchema.required(),
  /** Opening words of the answer. */
  answer: z.string(),
  conversation: z.string(),
  message: z.int(),
  /** Share of all observed disagreement on this dimension that this unit accounts for, 0 to 1. */
  share: z.number(),
  values: z.array(z.object({ rater: z.string(), value: z.union([z.number(), z.string()]) })),
});
export type CostlyUnit = z.infer<typeof costlyUnit>;

export const EXPORT_FORMATS = ['trl-sft', 'trl-preference'] as const;

export const recipe = z.object({
  format: z.enum(EXPORT_FORMATS),
  seed: z.union([z.int(), z.string().min(1)]).default(1),
  /** Share of conversations held out for testing, 0 to 0.5; 0 writes one file. */
  testShare: z.number().min(0).max(0.5).default(0),
  /** SFT: an answer is taken when its mean on every dimension lies at least this far up from the worst option to the best, 0 to 1. */
  minShare: z.number().min(0).max(1).default(0.5),
  /** SFT: an answer is taken when its mean is at least this on each named dimension. */
  atLeast: z.record(z.string(), z.number()).default({}),
  /** SFT: an answer is left out when its mean is above this on a named dimension. */
  atMost: z.record(z.string(), z.number()).default({}),
  /** SFT and preference: use raters' rewrites. */
  rewrites: z.boolean().default(true),
  /** Preference: what raters preferred of answers they compared side by side. */
  comparisons: z.boolean().default(true),
  /** Preference: pairs of answers to the same context whose mean score differs by at least this share of the scale, 0 to 1. */
  margin: z.number().min(0).max(1).default(0.25),
  /** Dimensions that make up the score, with weights; empty for all of the rubric, equally. */
  weights: z.record(z.string(), z.number()).default({}),
  /** Whether texts keep the placeholders that stand for personal data, or get back what stood there, which the audit log then tells. */
  personalData: z.enum(['placeholders', 'originals']).default('placeholders'),
  /**
   * What an answer is worth on a dimension: the mean of its ratings, or the value they come to by the project's rule. What the lead
   * decided counts before either.
   */
  values: z.enum(['mean', 'consensus']).default('mean'),
  /** Ratings an answer needs to be used. */
  minRatings: z.int().min(1).default(1),
});
export type Recipe = z.infer<typeof recipe>;

const preflight = z.object({
  ok: z.boolean(),
  warnings: z.array(z.string()),
  rejected_rows: z.int(),
});

const exportPreview = z.object({
  rows: z.int(),
  /** The first rows as they would be written, JSON text. */
  first: z.array(z.string()),
  dropped: z.record(z.string(), z.int()),
  preflight: z.record(z.string(), preflight),
});
export type ExportPreview = z.infer<typeof exportPreview>;

const exported = z.object({
  files: z.array(z.object({ path: z.string(), rows: z.int(), sha256: z.string() })),
  manifest: z.string(),
  dropped: z.record(z.string(), z.int()),
  preflight: z.record(z.string(), preflight),
});
export type Exported = z.infer<typeof exported>;

export const reportingCommands = {
  'agreement.report': command({
    lane: 'job',
    input: z.object({
      dimension: z.string().optional(),
      /** Slices: model, model_version, language, use_case or group.NAME. */
      by: z.string().optional(),
      bootstrap: z.int().min(0).max(100_000).default(0),
      seed: z.union([z.int(), z.string().min(1)]).default(1),
      /** Time buckets of each rater's drift: UTC days, or so many ratings. */
      per: z.union([z.literal('day'), z.int().min(10)]).default(100),
      /** With what it takes to count it again: a digest of the ratings, which takes a moment more. */
      reproduction: z.boolean().default(false),
    }),
    output: agreementReportSchema,
  }),
  /** A number that is another one once the agreement may be: it costs nothing to ask. */
  'agreement.pulse': command({
    lane: 'read',
    input: z.object({}),
    output: z.object({ pulse: z.string() }),
  }),
  /** The report as a page of its own, HTML with nothing outside it: written to `out`, or given back where there is none. */
  'agreement.document': command({
    lane: 'job',
    input: z.object({
      out: file.optional(),
      bootstrap: z.int().min(0).max(100_000).default(1000),
      seed: z.union([z.int(), z.string().min(1)]).default(1),
      by: z.string().optional(),
      /** Names of raters; pseudonyms otherwise. */
      names: z.boolean().default(false),
      /** When it is made. */
      at: z.iso.datetime(),
      /** The program that makes it, as `Touchstone 1.2.3`. */
      program: z.string().min(1).default('Touchstone'),
    }),
    output: z.object({ html: z.string().nullable(), sha256: z.string(), bytes: z.int() }),
    files: { out: 'use' },
  }),
  'agreement.costly': command({
    lane: 'job',
    input: z.object({ dimension: z.string(), limit: z.int().min(1).max(500).default(20) }),
    output: z.object({ units: z.array(costlyUnit) }),
  }),
  'export.preview': command({
    lane: 'job',
    input: z.object({ recipe, limit: z.int().min(1).max(50).default(5) }),
    output: exportPreview,
  }),
  'export.write': command({
    lane: 'job',
    input: z.object({ recipe, out: file }),
    output: exported,
    files: { out: 'use' },
  }),
};
