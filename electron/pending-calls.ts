import type { Failure, Result } from '../shared/contract/result.ts';
import { fail } from '../shared/contract/result.ts';

type Settle = (result: Result<unknown>) => void;

/** Calls sent to another process and not answered yet. Every one is settled: by its reply, or when that process ends. */
export class PendingCalls {
  readonly #waiting = new Map<number, Settle>();
  #lastId = 0;

  get size(): number {
    return this.#waiting.size;
  }

  open(): { id: number; answered: Promise<Result<unknown>> } {
    this.#lastId += 1;
    const id = this.#lastId;
    const answered = new Promise<Result<unknown>>((resolve) => this.#waiting.set(id, resolve));
    return { id, answered };
  }

  settle(id: number, result: Result<unknown>): void {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    settle?.(result);
  }

  failAll(failure: Failure): void {
    for (const id of [...this.#waiting.keys()]) this.settle(id, fail(failure));
  }
}
