import { ROLES } from '../../../shared/domain/conversation.ts';
import type { WriteConnection } from '../db/connection.ts';
import { type Parameter, runList } from '../db/statements.ts';
import { EXTRA_COLUMNS, type PackedConversations, PLACE_COLUMNS } from './packed.ts';

/** Messages a statement takes at once. */
const ROWS = [64, 8, 1] as const;
const COLUMNS = ['conversation_id', 'position', 'candidate', 'role', 'judgeable'] as const;

/** A statement that takes a stretch of text as @text, and of each message its columns, and offset and length of its text in it. */
function statement(rows: number, extras: readonly string[]): string {
  const given = COLUMNS.length + 2 + extras.length;
  const cell = (index: number): string => `column${index + 1}`;
  const chosen = [...COLUMNS, ...extras].map((_, index) => cell(index));
  // An empty stretch is bound as NULL.
  const text = `coalesce(CAST(substr(@text, ${cell(given - 2)}, ${cell(given - 1)}) AS TEXT), '')`;
  const row = `(${Array(given).fill('?').join(', ')})`;
  return `INSERT INTO message (${[...COLUMNS, ...extras].join(', ')}, text)
    SELECT ${chosen.join(', ')}, ${text} FROM (VALUES ${Array(rows).fill(row).join(', ')})`;
}

const statements = (extras: readonly string[]) =>
  ROWS.map((rows) => ({ rows, sql: statement(rows, extras) }));
const PLAIN = statements([]);
const RICH = statements(EXTRA_COLUMNS);

/** Stores the messages of a pack whose first conversation has this row id. */
export function addMessages(db: WriteConnection, first: number, pack: PackedConversations): void {
  const messages = pack.places.length / PLACE_COLUMNS.length;
  const rich = pack.extras.length > 0;
  let at = 0;
  let offset = 0;
  for (const { rows, sql } of rich ? RICH : PLAIN)
    for (; at + rows <= messages; at += rows) {
      const cells: Parameter[] = [];
      let length = 0;
      for (let index = at; index < at + rows; index += 1)
        length += pushCells(cells, first, pack, index, length);
      const text = Buffer.from(pack.text.buffer, pack.text.byteOffset + offset, length);
      runList(db, sql, cells, { text });
      offset += length;
    }
}

/** Adds a message's cells; gives back the length of its text. */
function pushCells(
  cells: Parameter[],
  first: number,
  { places, extras }: PackedConversations,
  index: number,
  offset: number,
): number {
  const at = index * PLACE_COLUMNS.length;
  const length = places[at + 5] ?? 0;
  cells.push(first + (places[at] ?? 0), places[at + 1] ?? 0, places[at + 2] ?? 0);
  cells.push(ROLES[places[at + 3] ?? 0] ?? null, places[at + 4] ?? 0);
  if (extras.length > 0) {
    const from = index * EXTRA_COLUMNS.length;
    for (let extra = from; extra < from + EXTRA_COLUMNS.length; extra += 1) cells.push(extras[extra] ?? null);
  }
  cells.push(offset + 1, length);
  return length;
}
