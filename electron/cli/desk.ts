import {
  COMMANDS,
  type EngineCommandName,
  type InputOf,
  type OutputOf,
} from '../../shared/contract/commands.ts';
import { isFault } from '../../shared/contract/errors.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';
import { Engine } from '../engine/engine.ts';
import { asFault } from '../engine/faults.ts';
import type { Interruption } from './interruption.ts';
import type { ProgressLine } from './progress.ts';
import { pathOf, resourcesFolder } from './surroundings.ts';

/** Calls the engine; what it refuses is thrown as a Fault. */
export type Call = <Name extends EngineCommandName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name>>;

export interface DeskOptions {
  /** Who acts; stands in the audit log. */
  actor: string;
  interruption: Interruption;
  progress: ProgressLine;
  /** Tells the user something beside the result. */
  say(sentence: string): void;
}

const JOB = 'command';

/** Where a command works: it opens a project, calls the engine, and closes the project again. */
export class Desk {
  private readonly options: DeskOptions;

  constructor(options: DeskOptions) {
    this.options = options;
  }

  /** Calls that open no project, or make one. */
  async calling<Value>(work: (call: Call) => Promise<Value>): Promise<Value> {
    const engine = this.engine();
    try {
      return await this.options.interruption.tell(
        () => engine.cancel(JOB),
        () => work(this.callOn(engine)),
      );
    } finally {
      await engine.close();
    }
  }

  /** Reads a project, also while another program has it open. One of an older schema is opened for writing, to be migrated. */
  async reading<Value>(project: string, work: (call: Call) => Promise<Value>): Promise<Value> {
    const path = pathOf(project);
    const { interruption } = this.options;
    const engine = this.engine();
    try {
      const opened = engine.openReadOnly(path);
      if (!opened.ok && opened.error.code === 'READ_ONLY') return await this.writing(path, work);
      unwrap(opened);
      return await interruption.orCancelled(() => work(this.callOn(engine)));
    } finally {
      // A reading thread in the middle of a computation hears nothing; there is nothing it could leave half done.
      if (!interruption.happened) await engine.close();
    }
  }

  /**
   * Changes a project. The work first runs against the project opened for reading, up to its first change: what is refused
   * before that, an unreadable file for one, leaves every byte of the project as it was.
   */
  async changing<Value>(project: string, work: (call: Call) => Promise<Value>): Promise<Value> {
    try {
      return await this.reading(project, work);
    } catch (error) {
      if (!isFault(error) || error.failure.code !== 'READ_ONLY') throw error;
      return await this.writing(pathOf(project), work);
    }
  }

  private writing<Value>(path: string, work: (call: Call) => Promise<Value>): Promise<Value> {
    return this.calling(async (call) => {
      const { notices } = await call('project.open', { file: path });
      for (const notice of notices) this.options.say(notice);
      return await work(call);
    });
  }

  private engine(): Engine {
    return new Engine({ resources: resourcesFolder(), push: (event) => this.hear(event) });
  }

  private hear(event: PushedEvent): void {
    if (event.kind === 'progress') this.options.progress.show(event);
  }

  /** A question after a change that is in is still answered, so that the user hears of the change. */
  private callOn(engine: Engine): Call {
    return async (name, input) => {
      if (COMMANDS[name].lane !== 'read') this.options.interruption.check();
      return unwrap(await engine.call(name, input, { actor: this.options.actor, job: JOB }));
    };
  }
}

function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw asFault(result.error);
}
