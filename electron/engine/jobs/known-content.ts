import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import { ContentSet } from './content-set.ts';

const bytes = (hash: string): Buffer => Buffer.from(hash, 'latin1');

/** Tells what is new in a file: neither in the project when the reading began, nor earlier in the same file. */
export class KnownContent {
  /** All content of the file, in the order it came. */
  readonly seen = new ContentSet();
  private readonly db: ReadConnection;
  private readonly isEmpty: boolean;

  constructor(db: ReadConnection) {
    this.db = db;
    this.isEmpty = get(db, 'SELECT 1 FROM known_content LIMIT 1') === undefined;
  }

  /** Takes note of a content hash; its index among what was seen where it is new, null where it is known. */
  add(hash: string): number | null {
    const isFirst = this.seen.add(hash);
    return isFirst && !this.isInProject(hash) ? this.seen.size - 1 : null;
  }

  /** The name under which the project has this content; null where it has none, or not the content. */
  nameOf(hash: string): string | null {
    const sql =
      'SELECT c.name FROM known_content k JOIN conversation c ON c.id = k.conversation_id WHERE k.content_hash = ?';
    return this.isEmpty ? null : (get<{ name: string | null }>(this.db, sql, bytes(hash))?.name ?? null);
  }

  private isInProject(hash: string): boolean {
    if (this.isEmpty) return false;
    return get(this.db, 'SELECT 1 FROM known_content WHERE content_hash = ?', bytes(hash)) !== undefined;
  }
}
