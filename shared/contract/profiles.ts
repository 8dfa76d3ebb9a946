import { z } from 'zod';
import { command } from './command.ts';
import { preferences } from './preferences.ts';

const nothing = z.object({});
const name = z.string().trim().min(1).max(80);
/** Never in an answer, nor in any message. */
const pin = z.string().min(4).max(64);
/** What is tried as a PIN; a wrong one need not have the form of one. */
const tried = z.string().max(64);

export const profileSummary = z.object({
  name,
  /** True where a PIN stands before the desk. */
  pin: z.boolean(),
  /** After wrong tries: when the next one is heard, UTC; null for now. */
  retryAt: z.iso.datetime().nullable(),
});
export type ProfileSummary = z.infer<typeof profileSummary>;

/** The people of this machine. A profile belongs to a name, in whatever project it works. */
export const profileCommands = {
  'profiles.list': command({ lane: 'window', input: nothing, output: z.array(profileSummary) }),
  /**
   * Seats a person at the desk; what they set for themselves comes back. Until somebody else sits down or the desk is left, calls are
   * made in their name, and a profile without a PIN is made at need. `PIN_NEEDED`, `PIN_WRONG` or `PIN_WAIT` where there is a PIN.
   */
  'profile.enter': command({
    lane: 'window',
    input: z.object({ name, pin: tried.optional() }),
    output: preferences,
  }),
  /** Nobody is at the desk any more. */
  'profile.leave': command({ lane: 'window', input: nothing, output: preferences }),
  /** Sets, changes or, with null, removes a PIN; where there is one it must be given. */
  'profile.setPin': command({
    lane: 'window',
    input: z.object({ name, old: tried.optional(), pin: pin.nullable() }),
    output: profileSummary,
  }),
};
