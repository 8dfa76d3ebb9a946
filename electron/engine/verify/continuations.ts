import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';

export interface Continuation {
  content_hash: Buffer;
  messages: number;
  candidates: number;
}

/** How conversations went on after they were imported, as far as that is part of the project; few of them do. */
export class Continuations {
  private readonly known = new Map<number, Continuation[]>();

  constructor(db: ReadConnection) {
    const rows = all<Continuation & { conversation_id: number }>(
      db,
      `SELECT n.conversation_id, n.content_hash, n.messages, n.candidates
       FROM continuation n JOIN batch b ON b.id = n.batch_id AND b.status = 'ready' ORDER BY n.id`,
    );
    for (const { conversation_id, ...row } of rows) {
      const own = this.known.get(conversation_id);
      if (own) own.push(row);
      else this.known.set(conversation_id, [row]);
    }
  }

  of(conversation: number): readonly Continuation[] {
    return this.known.get(conversation) ?? [];
  }
}
