import { createHash } from 'node:crypto';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';

/** Conversations looked at in one query. */
const PAGE = 1000;

/** Rows as JSON lists, one a line. SQLite writes them, several times faster than row by row here. */
const FACES = `SELECT group_concat(json_array(lower(hex(content_hash)), name, created_at, model, model_version, language, use_case,
    groups, metadata) || char(10), '' ORDER BY id) AS lines
  FROM conversation WHERE id BETWEEN ? AND ? AND batch_id = ?`;

/** SHA-256 over the conversations of a batch, in the order of their row ids. */
export class ConversationDigest {
  private readonly hash = createHash('sha256');
  private readonly batch: number;

  constructor(batch: number) {
    this.batch = batch;
  }

  /** Takes in what is stored under these row ids, which must come after those taken in before. */
  add(db: ReadConnection, first: number, last: number): void {
    for (let from = first; from <= last; from += PAGE) {
      const page = get<{ lines: string | null }>(
        db,
        FACES,
        from,
        Math.min(from + PAGE - 1, last),
        this.batch,
      );
      this.hash.update(page?.lines ?? '');
    }
  }

  hex(): string {
    return this.hash.digest('hex');
  }
}

/** The digest of all conversations of a batch, by the batch's public id. */
export function digestConversations(db: ReadConnection, batch: string): string {
  const rows = get<{ batch: number; first: number | null; last: number | null }>(
    db,
    `SELECT b.id AS batch, min(c.id) AS first, max(c.id) AS last
     FROM batch b LEFT JOIN conversation c ON c.batch_id = b.id WHERE b.uuid = ?`,
    batch,
  );
  const digest = new ConversationDigest(rows?.batch ?? 0);
  if (rows && rows.first !== null && rows.last !== null) digest.add(db, rows.first, rows.last);
  return digest.hex();
}
