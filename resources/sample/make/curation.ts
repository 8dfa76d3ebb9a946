import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What was chosen and written by hand for the sample; ids of OASST are cut to their first eight characters. */
const curation = z.object({
  /** Trees that are used -> what the conversation is about. */
  use_cases: z.record(z.string(), z.string()),
  /** Messages whose replies are not used. */
  left_out: z.array(z.string()),
  /** Answers that get ratings -> what most raters would say: sensibleness, specificity, fluency, bias. */
  judged: z.record(
    z.string(),
    z.object({
      base: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      /** Dimensions on which people differ. */
      contested: z.array(z.string()).default([]),
      bias: z.object({ categories: z.array(z.string()), quotes: z.array(z.string()) }).optional(),
      /** Why it is rated low. */
      note: z.string().optional(),
      rewrite: z.string().optional(),
    }),
  ),
  /** Conversations written for the sample, as native records. */
  written: z.array(
    z.looseObject({
      id: z.string(),
      candidates: z.array(z.looseObject({ id: z.string(), content: z.string() })),
    }),
  ),
});
export type Curation = z.infer<typeof curation>;
export type Judged = Curation['judged'][string];

export const readCuration = (): Curation =>
  curation.parse(JSON.parse(readFileSync(new URL('curation.json', import.meta.url), 'utf8')));
