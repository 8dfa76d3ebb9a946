import type { Failure, Result } from '../../../shared/contract/result.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { ProjectSettings } from '../../../shared/domain/settings.ts';
import type { Bridge } from '../../calls.ts';
import type { EngineState } from '../session.ts';
import type { Clock } from './clock.ts';
import { drain, type KeptPress } from './kept.ts';
import type { Outbox } from './outbox.ts';
import type { RateState } from './state.ts';

/** What the rating actions work with; one per store. */
export interface Desk {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly outbox: Outbox;
  state(): RateState;
  patch(change: Partial<RateState>): void;
  /** Shows all that an act patches in one step. */
  together(act: () => void): void;
  rubric(): Rubric | null;
  settings(): ProjectSettings;
  /** Id of the rater at the desk. */
  rater(): string | null;
  engine(): EngineState['state'];
  /** True inside `together`, when what is patched is not shown yet. */
  isBatching(): boolean;
  /** Presses that came while the screen could not answer, in order. */
  readonly kept: KeptPress[];
  /** Draws what is patched, so that the next press meets it. */
  draw(): void;
}

const PATIENCE = { tries: 60, pauseMs: 250 };
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks again while the engine is being restarted; safe for questions, not for acts. */
export async function patiently<T>(desk: Desk, ask: () => Promise<Result<T>>): Promise<Result<T>> {
  let result = await ask();
  for (let tries = 0; tries < PATIENCE.tries && isAway(desk, result); tries += 1) {
    await pause(PATIENCE.pauseMs);
    result = await ask();
  }
  return result;
}

const isAway = (desk: Desk, result: Result<unknown>): boolean =>
  !result.ok && result.error.code === 'ENGINE_STOPPED' && desk.engine() !== 'down';

export const say = (desk: Desk, text: string, shown = false): void => desk.patch({ note: { text, shown } });

/** The screen cannot answer keys until `ready`. */
export const wait = (desk: Desk): void => desk.patch({ waiting: true });

/** The screen can answer again: what was pressed meanwhile is done now, in order. */
export function ready(desk: Desk): void {
  desk.patch({ waiting: false });
  drain(desk);
}

/** Nothing can be shown: says why, and forgets what was pressed at it. */
export function stuck(desk: Desk, failure: Failure): void {
  desk.kept.length = 0;
  desk.patch({ failure, waiting: false });
}
