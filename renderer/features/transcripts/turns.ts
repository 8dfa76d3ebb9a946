import type { BrowsedMessage } from '../../../shared/contract/browsing.ts';

/** What stands at one place of a conversation: one message, or alternatives to choose from. */
export interface Turn {
  position: number;
  messages: readonly BrowsedMessage[];
}

/** Messages by their place. */
export function turnsOf(messages: readonly BrowsedMessage[]): Turn[] {
  const turns = new Map<number, BrowsedMessage[]>();
  for (const message of messages) {
    const known = turns.get(message.position);
    if (known) known.push(message);
    else turns.set(message.position, [message]);
  }
  return [...turns].map(([position, at]) => ({ position, messages: at }));
}

/** The alternative to show first: one that has what is searched for, else the first. */
export const firstShown = (turn: Turn, holds: (message: BrowsedMessage) => boolean): number =>
  Math.max(0, turn.messages.findIndex(holds));
