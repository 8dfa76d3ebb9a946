import type { WriteContext } from '../context.ts';
import { type BatchHandle, finishBatch } from '../store/batches.ts';
import { digestConversations } from '../store/conversation-digest.ts';
import { digestQuarantine } from '../store/quarantine.ts';

/** What came in with a batch, each conversation a record of its own. */
export interface CameIn {
  conversations: number;
  messages: number;
  answers: number;
}

/** Makes a batch of conversations that another file brought part of the project. */
export function finishConversations(
  context: WriteContext,
  batch: BatchHandle,
  { conversations, messages, answers }: CameIn,
): void {
  finishBatch(context, {
    batch: batch.id,
    sha256: '',
    counts: { records: conversations, imported: conversations, duplicates: 0, rejected: 0 },
    contents: {
      conversations,
      messages,
      answers,
      merged: 0,
      continued: 0,
      feedback: 0,
      repaired: 0,
      digests: {
        conversations: digestConversations(context.db, batch.uuid),
        quarantine: digestQuarantine(context.db, batch.uuid),
      },
      layout: null,
      report: null,
    },
  });
}
