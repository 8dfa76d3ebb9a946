import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { ContentSet } from './content-set.ts';

const HASH_BYTES = 32;

/** A conversation of the project, found by its content. */
export interface Known {
  id: number;
  name: string | null;
}

/** All hashes of one list in one question: a hundred times fewer questions, and a tenth of the time. */
const FIND = `WITH RECURSIVE place(n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM place WHERE n < @last)
  SELECT place.n AS place, k.conversation_id AS id, c.name FROM place
  JOIN known_content k ON k.content_hash = substr(@hashes, 1 + place.n * ${HASH_BYTES}, ${HASH_BYTES})
  JOIN conversation c ON c.id = k.conversation_id`;

/** Tells what is new: neither in the project when the reading began, nor earlier in the same files. */
export class KnownContent {
  /** All content of the files, in the order it came. */
  readonly seen = new ContentSet();
  /** True where the project had no content when the reading began. */
  readonly isEmpty: boolean;
  private readonly db: ReadConnection;

  constructor(db: ReadConnection) {
    this.db = db;
    this.isEmpty = get(db, 'SELECT 1 FROM known_content LIMIT 1') === undefined;
  }

  /** Of these hashes, each 32 Latin-1 characters, those the project knows, by their index in the list. */
  find(hashes: readonly string[]): Map<number, Known> {
    const found = new Map<number, Known>();
    if (this.isEmpty || hashes.length === 0) return found;
    const rows = all<Known & { place: number }>(this.db, FIND, {
      last: hashes.length - 1,
      hashes: Buffer.from(hashes.join(''), 'latin1'),
    });
    for (const { place, ...known } of rows) found.set(place, known);
    return found;
  }
}
