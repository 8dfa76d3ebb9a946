import type { ReadConnection } from '../db/connection.ts';
import { all, count, each, get } from '../db/statements.ts';
import { comparisonRef } from '../store/comparisons.ts';
import { itemRef } from '../store/items.ts';
import type { IncomingItem } from './incoming.ts';
import { identityOf, itemKey } from './names.ts';
import { repeatKey } from './showings.ts';

interface AnswerRow {
  id: number;
  content_hash: Buffer;
  position: number;
  candidate: number;
}

const ANSWERS = `SELECT c.id, c.content_hash, m.position, m.candidate FROM ready_conversation c
  JOIN message m ON m.conversation_id = c.id WHERE m.judgeable = 1 ORDER BY c.id, m.position, m.candidate`;

/** An item by what names its content, and the showing of it that is meant. */
interface Found {
  ref: string | null;
  base: number;
}

const UNKNOWN: Found = { ref: null, base: 0 };

/** A copy of the study in which no repeat was planned yet knows those of others by so many. */
const USUAL_SHOWINGS = 3;
const MOST_SHOWINGS = 20;

interface Known {
  id: number;
  ref: string;
}

/** Finds the items of a file in this project: by their ids, else by their content. */
export class ItemSearch {
  private readonly db: ReadConnection;
  private byId: Map<string, Known> | null = null;
  private byKey: Map<string, Found> | null = null;

  constructor(db: ReadConnection) {
    this.db = db;
  }

  /** The same for an item whose content is told plainly, as in another file of the study itself. */
  findKnown(item: Pick<IncomingItem, 'id' | 'key'>, ref: string | undefined): IncomingItem {
    if (ref === undefined) return this.find(item);
    const row =
      get<{ id: number }>(this.db, 'SELECT id FROM item WHERE uuid = ?', item.id) ??
      get<{ id: number }>(this.db, 'SELECT id FROM item WHERE ref = ?', ref);
    return { ...item, row: row?.id ?? null, ref, base: 0 };
  }

  find({ id, key }: Pick<IncomingItem, 'id' | 'key'>): IncomingItem {
    const { db } = this;
    this.byId ??= new Map(
      all<Known & { uuid: string }>(db, 'SELECT id, uuid, ref FROM item').map((row) => [row.uuid, row]),
    );
    const known = this.byId.get(id) ?? get<Known>(db, 'SELECT id, ref FROM item WHERE uuid = ?', id);
    if (known) return { id, key, row: known.id, ref: known.ref, base: 0 };
    const part = get<{ id: number }>(db, 'SELECT item_id AS id FROM packet_item WHERE key = ?', key);
    if (part) return { id, key, row: part.id, ref: null, base: 0 };
    this.byKey ??= keysOf(db);
    const { ref, base } = this.byKey.get(key) ?? UNKNOWN;
    const row = ref === null ? undefined : get<{ id: number }>(db, 'SELECT id FROM item WHERE ref = ?', ref);
    return { id, key, row: row?.id ?? null, ref, base };
  }
}

/** What packets name each answer of the study by, each hidden repeat of one, and each comparison of all answers to one context; by keys. */
function keysOf(db: ReadConnection): Map<string, Found> {
  const { id: study, isPart } = identityOf(db);
  const refs = new Map<string, Found>();
  if (isPart) return refs;
  const add = (ref: string): void => void refs.set(itemKey(study, ref), { ref, base: 0 });
  const planned = count(db, 'SELECT coalesce(max(occasion), 0) AS n FROM assignment');
  const showings = Math.min(MOST_SHOWINGS, Math.max(USUAL_SHOWINGS, planned));
  for (const { ref } of all<{ ref: string }>(db, 'SELECT ref FROM item')) {
    add(ref);
    for (let base = 1; base <= showings; base += 1) refs.set(repeatKey(study, ref, base), { ref, base });
  }
  let rivals: AnswerRow[] = [];
  const compare = (): void => {
    const [first] = rivals;
    if (!first || rivals.length < 2) return;
    const candidates = rivals.map(({ candidate }) => candidate);
    add(comparisonRef(first.content_hash, first.position, candidates));
  };
  for (const row of each<AnswerRow>(db, ANSWERS)) {
    add(itemRef(row.content_hash, row.position, row.candidate));
    if (rivals[0] && rivals[0].id !== row.id) {
      compare();
      rivals = [];
    }
    if (row.candidate > 0) rivals.push(row);
  }
  compare();
  return refs;
}
