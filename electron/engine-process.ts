import { setTimeout as sleep } from 'node:timers/promises';
import type { CallOptions } from '../shared/contract/bridge.ts';
import type { EngineCommandName } from '../shared/contract/commands.ts';
import { failure, refuse } from '../shared/contract/errors.ts';
import type { PushedEvent } from '../shared/contract/events.ts';
import type { Result } from '../shared/contract/result.ts';
import type { EngineReply, EngineRequest } from './engine/protocol.ts';
import { PendingCalls } from './pending-calls.ts';

/** The part of a child process that is needed here; Electron's utility process has it. */
export interface EngineChild {
  postMessage(message: EngineRequest): void;
  on(event: 'message', listener: (message: EngineReply) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
  kill(): unknown;
}

export interface EngineSurroundings {
  fork(): EngineChild;
  /** Stands in the audit log where the page names nobody. */
  actor: string;
  push(event: PushedEvent): void;
  now?: () => number;
}

const RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
const DRAIN_MS = 10_000;

/**
 * Keeps the engine running in its own process. When that ends unasked, every call under way fails with ENGINE_STOPPED,
 * and it is started again with the project that was open; calls that come meanwhile wait for that.
 */
export class EngineProcess {
  readonly #around: EngineSurroundings;
  readonly #now: () => number;
  readonly #calls = new PendingCalls();
  #child: EngineChild | null = null;
  #project: string | null = null;
  /** Under way while the engine comes up again; null otherwise, so that a call is sent in the order it was made. */
  #reopening: Promise<void> | null = null;
  #restarts: number[] = [];
  #draining = false;

  constructor(around: EngineSurroundings) {
    this.#around = around;
    this.#now = around.now ?? Date.now;
  }

  start(): void {
    const child = this.#around.fork();
    this.#child = child;
    child.on('message', (message) => this.#receive(message));
    child.once('exit', () => this.#stopped(child));
  }

  /** Sends a call and waits for its answer. `input` is as the contract parsed it, with paths. Never rejects. */
  async call(name: EngineCommandName, input: unknown, options: CallOptions = {}): Promise<Result<unknown>> {
    if (this.#draining) return refuse('ENGINE_STOPPED', 'Touchstone is closing.');
    if (!this.#child && !this.#restart()) {
      return refuse('ENGINE_STOPPED', `The engine stopped ${RESTARTS} times within a minute.`);
    }
    while (this.#reopening) await this.#reopening;
    return await this.#send(name, input, options);
  }

  cancel(job: string): void {
    this.#child?.postMessage({ kind: 'cancel', job });
  }

  /** Path of the project that is open, as far as is known. */
  get openProject(): string | null {
    return this.#project;
  }

  /** Names the project to open again after a stop, or null for none. */
  keepOpen(path: string | null): void {
    this.#project = path;
  }

  /** Lets the engine finish, close the project and stop; ends it the hard way after `limit` milliseconds. */
  async drain(limit: number = DRAIN_MS): Promise<void> {
    this.#draining = true;
    const child = this.#child;
    if (!child) return;
    const { id, answered } = this.#calls.open();
    child.postMessage({ kind: 'drain', id });
    const patience = new AbortController();
    await Promise.race([answered, sleep(limit, undefined, { signal: patience.signal })]);
    patience.abort();
    child.kill();
  }

  async #send(name: EngineCommandName, input: unknown, options: CallOptions): Promise<Result<unknown>> {
    if (!this.#child) return refuse('ENGINE_STOPPED', 'The engine is not running.');
    const { id, answered } = this.#calls.open();
    const actor = options.actor ?? this.#around.actor;
    const job = options.job === undefined ? {} : { job: options.job };
    this.#child.postMessage({ kind: 'call', id, name, input, actor, ...job });
    return await answered;
  }

  #receive(message: EngineReply): void {
    if (message.kind === 'reply') this.#calls.settle(message.id, message.result);
    if (message.kind === 'push') this.#around.push(message.event);
  }

  #stopped(child: EngineChild): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#calls.failAll(failure('ENGINE_STOPPED', 'The engine stopped before it had answered.'));
    if (this.#draining || this.#restart()) return;
    this.#tell('down', `The engine stopped ${RESTARTS} times within a minute and is not started again.`);
  }

  /** True if the engine may be, and was, started again. */
  #restart(): boolean {
    const now = this.#now();
    this.#restarts = this.#restarts.filter((at) => now - at < RESTART_WINDOW_MS);
    if (this.#restarts.length >= RESTARTS) return false;
    this.#restarts.push(now);
    this.#tell(
      'restarting',
      'The engine stopped and is being started again. What was shown as saved is saved.',
    );
    this.start();
    const reopening = this.#reopen().finally(() => {
      if (this.#reopening === reopening) this.#reopening = null;
    });
    this.#reopening = reopening;
    return true;
  }

  async #reopen(): Promise<void> {
    if (this.#project !== null) {
      const result = await this.#send('project.open', { file: this.#project }, {});
      if (!result.ok) {
        this.#tell(
          'down',
          `The project could not be opened again: ${result.error.message} ${result.error.advice}`,
        );
        return;
      }
    }
    this.#tell('up', 'The engine is running again.');
  }

  #tell(state: 'up' | 'restarting' | 'down', message: string): void {
    this.#around.push({ kind: 'engine', state, message });
  }
}
