import type { EngineCommandName } from '../../shared/contract/commands.ts';
import type { Progress } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { ActName } from './acts.ts';

/** What a worker is started with. */
export interface WorkerStart {
  path: string;
  notices: readonly string[];
}

/** From the engine's loop to a worker. */
export type ToWorker =
  | { kind: 'call'; call: number; name: EngineCommandName; input: unknown }
  | { kind: 'acted'; act: number; result: Result<unknown> }
  /** Look the whole file over; answered with PROJECT_CORRUPT where it is damaged. */
  | { kind: 'check'; call: number }
  | { kind: 'cancel'; call: number }
  | { kind: 'stop' };

/** From a worker to the engine's loop. */
export type FromWorker =
  | { kind: 'reply'; call: number; result: Result<unknown> }
  | { kind: 'act'; call: number; act: number; name: ActName; payload: unknown }
  | { kind: 'progress'; call: number; update: Pick<Progress, 'phase' | 'done' | 'total' | 'unit'> };
