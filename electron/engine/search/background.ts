import type { Result } from '../../../shared/contract/result.ts';

/** One run of the builder: it goes on until it is through or is asked to stop. */
export interface Run {
  cancel(): void;
  result: Promise<Result<unknown>>;
}

/** Not beside a program that is starting, nor at once behind a job: someone may want the next thing. */
const AFTER_OPENING_MS = 3000;
const AFTER_A_JOB_MS = 500;
/** While somebody rates, the processor is theirs. */
const AFTER_A_CHANGE_MS = 8000;

/**
 * Keeps the index up to the project while nothing else of weight is going on: every job and every change by hand has it stop, and
 * it goes on from there when the job has ended, or the hand rests.
 */
export class Background {
  private readonly start: () => Run;
  private run: Run | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isDue = true;
  private held = 0;
  private isStopped = false;
  /** Not before this time of `performance.now()`. */
  private notBefore = 0;

  constructor(start: () => Run) {
    this.start = start;
    this.wake(AFTER_OPENING_MS);
  }

  /** A job begins. Done when the index is let go of. */
  async hold(): Promise<void> {
    this.held += 1;
    clearTimeout(this.timer);
    await this.interrupt();
  }

  /** A job has ended; `grew` where the project may have gained something to index. */
  release(grew: boolean): void {
    this.held -= 1;
    this.isDue ||= grew;
    this.wake(AFTER_A_JOB_MS);
  }

  /** Somebody changed something by hand, and may go on to. */
  giveWay(): void {
    this.notBefore = performance.now() + AFTER_A_CHANGE_MS;
    this.run?.cancel();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.interrupt();
  }

  private async interrupt(): Promise<void> {
    this.run?.cancel();
    await this.run?.result;
  }

  private wake(after: number): void {
    clearTimeout(this.timer);
    if (this.isStopped || this.held > 0 || !this.isDue || this.run) return;
    this.timer = setTimeout(() => void this.work(), after).unref();
  }

  private async work(): Promise<void> {
    const rest = this.notBefore - performance.now();
    if (rest > 0) {
      this.wake(rest);
      return;
    }
    const run = this.start();
    this.run = run;
    this.isDue = false;
    const result = await run.result;
    this.run = null;
    // What was cut short is due again. What failed is not tried over and over: browsing does without, only slower.
    if (result.ok && !isComplete(result.value)) this.isDue = true;
    if (this.held === 0) this.wake(AFTER_A_JOB_MS);
  }
}

const isComplete = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'isComplete' in value && value.isComplete === true;
