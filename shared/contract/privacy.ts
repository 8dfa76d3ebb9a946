import { z } from 'zod';
import { command } from './command.ts';

const revealed = z.object({
  position: z.int(),
  candidate: z.int(),
  /** Of the placeholder in the message's text, in UTF-16 code units; end exclusive. */
  start: z.int(),
  end: z.int(),
  kind: z.string(),
  placeholder: z.string(),
  original: z.string(),
});
export type Revealed = z.infer<typeof revealed>;

export const privacyCommands = {
  /** Tells what the placeholders of a conversation stand for, and writes in the audit log who asked, and why. */
  'privacy.reveal': command({
    lane: 'write',
    input: z.object({
      /** Its row id, as browsing tells it. */
      conversation: z.int(),
      reason: z.string().trim().min(1).max(500),
    }),
    output: z.object({ revealed: z.array(revealed) }),
  }),
};
