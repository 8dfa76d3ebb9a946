import { Fault } from '../../shared/contract/errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Ctrl-C, once: whoever waits hears of it. A second one ends the program where it stands. */
export class Interruption {
  private readonly controller = new AbortController();

  constructor() {
    for (const signal of SIGNALS) process.once(signal, this.interrupt);
  }

  get happened(): boolean {
    return this.controller.signal.aborted;
  }

  /** Throws CANCELLED where it has happened: nothing new is to be begun. */
  check(): void {
    if (this.happened) throw cancelled();
  }

  /** The work's result, or CANCELLED at the moment of the interruption; the work itself goes on unheeded. */
  async orCancelled<Value>(work: Promise<Value>): Promise<Value> {
    const { signal } = this.controller;
    let leave = (): void => undefined;
    const interrupted = new Promise<never>((_, reject) => {
      leave = () => reject(cancelled());
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([work, interrupted]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** Tells `listener`; gives the way to stop that. */
  listen(listener: () => void): () => void {
    this.controller.signal.addEventListener('abort', listener, { once: true });
    return () => this.controller.signal.removeEventListener('abort', listener);
  }

  /** Ends the listening for signals. */
  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.interrupt);
  }

  private readonly interrupt = (): void => this.controller.abort();
}

const cancelled = (): Fault => new Fault('CANCELLED', 'Stopped before the end.');
