import { z } from 'zod';
import {
  COMMANDS,
  type EngineCommandName,
  type InputOf,
  type OutputOf,
} from '../../shared/contract/commands.ts';
import { Fault, failure } from '../../shared/contract/errors.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { ACTS, type ActName, PROVISIONAL } from './acts.ts';
import type { WriteContext } from './context.ts';
import { toFailure } from './faults.ts';
import { glanceHandlers, isGlance } from './handlers/glances.ts';
import { isWrite, UNSYNCED, writeHandlers } from './handlers/writes.ts';
import { type Source, systemSource } from './ids.ts';
import { isOpening, type Opening, openings } from './openings.ts';
import { Session } from './session.ts';
import type { CallSupport } from './worker-host.ts';

type ProgressUpdate = Parameters<CallSupport['progress']>[0];

export interface EngineOptions {
  /** Folder of the shipped rubrics and the sample project. */
  resources: string;
  source?: Source;
  backups?: boolean;
  /** Keeps the index of the texts up in the background; its progress is pushed under the job `search.build`. */
  indexing?: boolean;
  /** A project file larger than this, in bytes, is checked after it is opened and before anything is written. */
  checkLaterAbove?: number;
  push?(event: PushedEvent): void;
}

export interface CallOptions {
  /** Who acts; stands in the audit log. */
  actor: string;
  /** Name of the job, for progress and cancel; chosen by the caller. */
  job?: string | undefined;
}

/** The engine: one open project at a time, every command of the contract but the window's. */
export class Engine {
  private readonly options: EngineOptions;
  private readonly jobs = new Map<string, () => void>();
  private session: Session | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(options: EngineOptions) {
    this.options = options;
  }

  /** Calls a command by its contract; never throws. */
  async call<Name extends EngineCommandName>(
    name: Name,
    input: InputOf<Name>,
    options: CallOptions,
  ): Promise<Result<OutputOf<Name>>> {
    return (await this.dispatch(name, input, options)) as Result<OutputOf<Name>>;
  }

  /** The same for a call that came over a border: the name is known, the input is not. */
  async dispatch(name: EngineCommandName, input: unknown, options: CallOptions): Promise<Result<unknown>> {
    const parsed = COMMANDS[name].input.safeParse(input);
    if (!parsed.success) return fail(failure('INVALID_INPUT', `${name}: ${z.prettifyError(parsed.error)}`));
    try {
      if (isOpening(name))
        return ok(
          await this.inTurn<unknown>(() => openings[name](this.opening(options), parsed.data as never)),
        );
      return await this.answer(this.opened(), name, parsed.data, options);
    } catch (error) {
      return fail(toFailure(error, this.session ? 'the project' : 'the file'));
    }
  }

  /** Asks a running job to stop. */
  cancel(job: string): void {
    this.jobs.get(job)?.();
  }

  /** Opens a project for reading only, also while another program writes to it. */
  openReadOnly(path: string): Result<null> {
    try {
      this.session = Session.openReadOnly(path, this.sessionOptions());
      return ok(null);
    } catch (error) {
      return fail(toFailure(error, path));
    }
  }

  /** Stops jobs, backs up, folds the log into the file, gives the project free. */
  close(): Promise<void> {
    for (const cancel of this.jobs.values()) cancel();
    return this.inTurn(() => this.closeSession());
  }

  private async closeSession(): Promise<void> {
    for (const cancel of this.jobs.values()) cancel();
    const { session } = this;
    this.session = null;
    await session?.close();
  }

  /** Projects are opened and closed one after another, each wholly. */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  private opened(): Session {
    if (!this.session) throw new Fault('NO_PROJECT', 'No project is open.');
    return this.session;
  }

  private async answer(
    session: Session,
    name: EngineCommandName,
    input: unknown,
    options: CallOptions,
  ): Promise<Result<unknown>> {
    if (isGlance(name) && session.writable)
      return ok(session.look((context) => glanceHandlers[name](context, input as never)));
    if (session.isUnchecked) {
      const sound = await session.check();
      if (!sound.ok) return sound;
    }
    if (isWrite(name))
      return ok(
        session.writeByHand(
          options.actor,
          (context) => writeHandlers[name](context, input as never),
          UNSYNCED.has(name),
        ),
      );
    const support = this.support(session, options);
    if (COMMANDS[name].lane === 'read') return session.read(name, input, support);
    const { cancel, result } = session.job(name, input, support);
    const job = options.job;
    if (job) this.jobs.set(job, cancel);
    return result.finally(() => {
      if (job) this.jobs.delete(job);
    });
  }

  private support(session: Session, { actor, job }: CallOptions): CallSupport {
    return {
      act: (name, payload) => {
        try {
          const change = (context: WriteContext) => runAct(context, name, payload);
          return ok(session.write(actor, change, PROVISIONAL.has(name)));
        } catch (error) {
          return fail(toFailure(error, 'the project'));
        }
      },
      progress: (update) => {
        if (job) this.options.push?.({ kind: 'progress', job, ...update });
      },
    };
  }

  private sessionOptions() {
    return {
      source: this.options.source ?? systemSource,
      backups: this.options.backups ?? false,
      checkLaterAbove: this.options.checkLaterAbove,
      indexing: this.options.indexing
        ? (update: ProgressUpdate) =>
            this.options.push?.({ kind: 'progress', job: 'search.build', ...update })
        : undefined,
      complain: (message: string) => this.options.push?.({ kind: 'engine', state: 'up', message }),
    };
  }

  private opening(options: CallOptions): Opening {
    const sessionOptions = this.sessionOptions();
    return {
      actor: options.actor,
      resources: this.options.resources,
      current: () => this.session,
      open: async (path) => {
        if (this.session?.path === path && this.session.writable) return this.session;
        const session = await Session.open(path, sessionOptions);
        await this.closeSession();
        session.warmSoon();
        this.session = session;
        return session;
      },
      close: () => this.closeSession(),
      call: (name, input) => this.call(name, input, options),
    };
  }
}

const runAct = (context: WriteContext, name: ActName, payload: unknown): unknown =>
  ACTS[name](context, payload as never);
