import type { Conversation } from '../../../shared/domain/conversation.ts';

/** Something found in a message, by its code, such as `empty` or `pii.email`. */
export interface MessageFinding {
  /** Index among all messages of the conversation, candidates after the others. */
  message: number;
  code: string;
}

/** A stretch of a message's text that stands for something else. */
export interface MessageRedaction {
  message: number;
  /** Of the placeholder in the text as it is given back, in UTF-16 code units; end exclusive. */
  start: number;
  end: number;
  kind: string;
  placeholder: string;
  /** What stood there. */
  original: string;
}

/** A conversation as it is to be stored, with what was found in it. */
export interface Enriched {
  /** The same messages in the same places. Where `parts` of one were changed, what they were is kept by the import itself. */
  conversation: Conversation;
  findings: readonly MessageFinding[];
  redactions: readonly MessageRedaction[];
  /** Told only where the source gives none. */
  detectedLanguage: string | null;
}

/** What is done to the conversations of one file on their way in. What they are known by was taken of them before. */
export interface Enrichment {
  /** Looks at a conversation that is new, each once. */
  enrich(conversation: Conversation): Enriched;
  /** Looks at one that is there and goes on from this message; what was found before it is left as it was. */
  goOn(conversation: Conversation, from: number): Enriched;
  /** Looks at one that came again with more, of which what is new is stored. The same text must always become the same. */
  again(conversation: Conversation): Enriched;
  /** What was found in the file as a whole, as JSON, when all of it is in; null for nothing. */
  report(): string | null;
}

/** Begins the enrichment of a file in this format. Null where conversations are stored as they are. */
export type StartEnrichment = ((adapter: string) => Enrichment) | null;

/** Conversations are stored as they come. */
export const AS_THEY_ARE: StartEnrichment = null;
