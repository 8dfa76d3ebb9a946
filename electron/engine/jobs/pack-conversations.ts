import { hash } from 'node:crypto';
import {
  type Conversation,
  contentKey,
  isJudgeable,
  type Message,
  ROLES,
} from '../../../shared/domain/conversation.ts';
import { type Cell, EXTRA_COLUMNS, type PackedConversations, PLACE_COLUMNS } from '../store/batches.ts';
import { TextSlab } from './text-slab.ts';

/** What a conversation is known by: SHA-256 of its content key, as 32 Latin-1 characters, which are made faster than a Buffer. */
export const contentHash = (conversation: Conversation): string =>
  hash('sha256', contentKey(conversation), 'binary');

/** Packs conversations one by one, as the writer stores them. */
export class Packing {
  private readonly slab = new TextSlab();
  private hashes: string[] = [];
  private conversations: Cell[] = [];
  private places = new Uint32Array(PLACE_COLUMNS.length * 4096);
  /** Empty until a message has any. */
  private extras: Cell[] = [];
  private feedback: Cell[] = [];
  private messages = 0;
  private answers = 0;

  add(conversation: Conversation, hash: string): void {
    const { externalId, createdAt, model, modelVersion, language, useCase, groups, metadata } = conversation;
    const owner = this.hashes.push(hash) - 1;
    this.conversations.push(externalId, createdAt, model, modelVersion, language, useCase);
    this.conversations.push(jsonOrNull(groups), jsonOrNull(metadata));
    const { messages, candidates } = conversation;
    messages.forEach((message, position) => {
      this.addMessage(message, owner, position, 0);
    });
    candidates.forEach((message, index) => {
      this.addMessage(message, owner, messages.length, index + 1);
    });
  }

  /** What was added since the last time. */
  take(): PackedConversations & { messages: number; answers: number } {
    const packed = {
      hashes: Buffer.from(this.hashes.join(''), 'latin1'),
      conversations: this.conversations,
      places: this.places.slice(0, this.messages * PLACE_COLUMNS.length),
      text: this.slab.take(),
      extras: this.extras,
      feedback: this.feedback,
      messages: this.messages,
      answers: this.answers,
    };
    this.hashes = [];
    this.conversations = [];
    this.extras = [];
    this.feedback = [];
    this.messages = 0;
    this.answers = 0;
    return packed;
  }

  private addMessage(message: Message, owner: number, position: number, candidate: number): void {
    this.addPlace(message, owner, position, candidate);
    this.addExtras(message);
    for (const { kind, signal, value, text, comment } of message.feedback)
      this.feedback.push(this.messages, kind, signal, value, text, comment);
    this.messages += 1;
  }

  private addPlace(message: Message, owner: number, position: number, candidate: number): void {
    const at = this.messages * PLACE_COLUMNS.length;
    if (at === this.places.length) {
      const grown = new Uint32Array(at * 2);
      grown.set(this.places);
      this.places = grown;
    }
    const { places } = this;
    places[at] = owner;
    places[at + 1] = position;
    places[at + 2] = candidate;
    places[at + 3] = ROLES.indexOf(message.role);
    const judgeable = isJudgeable(message) ? 1 : 0;
    places[at + 4] = judgeable;
    this.answers += judgeable;
    places[at + 5] = this.slab.add(message.text);
  }

  private addExtras(message: Message): void {
    const { parts, id, model } = message;
    const details = detailsOf(message);
    const isPlain = parts === null && id === null && model === null && details === null;
    if (isPlain && this.extras.length === 0) return;
    const before = this.messages * EXTRA_COLUMNS.length;
    while (this.extras.length < before) this.extras.push(null);
    this.extras.push(parts === null ? null : JSON.stringify(parts), id, model, details);
  }
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
