/** A value as SQLite stores it; JSON columns are already text. */
export type Cell = string | number | null;

/**
 * Conversations ready to be stored, packed column by column: plain lists cross from thread to thread several times faster
 * than objects. Texts are bytes, so that neither thread's memory fills with strings that soon are garbage.
 */
export interface PackedConversations {
  /** 32 bytes a conversation: SHA-256 of its content key. */
  hashes: Uint8Array;
  /** A JSON list a line of each conversation's hash in hexadecimal and its cells in the order of CONVERSATION_COLUMNS: one text crosses faster than many. */
  conversations: string;
  /** Languages told of them; empty where none was. */
  detectedLanguages: Cell[];
  /** Where each message stands, in the order of PLACE_COLUMNS. */
  places: Uint32Array<ArrayBuffer>;
  /** The text of each message after another's, in UTF-8. */
  text: Uint8Array<ArrayBuffer>;
  /** What else there is of each message, in the order of EXTRA_COLUMNS; empty where no message has any of it. */
  extras: Cell[];
  /** Feedback cells, in the order of FEEDBACK_COLUMNS; the first is the message's index among all of this pack. */
  feedback: Cell[];
  /** In the same way, in the order of FINDING_COLUMNS and REDACTION_COLUMNS. */
  findings: Cell[];
  redactions: Cell[];
}

export const CONVERSATION_COLUMNS = [
  'name',
  'created_at',
  'model',
  'model_version',
  'language',
  'use_case',
  'groups',
  'metadata',
] as const;
/** As numbers: the conversation by its index in the pack, the role by its index among all roles, the text's length in bytes. */
export const PLACE_COLUMNS = [
  'conversation',
  'position',
  'candidate',
  'role',
  'judgeable',
  'length',
] as const;
export const EXTRA_COLUMNS = ['parts', 'name', 'model', 'details'] as const;
export const FEEDBACK_COLUMNS = ['message_id', 'kind', 'signal', 'value', 'text', 'comment'] as const;
export const FINDING_COLUMNS = ['message_id', 'code'] as const;
export const REDACTION_COLUMNS = ['message_id', 'start', '"end"', 'kind', 'placeholder', 'original'] as const;
