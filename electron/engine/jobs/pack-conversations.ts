import {
  type Conversation,
  contentKey,
  isJudgeable,
  type Message,
} from '../../../shared/domain/conversation.ts';
import { sha256 } from '../digest.ts';
import type { Cell, PackedConversations } from '../store/batches.ts';

const HASH_BYTES = 32;

/** What a conversation is known by. */
export const contentHash = (conversation: Conversation): Buffer => sha256(contentKey(conversation));

/** Conversations as the writer stores them; `hashOf` gives the content hash by index. */
export function pack(
  conversations: readonly Conversation[],
  hashOf: (index: number) => Uint8Array,
): PackedConversations {
  const packed: PackedConversations = {
    hashes: new Uint8Array(conversations.length * HASH_BYTES),
    conversations: [],
    sizes: [],
    messages: [],
    feedback: [],
  };
  let messages = 0;
  conversations.forEach((conversation, index) => {
    packed.hashes.set(hashOf(index), index * HASH_BYTES);
    packed.conversations.push(
      conversation.externalId,
      conversation.createdAt,
      conversation.model,
      conversation.modelVersion,
      conversation.language,
      conversation.useCase,
      jsonOrNull(conversation.groups),
      jsonOrNull(conversation.metadata),
    );
    conversation.messages.forEach((message, position) => {
      packMessage(packed, message, position, 0, messages + position);
    });
    const context = conversation.messages.length;
    conversation.candidates.forEach((message, candidate) => {
      packMessage(packed, message, context, candidate + 1, messages + context + candidate);
    });
    const size = context + conversation.candidates.length;
    packed.sizes.push(size);
    messages += size;
  });
  return packed;
}

function packMessage(
  packed: PackedConversations,
  message: Message,
  position: number,
  candidate: number,
  index: number,
): void {
  packed.messages.push(
    position,
    candidate,
    message.role,
    isJudgeable(message) ? 1 : 0,
    message.text,
    message.parts === null ? null : JSON.stringify(message.parts),
    message.id,
    message.model,
    detailsOf(message),
  );
  for (const { kind, signal, value, text, comment } of message.feedback)
    packed.feedback.push(index, kind, signal, value, text, comment);
}

/** What no query asks for, as one JSON text; null where there is none of it. */
function detailsOf({ createdAt, latencyMs, usage, metadata }: Message): Cell {
  const own = jsonOrNull(metadata);
  if (createdAt === null && latencyMs === null && usage === null && own === null) return null;
  return JSON.stringify({
    ...(createdAt === null ? {} : { created_at: createdAt }),
    ...(latencyMs === null ? {} : { latency_ms: latencyMs }),
    ...(usage === null ? {} : { usage }),
    ...(own === null ? {} : { metadata }),
  });
}

function jsonOrNull(value: object): Cell {
  for (const _key in value) return JSON.stringify(value);
  return null;
}
