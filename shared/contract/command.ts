import type { z } from 'zod';

/**
 * Where a command runs:
 * `window` in the main process (dialogs, preferences); `read` on the read-only worker; `write` on the only writer;
 * `job` on the second read-only worker, with progress and cancel, its changes handed to the writer in chunks.
 */
export type Lane = 'window' | 'read' | 'write' | 'job';

export interface Command<
  Where extends Lane = Lane,
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
> {
  lane: Where;
  input: In;
  output: Out;
  /**
   * Fields of the input that name files. The window puts a one-use token there; the main process puts the path in its
   * place, so that no path of the machine has to be known, or can be made up, by the page. `keep` lets the token be used again.
   */
  files?: Readonly<Record<string, 'use' | 'keep'>>;
}

export const command = <Where extends Lane, In extends z.ZodType, Out extends z.ZodType>(
  definition: Command<Where, In, Out>,
): Command<Where, In, Out> => definition;
