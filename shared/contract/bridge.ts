import type { CommandName, InputOf, OutputOf } from './commands.ts';
import type { PushedEvent } from './events.ts';
import type { Result } from './result.ts';
import type { PickedFile } from './window.ts';

/** How a call is made: who makes it, and a job id chosen by the caller for progress and cancel. */
export interface CallOptions {
  /** Name of the person at the screen; stands in the audit log. */
  actor?: string | undefined;
  job?: string | undefined;
}

/** What the preload script gives the page as `window.touchstone`. */
export interface TouchstoneBridge {
  call<Name extends CommandName>(
    name: Name,
    input: InputOf<Name>,
    options?: CallOptions,
  ): Promise<Result<OutputOf<Name>>>;
  /** Tokens for files dropped on the window. */
  dropped(files: readonly unknown[]): Promise<PickedFile[]>;
  /** Subscribes to pushed events; returns the way out. */
  listen(listener: (event: PushedEvent) => void): () => void;
}
