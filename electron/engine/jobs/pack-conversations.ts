import { hash } from 'node:crypto';
import {
  type Conversation,
  contentKey,
  isJudgeable,
  type Message,
  ROLES,
} from '../../../shared/domain/conversation.ts';
import { conversationLine } from '../store/conversation-digest.ts';
import { WHOLE_PARTS } from '../store/original-text.ts';
import { type Cell, EXTRA_COLUMNS, type PackedConversations, PLACE_COLUMNS } from '../store/packed.ts';
import type { Enriched } from './enrichment.ts';
import { detailsOf, jsonOrNull } from './message-cells.ts';
import { TextSlab } from './text-slab.ts';

/** What a conversation is known by: SHA-256 of its content key, as 32 Latin-1 characters, which are made faster than a Buffer. */
export const contentHash = (conversation: Conversation): string =>
  hash('sha256', contentKey(conversation), 'binary');

/** Packs conversations one by one, as the writer stores them. */
export class Packing {
  private readonly slab = new TextSlab();
  private hashes: string[] = [];
  private conversations = '';
  private detectedLanguages: Cell[] = [];
  private places = new Uint32Array(PLACE_COLUMNS.length * 256);
  /** Empty until a message has any. */
  private extras: Cell[] = [];
  private feedback: Cell[] = [];
  private findings: Cell[] = [];
  private redactions: Cell[] = [];
  private messages = 0;
  private answers = 0;

  /** `given` is the conversation as it came, `enriched` what was made of it, where anything was. */
  add(given: Conversation, hash: string, enriched: Enriched | null = null): void {
    const first = this.messages;
    const conversation = enriched?.conversation ?? given;
    const { externalId, createdAt, model, modelVersion, language, useCase, groups, metadata } = conversation;
    const owner = this.hashes.push(hash) - 1;
    const cells = [externalId, createdAt, model, modelVersion, language, useCase];
    this.conversations += conversationLine(hash, [...cells, jsonOrNull(groups), jsonOrNull(metadata)]);
    if (enriched?.detectedLanguage) this.detectedLanguages[owner] = enriched.detectedLanguage;
    const { messages, candidates } = conversation;
    messages.forEach((message, position) => {
      this.addMessage(message, owner, position, 0);
    });
    candidates.forEach((message, index) => {
      this.addMessage(message, owner, messages.length, index + 1);
    });
    if (enriched) this.addEnriched(given, enriched, first);
  }

  isEmpty(): boolean {
    return this.hashes.length === 0;
  }

  /** What was added since the last time. */
  take(): PackedConversations & { messages: number; answers: number } {
    const packed = {
      hashes: Buffer.from(this.hashes.join(''), 'latin1'),
      conversations: this.conversations,
      detectedLanguages: this.detectedLanguages,
      places: this.places.slice(0, this.messages * PLACE_COLUMNS.length),
      text: this.slab.take(),
      extras: this.extras,
      feedback: this.feedback,
      findings: this.findings,
      redactions: this.redactions,
      messages: this.messages,
      answers: this.answers,
    };
    this.hashes = [];
    this.conversations = '';
    this.detectedLanguages = [];
    this.extras = [];
    this.feedback = [];
    this.findings = [];
    this.redactions = [];
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

  private addEnriched(given: Conversation, enriched: Enriched, first: number): void {
    for (const { message, code } of enriched.findings) this.findings.push(first + message, code);
    for (const { message, start, end, kind, placeholder, original } of enriched.redactions)
      this.redactions.push(first + message, start, end, kind, placeholder, original);
    for (const { message, original } of replacedParts(given, enriched.conversation))
      this.redactions.push(first + message, 0, 0, WHOLE_PARTS, '', original);
  }
}

/** Messages of which parts were changed, by their index among all, with the parts as they came. */
export function replacedParts(
  given: Conversation,
  made: Conversation,
): { message: number; original: string }[] {
  if (given === made) return [];
  const after = [...made.messages, ...made.candidates];
  return [...given.messages, ...given.candidates].flatMap(({ parts }, message) =>
    parts === null || parts === after[message]?.parts ? [] : [{ message, original: JSON.stringify(parts) }],
  );
}
