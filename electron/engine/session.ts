import type { EngineCommandName } from '../../shared/contract/commands.ts';
import { Fault, refuse } from '../../shared/contract/errors.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { lastEntry } from './audit-log.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { backUp } from './db/backup.ts';
import type { ReadConnection } from './db/connection.ts';
import { checked, closeProject, type OpenProject, openForReading, openForWriting } from './db/open.ts';
import { transact, transactUnsynced } from './db/transaction.ts';
import { causeOf, toFailure } from './faults.ts';
import type { Source } from './ids.ts';
import { Background, type Run } from './search/background.ts';
import { settleIndex } from './search/index-file.ts';
import { type CallSupport, NO_SUPPORT, WorkerHost } from './worker-host.ts';

const BACKUP_EVERY_MS = 15 * 60_000;
const WARM_AFTER_MS = 1500;
const NO_PROJECT = refuse('NO_PROJECT', 'No project is open.');

export interface SessionOptions {
  source: Source;
  /** Backups every 15 minutes and at the end; the command line, whose sessions are one command long, does without. */
  backups: boolean;
  complain(sentence: string): void;
  /** A larger file is checked after it is opened and before it is written, bytes. */
  checkLaterAbove?: number | undefined;
  /** Keeps the index of the texts up in the background, and tells how far it is; without it the index is left as it is. */
  indexing?: CallSupport['progress'] | undefined;
}

/** One open project: the writer's connection, if it may write, and the two read-only workers. */
export class Session {
  readonly path: string;
  readonly notices: readonly string[];
  private readonly project: OpenProject | null;
  private readonly reads: WorkerHost;
  private readonly jobs: WorkerHost;
  private readonly indexer: WorkerHost;
  private readonly background: Background | null;
  private readonly options: SessionOptions;
  private readonly timer: NodeJS.Timeout | null;
  private warming: NodeJS.Timeout | undefined;
  private checking: Promise<Result<unknown>> | null = null;
  private isClosing = false;
  private backedUp: number;

  private constructor(path: string, project: OpenProject | null, options: SessionOptions) {
    this.path = path;
    this.project = project;
    this.notices = project?.notices ?? [];
    this.options = options;
    const start = { path, notices: this.notices };
    this.reads = new WorkerHost(start);
    this.jobs = new WorkerHost(start);
    this.indexer = new WorkerHost(start);
    this.background = project && options.indexing ? new Background(() => this.index()) : null;
    this.backedUp = project ? this.position(project.db) : 0;
    this.timer =
      project && options.backups ? setInterval(() => void this.backUp(), BACKUP_EVERY_MS).unref() : null;
  }

  static async open(path: string, options: SessionOptions): Promise<Session> {
    const project = await openForWriting(path, options.source.now(), options.checkLaterAbove);
    return new Session(path, project, options);
  }

  /** Opens for reading, whoever else has it open; a project of an older schema cannot be read before it is migrated. */
  static openReadOnly(path: string, options: SessionOptions): Session {
    openForReading(path).close();
    return new Session(path, null, options);
  }

  get writable(): boolean {
    return this.project !== null;
  }

  /** Does what can wait, but not beside a program that itself is starting: warms the reading thread, checks the file. */
  warmSoon(): void {
    const warm = () => {
      this.reads.warm();
      if (this.isUnchecked) void this.check();
    };
    this.warming = setTimeout(warm, WARM_AFTER_MS).unref();
  }

  /** True while the file was not looked over yet; then only `look` may be used, until `check` has found it sound. */
  get isUnchecked(): boolean {
    return this.project?.isChecked === false;
  }

  /** Has the file looked over once, on the thread of jobs; PROJECT_CORRUPT where it is damaged, which is then also told. */
  async check(): Promise<Result<unknown>> {
    this.checking ??= this.lookOver();
    const result = await this.checking;
    // A check that could not be made may be tried again; one that found damage stays.
    if (!result.ok && result.error.code !== 'PROJECT_CORRUPT') this.checking = null;
    return result;
  }

