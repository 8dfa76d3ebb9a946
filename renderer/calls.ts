import { z } from 'zod';
import type { CallOptions, TouchstoneBridge } from '../shared/contract/bridge.ts';
import { COMMANDS, type CommandName, type InputOf, type OutputOf } from '../shared/contract/commands.ts';
import { refuse } from '../shared/contract/errors.ts';
import { type PushedEvent, pushedEvent } from '../shared/contract/events.ts';
import type { Result } from '../shared/contract/result.ts';
import type { PickedFile } from '../shared/contract/window.ts';

/** The page's one way to the rest of the program: what comes back is parsed, failures are values. */
export interface Bridge {
  call<Name extends CommandName>(
    name: Name,
    input: InputOf<Name>,
    options?: Pick<CallOptions, 'job'>,
  ): Promise<Result<OutputOf<Name>>>;
  /** Tokens for files dropped on the window. */
  dropped(files: readonly File[]): Promise<PickedFile[]>;
  /** Subscribes to pushed events; returns the way out. */
  listen(listener: (event: PushedEvent) => void): () => void;
  /** From now on calls are made in this person's name; null for nobody yet. */
  actAs(name: string | null): void;
}

/** The contract's output schemas, each tied to its name. */
const ANSWERS: { readonly [Name in CommandName]: { output: z.ZodType<OutputOf<Name>> } } = COMMANDS;

export function createBridge(raw: TouchstoneBridge): Bridge {
  let actor: string | undefined;
  return {
    actAs(name) {
      actor = name ?? undefined;
    },
    async call(name, input, options) {
      const result = await raw
        .call(name, input, { actor, job: options?.job })
        .catch((error: unknown) => refuse('ENGINE_STOPPED', `${name} was not answered: ${String(error)}`));
      if (!result.ok) return result;
      const parsed = ANSWERS[name].output.safeParse(result.value);
      if (parsed.success) return { ok: true, value: parsed.data };
      return refuse(
        'INTERNAL',
        `The answer to ${name} has an unexpected shape: ${z.prettifyError(parsed.error)}`,
      );
    },
    dropped: (files) => raw.dropped(files),
    listen: (listener) =>
      raw.listen((event) => {
        const parsed = pushedEvent.safeParse(event);
        if (parsed.success) listener(parsed.data);
      }),
  };
}
