import { z } from 'zod';
import { ERRORS, type ErrorCode } from './errors.ts';

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERRORS, code);

/** A failure within an answer: what went wrong with one of several things. */
export const failureSchema = z.object({
  code: z.custom<ErrorCode>(isCode),
  message: z.string(),
  advice: z.string(),
  place: z
    .object({
      file: z.string().optional(),
      line: z.int().optional(),
      path: z.string().optional(),
    })
    .optional(),
});
