import { Worker } from 'node:worker_threads';
import type { EngineCommandName } from '../../shared/contract/commands.ts';
import { failure } from '../../shared/contract/errors.ts';
import type { Progress } from '../../shared/contract/events.ts';
import { fail, type Result } from '../../shared/contract/result.ts';
import type { ActName } from './acts.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-protocol.ts';

/** What a call on a worker may ask for while it runs. */
export interface CallSupport {
  act(name: ActName, payload: unknown): Result<unknown>;
  progress(update: Pick<Progress, 'phase' | 'done' | 'total' | 'unit'>): void;
}

interface Pending {
  support: CallSupport;
  resolve(result: Result<unknown>): void;
}

/** For calls that ask the writer for nothing. */
export const NO_SUPPORT: CallSupport = {
  act: (name) => fail(failure('INTERNAL', `${name} is not for this call.`)),
  progress: () => undefined,
};

type ActMessage = Extract<FromWorker, { kind: 'act' }>;

/** Runs from source in development and from its bundle beside this one in the program. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js', import.meta.url);

/** A read-only worker thread. It starts with its first call; when it dies, every call under way is answered. */
export class WorkerHost {
  private worker: Worker | null = null;
  private calls = 0;
  private readonly pending = new Map<number, Pending>();
  private readonly start: WorkerStart;
  /** The act under way and those that wait. */
  private turn: Promise<void> = Promise.resolve();

  constructor(start: WorkerStart) {
    this.start = start;
  }

  /** Starts the thread ahead of its first call. */
  warm(): void {
    this.thread();
  }

  call(
    name: EngineCommandName,
    input: unknown,
    support: CallSupport,
  ): { id: number; result: Promise<Result<unknown>> } {
    return this.ask((call) => ({ kind: 'call', call, name, input }), support);
  }

  /** Looks the whole file over; the failure says what is damaged. */
  check(): Promise<Result<unknown>> {
    return this.ask((call) => ({ kind: 'check', call }), NO_SUPPORT).result;
  }

  cancel(call: number): void {
    if (this.pending.has(call)) this.send({ kind: 'cancel', call });
  }

  /** Lets the thread close its connection and end. */
  async stop(): Promise<void> {
    const worker = this.worker;
    if (!worker) return;
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    this.send({ kind: 'stop' });
    await gone;
  }

  private ask(
    message: (call: number) => ToWorker,
    support: CallSupport,
  ): { id: number; result: Promise<Result<unknown>> } {
    this.calls += 1;
    const id = this.calls;
    const result = new Promise<Result<unknown>>((resolve) => {
      this.pending.set(id, { support, resolve });
      this.thread().postMessage(message(id));
    });
    return { id, result };
  }

  private send(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(workerUrl(), {
      workerData: this.start,
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    worker.on('message', (message: FromWorker) => this.receive(message));
    worker.on('error', (error) => this.lose(error.message));
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
      this.lose('it ended');
    });
    this.worker = worker;
    return worker;
  }

  private receive(message: FromWorker): void {
    const pending = this.pending.get(message.call);
    if (!pending) return;
    if (message.kind === 'progress') pending.support.progress(message.update);
    else if (message.kind === 'act') this.actInTurn(message);
    else {
      this.pending.delete(message.call);
      pending.resolve(message.result);
    }
  }

  /**
   * One act a turn of the loop, so that a rating that came meanwhile does not wait for several. A call that was lost
   * meanwhile has been answered with an error; nothing more is done for it.
   */
  private actInTurn({ call, act, name, payload }: ActMessage): void {
    this.turn = this.turn.then(
      () =>
        new Promise((resolve) => {
          setImmediate(() => {
            const support = this.pending.get(call)?.support;
            if (support) this.send({ kind: 'acted', act, result: support.act(name, payload) });
            resolve();
          });
        }),
    );
  }

  private lose(why: string): void {
    const lost = [...this.pending.values()];
    this.pending.clear();
    for (const { resolve } of lost)
      resolve(
        fail(failure('ENGINE_STOPPED', `The reading thread stopped in the middle of the work: ${why}.`)),
      );
  }
}
