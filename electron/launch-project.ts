import { resolve } from 'node:path';
import type { FileTokens } from './file-tokens.ts';

/** The project named on a command line, as an absolute path, or null. */
export function projectArgument(args: readonly string[], folder: string): string | null {
  const given = args.slice(1).find((arg) => !arg.startsWith('-') && arg.endsWith('.touchstone'));
  return given === undefined ? null : resolve(folder, given);
}

/**
 * The project the system asked for. Before the page has asked for its state it waits there; afterwards it is pushed,
 * so that a request is neither lost nor carried out twice.
 */
export class LaunchProject {
  readonly #tokens: FileTokens;
  readonly #push: (token: string) => void;
  #path: string | null = null;
  #pageKnows = false;

  constructor(tokens: FileTokens, push: (token: string) => void) {
    this.#tokens = tokens;
    this.#push = push;
  }

  /** The project that waits for the page, or null. */
  get waiting(): string | null {
    return this.#path;
  }

  request(path: string): void {
    if (this.#pageKnows) this.#push(this.#tokens.issue(path));
    else this.#path = path;
  }

  /** The page is loaded, for the first time or again; without another request it comes back to `open`. */
  pageLoads(open: string | null): void {
    this.#pageKnows = false;
    this.#path ??= open;
  }

  /** The token of the project to start with, given out once for each load of the page. */
  take(): string | null {
    const path = this.#path;
    this.#path = null;
    this.#pageKnows = true;
    return path === null ? null : this.#tokens.issue(path);
  }
}