  private async lookOver(): Promise<Result<unknown>> {
    const result = await this.jobs.check();
    if (!result.ok) {
      this.options.complain(result.error.message);
      return result;
    }
    if (!this.project || this.isClosing) return NO_PROJECT;
    try {
      for (const notice of checked(this.project)) this.options.complain(notice);
      return result;
    } catch (error) {
      return fail(toFailure(error, this.path));
    }
  }

  /** Runs a change in one transaction; it is on disk when this returns, but for a provisional one. */
  write<Value>(actor: string, change: (context: WriteContext) => Value, provisional = false): Value {
    const { project, options, path } = this;
    if (!project) throw new Fault('READ_ONLY', 'The project is open for reading only.');
    const run = provisional ? transactUnsynced : transact;
    try {
      return run(project.db, () =>
        change({ db: project.db, path, actor, now: options.source.now(), newId: options.source.newId }),
      );
    } catch (error) {
      throw causeOf(error, path);
    }
  }

  /** The same for a change that somebody makes by hand and waits for: what goes on in the background gives way. */
  writeByHand<Value>(actor: string, change: (context: WriteContext) => Value, provisional = false): Value {
    this.background?.giveWay();
    return this.write(actor, change, provisional);
  }

  /** Reads a little on the writer's own connection; only where the project is open for writing. */
  look<Value>(question: (context: ReadContext) => Value): Value {
    const { project, path, notices } = this;
    if (!project) throw new Fault('READ_ONLY', 'The project is open for reading only.');
    return question({ db: project.db, path, notices });
  }

  read(name: EngineCommandName, input: unknown, support: CallSupport): Promise<Result<unknown>> {
    return this.reads.call(name, input, support).result;
  }

  /** Starts a job; `cancel` asks it to stop at its next step. */
  job(
    name: EngineCommandName,
    input: unknown,
    support: CallSupport,
  ): { cancel(): void; result: Promise<Result<unknown>> } {
    const { background } = this;
    if (!background) {
      const { id, result } = this.jobs.call(name, input, support);
      return { cancel: () => this.jobs.cancel(id), result };
    }
    let cancelled = false;
    let cancel = (): void => {
      cancelled = true;
    };
    const work = async (): Promise<Result<unknown>> => {
      await background.hold();
      try {
        const { id, result } = this.jobs.call(name, input, support);
        cancel = () => this.jobs.cancel(id);
        if (cancelled) cancel();
        return await result;
      } finally {
        background.release(name === 'import.transcripts');
      }
    };
    return { cancel: () => cancel(), result: work() };
  }

  private index(): Run {
    const { indexer } = this;
    let id: number | null = null;
    let isCancelled = false;
    const run = async (): Promise<Result<unknown>> => {
      if (this.isUnchecked) {
        const sound = await this.check();
        if (!sound.ok) return sound;
      }
      if (isCancelled) return ok({ isComplete: false });
      const call = indexer.call(
        'search.build',
        {},
        { ...NO_SUPPORT, progress: (update) => this.options.indexing?.(update) },
      );
      id = call.id;
      const result = await call.result;
      await indexer.stop();
      return result;
    };
    const cancel = (): void => {
      isCancelled = true;
      if (id !== null) indexer.cancel(id);
    };
    return { cancel, result: run() };
  }

  async close(): Promise<void> {
    this.isClosing = true;
    if (this.timer) clearInterval(this.timer);
    clearTimeout(this.warming);
    await this.background?.stop();
    await Promise.all([this.reads.stop(), this.jobs.stop()]);
    if (!this.project) return;
    settleIndex(this.path);
    if (this.options.backups) await this.backUp();
    closeProject(this.project);
  }

  private position(db: ReadConnection): number {
    return lastEntry(db)?.seq ?? 0;
  }

  private async backUp(): Promise<void> {
    const { project } = this;
    if (!project?.isChecked) return;
    const position = this.position(project.db);
    if (position === this.backedUp) return;
    try {
      await backUp(project.db, this.path, this.options.source.now());
      this.backedUp = position;
    } catch (error) {
      this.options.complain(
        `No backup could be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
