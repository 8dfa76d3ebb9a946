import type { WriteContext } from '../context.ts';
import { get } from '../db/statements.ts';
import { ensureComparison } from '../store/comparisons.ts';
import { ensureItem } from '../store/items.ts';
import type { IncomingItem } from './incoming.ts';

interface Item {
  id: number;
  ref: string;
}

/** The row of an item of another file, made where this project holds its content and nobody asked for it before; null where it does not. */
export function itemFor(context: WriteContext, { row, ref }: IncomingItem): Item | null {
  const { db } = context;
  if (row !== null && ref !== null) return { id: row, ref };
  if (row !== null) return get<Item>(db, 'SELECT id, ref FROM item WHERE id = ?', row) ?? null;
  if (ref === null) return null;
  const known = get<Item>(db, 'SELECT id, ref FROM item WHERE ref = ?', ref);
  if (known) return known;
  const [hash = '', position = '', candidates = ''] = ref.split(':');
  const messages = candidates.split('+').flatMap((candidate) => {
    const message = get<{ id: number }>(
      db,
      `SELECT m.id FROM ready_conversation c JOIN message m ON m.conversation_id = c.id
       WHERE c.id = (SELECT conversation_id FROM known_content WHERE content_hash = ?)
         AND m.position = ? AND m.candidate = ? AND m.judgeable = 1`,
      Buffer.from(hash, 'hex'),
      Number(position),
      Number(candidate),
    );
    return message ? [message.id] : [];
  });
  const [only, ...more] = messages;
  if (only === undefined || messages.length !== candidates.split('+').length) return null;
  return more.length === 0 ? ensureItem(context, only) : ensureComparison(context, messages);
}
