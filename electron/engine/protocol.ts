import type { EngineCommandName } from '../../shared/contract/commands.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';

/** What the process that forked the engine may send it. */
export type EngineRequest =
  | {
      kind: 'call';
      id: number;
      name: EngineCommandName;
      /** As parsed by the contract; the engine parses it once more. */
      input: unknown;
      actor: string;
      job?: string | undefined;
    }
  | { kind: 'cancel'; job: string }
  /** Finish what is under way, close the project, reply, and stop. */
  | { kind: 'drain'; id: number };

/** What the engine sends back. */
export type EngineReply =
  | { kind: 'ready' }
  | { kind: 'reply'; id: number; result: Result<unknown> }
  | { kind: 'push'; event: PushedEvent };

/** Environment variables by which the forking process tells the engine where things are. */
export const ENGINE_ENV = {
  /** Native SQLite binding for a runtime with Node-API below 10. */
  binding: 'TOUCHSTONE_SQLITE_BINDING',
  /** Folder of the shipped rubrics and the sample project. */
  resources: 'TOUCHSTONE_RESOURCES',
  /** Folder of the program's own settings, the signing key among them; the system's place for them unless given. */
  userData: 'TOUCHSTONE_USER_DATA',
} as const;
