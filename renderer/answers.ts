import './quiet-zod.ts';
import { z } from 'zod';
import { COMMANDS, type CommandName, type OutputOf } from '../shared/contract/commands.ts';
import { refuse } from '../shared/contract/errors.ts';
import { type PushedEvent, pushedEvent } from '../shared/contract/events.ts';
import type { Result } from '../shared/contract/result.ts';

/** The contract's output schemas, each tied to its name. */
const ANSWERS: { readonly [Name in CommandName]: { output: z.ZodType<OutputOf<Name>> } } = COMMANDS;

/** An answer as the contract has it; INTERNAL where it has another shape. */
export function parseAnswer<Name extends CommandName>(name: Name, value: unknown): Result<OutputOf<Name>> {
  const parsed = ANSWERS[name].output.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse(
    'INTERNAL',
    `The answer to ${name} has an unexpected shape: ${z.prettifyError(parsed.error)}`,
  );
}

/** A pushed event, or null for what is none. */
export const parseEvent = (event: unknown): PushedEvent | null => pushedEvent.safeParse(event).data ?? null;
