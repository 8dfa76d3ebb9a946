import { z } from 'zod';

/** Progress of a job. `total` is null while unknown; units are named, so that a rate can be shown. */
const progress = z.object({
  kind: z.literal('progress'),
  job: z.string(),
  phase: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  unit: z.enum(['bytes', 'files', 'records', 'rows']),
});
export type Progress = z.infer<typeof progress>;

/** What the engine and the main process tell the window without being asked. */
export const pushedEvent = z.discriminatedUnion('kind', [
  progress,
  z.object({ kind: z.literal('engine'), state: z.enum(['up', 'restarting', 'down']), message: z.string() }),
  /** The screen was locked or the machine put to sleep, or somebody is there again. */
  z.object({ kind: z.literal('presence'), isHere: z.boolean() }),
  /** The system's file manager asked for this project; `file` is a token. */
  z.object({ kind: z.literal('open'), file: z.string() }),
]);
export type PushedEvent = z.infer<typeof pushedEvent>;
