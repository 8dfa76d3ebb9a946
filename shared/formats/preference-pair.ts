import type { Conversation, Message } from '../domain/conversation.ts';
import type { JsonObject } from '../domain/json.ts';
import { comparison, type Side } from './comparison.ts';
import { keep } from './fields.ts';

/** Two whole dialogues of a data set, one of which was preferred. */
export interface PreferencePair {
  id: string | null;
  chosen: Message[];
  rejected: Message[];
  /** Of the record, for each conversation that comes of it. */
  metadata: JsonObject;
}

/**
 * A chosen and a rejected dialogue as {@link comparison} gives them. Candidates stand in the order of their texts, so that
 * their place does not tell which was chosen: that is the `preference` in their metadata.
 */
export function preferencePair({ id, chosen, rejected, metadata }: PreferencePair): Conversation[] {
  const sides: [Side, Side] = [
    { name: 'chosen', model: null, messages: chosen, preference: 'chosen' },
    { name: 'rejected', model: null, messages: rejected, preference: 'rejected' },
  ];
  return comparison(id, sides).map((conversation) => {
    const all = { ...metadata };
    for (const [key, value] of Object.entries(conversation.metadata)) keep(all, key, value);
    const candidates = conversation.candidates.toSorted((one, other) =>
      one.text < other.text ? -1 : one.text > other.text ? 1 : 0,
    );
    return { ...conversation, metadata: all, candidates };
  });
}
