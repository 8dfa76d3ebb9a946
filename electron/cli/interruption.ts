import { Fault } from '../../shared/contract/errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Ctrl-C while the engine is at work, once: whoever waits hears of it. A second one ends the program where it stands. */
export class Interruption {
  private readonly controller = new AbortController();

  get happened(): boolean {
    return this.controller.signal.aborted;
  }

  /** Throws CANCELLED where it has happened: nothing new is to be begun. */
  check(): void {
    if (this.happened) throw cancelled();
  }

  /** Runs work that is told of an interruption and ends by itself. */
  async tell<Value>(listener: () => void, work: () => Promise<Value>): Promise<Value> {
    const { signal } = this.controller;
    signal.addEventListener('abort', listener, { once: true });
    try {
      return await this.listening(work);
    } finally {
      signal.removeEventListener('abort', listener);
    }
  }

  /** Runs work until it ends or is interrupted: then it goes on unheeded, and CANCELLED is thrown at once. */
  async orCancelled<Value>(work: () => Promise<Value>): Promise<Value> {
    let leave = (): void => undefined;
    const interrupted = new Promise<never>((_, reject) => {
      leave = () => reject(cancelled());
    });
    return await this.tell(
      () => leave(),
      () => Promise.race([work(), interrupted]),
    );
  }

  private async listening<Value>(work: () => Promise<Value>): Promise<Value> {
    const interrupt = (): void => this.controller.abort();
    for (const signal of SIGNALS) process.once(signal, interrupt);
    try {
      return await work();
    } finally {
      for (const signal of SIGNALS) process.off(signal, interrupt);
    }
  }
}

const cancelled = (): Fault => new Fault('CANCELLED', 'Stopped before the end.');
