import { randomUUID } from 'node:crypto';

/** More than any list of recent projects and chosen files a person works with; the oldest tokens fall out first. */
const CAPACITY = 5000;

/**
 * Stands random tokens in for absolute paths, so that the page can name a file only if the user, the system or the
 * program chose it, and only as often as it was meant to.
 */
export class FileTokens {
  readonly #paths = new Map<string, string>();
  readonly #capacity: number;

  constructor(capacity: number = CAPACITY) {
    this.#capacity = capacity;
  }

  issue(path: string): string {
    const token = randomUUID();
    this.#paths.set(token, path);
    for (const oldest of this.#paths.keys()) {
      if (this.#paths.size <= this.#capacity) break;
      this.#paths.delete(oldest);
    }
    return token;
  }

  /** The path behind a token that stays good, or undefined for a token never issued, used up or fallen out. */
  look(token: string): string | undefined {
    return this.#paths.get(token);
  }

  /** The path behind a token, which is used up by this. */
  take(token: string): string | undefined {
    const path = this.#paths.get(token);
    this.#paths.delete(token);
    return path;
  }

  /** Makes a taken token good again: what it was taken for did not happen. */
  giveBack(token: string, path: string): void {
    this.#paths.set(token, path);
  }
}
