import { z } from 'zod';
import type { CommandName } from '../shared/contract/commands.ts';
import { Fault } from '../shared/contract/errors.ts';

/** What a rater does or sees alone, by the field that names the rater, or the showing that is theirs. */
const OWN_BY: Partial<Record<CommandName, 'rater' | 'assignment'>> = {
  'queue.open': 'rater',
  'rating.undo': 'rater',
  'rating.redo': 'rater',
  'item.show': 'assignment',
  'rating.record': 'assignment',
  'feedback.show': 'assignment',
  'place.keep': 'rater',
  'pace.since': 'rater',
  'calibration.answers': 'rater',
};

const withRaters = z.object({ raters: z.array(z.object({ id: z.string(), name: z.string() })) });
const withEntries = z.object({ entries: z.array(z.object({ assignment: z.string() })) });
const asRater = z.object({ rater: z.string() });
const asAssignment = z.object({ assignment: z.string() });

interface GuardParts {
  /** True for a person whose PIN was not given. */
  isBarred(name: string): boolean;
  /** The summary of the open project, for raters not heard of yet. */
  summary(): Promise<unknown>;
}

/**
 * Keeps everybody out of the queue of a person with a PIN: the page names raters and showings by ids, which are known here from the
 * answers that gave them out.
 */
export class RaterGuard {
  readonly #parts: GuardParts;
  readonly #names = new Map<string, string>();
  readonly #queues = new Map<string, string>();

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  /** Throws `NOT_AT_DESK` where a call acts for a person whose PIN was not given. */
  async check(command: CommandName, input: unknown): Promise<void> {
    const by = OWN_BY[command];
    if (by === undefined) return;
    const rater = by === 'rater' ? asRater.safeParse(input).data?.rater : this.#raterOf(input);
    const names = rater === undefined ? await this.#everyone() : [await this.#nameOf(rater)];
    const barred = names.find((name) => name !== undefined && this.#parts.isBarred(name));
    if (barred !== undefined)
      throw new Fault('NOT_AT_DESK', `${barred} has a PIN, and is not at the desk.`, { path: by });
  }

  /** Takes in what an answer tells of raters and their showings. */
  learn(input: unknown, answer: unknown): void {
    for (const { id, name } of withRaters.safeParse(answer).data?.raters ?? []) this.#names.set(id, name);
    const rater = asRater.safeParse(input).data?.rater;
    if (rater === undefined) return;
    for (const { assignment } of withEntries.safeParse(answer).data?.entries ?? [])
      this.#queues.set(assignment, rater);
  }

  /** Whose showing it is; undefined where no queue gave it out. */
  #raterOf(input: unknown): string | undefined {
    return this.#queues.get(asAssignment.safeParse(input).data?.assignment ?? '');
  }

  async #nameOf(rater: string): Promise<string | undefined> {
    if (!this.#names.has(rater)) this.learn({}, await this.#parts.summary());
    return this.#names.get(rater);
  }

  async #everyone(): Promise<string[]> {
    if (this.#names.size === 0) this.learn({}, await this.#parts.summary());
    return [...this.#names.values()];
  }
}
