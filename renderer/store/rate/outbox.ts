import type { StoredRating } from '../../../shared/contract/rating.ts';
import type { Failure, Result } from '../../../shared/contract/result.ts';
import type { Outgoing } from './state.ts';

export interface OutboxEdge {
  send(outgoing: Outgoing): Promise<Result<StoredRating>>;
  /**
   * Called when the engine went away under a call: waits until it is back and finds out whether the action was stored.
   * `null` when it was not and is to be sent again.
   */
  recover(outgoing: Outgoing, failure: Failure): Promise<Result<StoredRating> | null>;
  /** The action is durable; this is the rating now. */
  onStored(outgoing: Outgoing, stored: StoredRating): void;
  /** The first action could not be stored; the others stood behind it on the same item. */
  onRefused(refused: readonly Outgoing[], failure: Failure): void;
}

export interface Outbox {
  post(outgoing: Outgoing): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
}

/** Sends actions one after another, in the order they were made, so that undo walks back in that order. */
export function createOutbox(edge: OutboxEdge): Outbox {
  const queue: Outgoing[] = [];
  let running: Promise<void> | null = null;

  const deliver = async (outgoing: Outgoing): Promise<Result<StoredRating>> => {
    for (;;) {
      const result = await edge.send(outgoing);
      if (result.ok || result.error.code !== 'ENGINE_STOPPED') return result;
      const recovered = await edge.recover(outgoing, result.error);
      if (recovered) return recovered;
    }
  };

  const refuse = (outgoing: Outgoing, failure: Failure) => {
    const behind = queue.filter(({ assignment }) => assignment === outgoing.assignment);
    for (const follower of behind) queue.splice(queue.indexOf(follower), 1);
    edge.onRefused([outgoing, ...behind], failure);
  };

  /** What is stored now is what stood before the actions that follow on the same item. */
  const store = (outgoing: Outgoing, stored: StoredRating) => {
    for (const [index, follower] of queue.entries())
      if (follower.assignment === outgoing.assignment) queue[index] = { ...follower, event: stored.event };
    edge.onStored(outgoing, stored);
  };

  const run = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const result = await deliver(next);
      if (result.ok) store(next, result.value);
      else refuse(next, result.error);
    }
    running = null;
  };

  return {
    post(outgoing) {
      queue.push(outgoing);
      running ??= run();
    },
    idle: () => running ?? Promise.resolve(),
  };
}
