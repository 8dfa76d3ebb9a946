import { z } from 'zod';
import { settingsChange, settingsSchema } from '../domain/settings.ts';
import { command } from './command.ts';

export const settingsCommands = {
  'settings.read': command({ lane: 'read', input: z.object({}), output: settingsSchema }),
  /** Sets the fields given and leaves the others; what stands already is not set again. Gives all of them. */
  'settings.change': command({ lane: 'write', input: settingsChange, output: settingsSchema }),
};
