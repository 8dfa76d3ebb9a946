import type { CallOptions, TouchstoneBridge } from '../shared/contract/bridge.ts';
import type { CommandName, InputOf, OutputOf } from '../shared/contract/commands.ts';
import { refuse } from '../shared/contract/errors.ts';
import type { PushedEvent } from '../shared/contract/events.ts';
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

/** Fetched beside the first call, which need not wait for the contract to be sent. */
const loading = import('./answers.ts');
let answers: Awaited<typeof loading> | null = null;
void loading.then((loaded) => {
  answers = loaded;
});

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
      return (answers ?? (await loading)).parseAnswer(name, result.value);
    },
    dropped: (files) => raw.dropped(files),
    listen: (listener) =>
      raw.listen((pushed) => {
        const hear = ({ parseEvent }: Awaited<typeof loading>): void => {
          const event = parseEvent(pushed);
          if (event) listener(event);
        };
        if (answers) hear(answers);
        else void loading.then(hear);
      }),
  };
}
