import { type Conversation, type Message, messageFace, placedMessages } from '../domain/conversation.ts';
import { bareMessage } from './bare.ts';
import { keep } from './fields.ts';

/** A message in the tree of all conversations, and where it is first found. */
interface Node {
  next: Map<string, Node>;
  message: Message | null;
}

/**
 * Of the calls of one trace, each repeats all that was said before it. Only those that no other one continues stay, in
 * their order; what the others say of their answers (tokens, time, why it ended, feedback) goes to the same message
 * of the one that continues them. Answers that were one of several are never given up.
 */
export function withoutContinued(conversations: readonly Conversation[]): Conversation[] {
  const root: Node = { next: new Map(), message: null };
  const longestFirst = conversations
    .map((conversation, index) => ({ conversation, index, length: placedMessages(conversation).length }))
    .sort((one, other) => other.length - one.length);
  const kept = longestFirst.filter(({ conversation }) => grows(root, conversation));
  return kept.sort((one, other) => one.index - other.index).map(({ conversation }) => conversation);
}

const face = (message: Message): string => JSON.stringify(messageFace(message));

/** Adds a conversation to the tree; false where all of it was there already. */
function grows(root: Node, { messages, candidates }: Conversation): boolean {
  let node = root;
  let isNew = false;
  const places: [Node, Message][] = [];
  const step = (from: Node, message: Message): Node => {
    const key = face(message);
    let next = from.next.get(key);
    if (!next) {
      next = { next: new Map(), message };
      from.next.set(key, next);
      isNew = true;
    } else places.push([next, message]);
    return next;
  };
  for (const message of messages) node = step(node, message);
  const end = node;
  if (candidates.length > 0) node = step(end, { ...candidateMark(candidates) });
  for (const [known, message] of isNew ? [] : places) if (known.message) complete(known.message, message);
  return isNew;
}

/** Stands for a set of candidates, which only the same set repeats. */
const candidateMark = (candidates: readonly Message[]): Message => ({
  ...bareMessage('assistant', '', null),
  text: candidates.map(face).join(''),
});

/** Gives a message what another record says of it; what it says itself stays. */
function complete(message: Message, other: Message): void {
  message.id ??= other.id;
  message.createdAt ??= other.createdAt;
  message.model ??= other.model;
  message.latencyMs ??= other.latencyMs;
  message.usage ??= other.usage;
  const known = new Set(message.feedback.map((feedback) => JSON.stringify(feedback)));
  message.feedback.push(...other.feedback.filter((feedback) => !known.has(JSON.stringify(feedback))));
  for (const [key, value] of Object.entries(other.metadata))
    if (!Object.hasOwn(message.metadata, key)) keep(message.metadata, key, value);
}
