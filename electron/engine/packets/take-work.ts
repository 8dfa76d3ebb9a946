import { audit, type WriteContext } from '../context.ts';
import { count, get } from '../db/statements.ts';
import { changeSettings } from '../store/settings.ts';
import { addAssignments, storeRubrics } from './add-work.ts';
import type { PacketContents, Work } from './contents.ts';
import { type StoredItem, storeItems } from './store-items.ts';
import { storeWords } from './words.ts';

/** What a packet of work brings to a project that was made from an earlier one. */
export interface MoreWork {
  packet: string;
  items: PacketContents['items'];
  work: Work;
}

export interface TakenWork {
  assignments: number;
  /** Items by their keys, those that are new among them. */
  items: ReadonlyMap<string, Pick<StoredItem, 'id' | 'ref'>>;
}

/** Adds what is new in a later packet of work for the same rater: items, rubrics, what to judge again, and what the lead said. */
export function takeWork(context: WriteContext, file: string, { packet, items, work }: MoreWork): TakenWork {
  const { db } = context;
  const raterId = count(db, 'SELECT rater_id AS n FROM packet_origin');
  storeRubrics(context, work.rubrics, file);
  changeSettings(context, work.settings);
  const known = new Map<string, Pick<StoredItem, 'id' | 'ref'>>();
  const find = (key: string, id: string) =>
    get<Pick<StoredItem, 'id' | 'ref'>>(
      db,
      'SELECT i.id, i.ref FROM packet_item p JOIN item i ON i.id = p.item_id WHERE p.key = ? OR i.uuid = ?',
      key,
      id,
    );
  for (const { id, key } of items) {
    const row = find(key, id);
    if (row) known.set(key, row);
  }
  const fresh = storeItems(
    context,
    file,
    items,
    work.items.filter(({ item }) => !known.has(items[item]?.key ?? '')),
  );
  for (const item of fresh) known.set(item.key, item);
  const rowOf = (index: number): number | undefined => known.get(items[index]?.key ?? '')?.id;
  const added = addAssignments(context, raterId, work.assignments, rowOf);
  const assignments = added.last - added.first + 1;
  if (assignments + fresh.length > 0)
    audit(context, 'packet.work', {
      packet,
      packet_items: fresh.length,
      first_item: fresh[0]?.id ?? 0,
      ...added,
    });
  storeWords(context, raterId, work, rowOf);
  return { assignments, items: known };
}
