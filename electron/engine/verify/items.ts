import type { ReadConnection } from '../db/connection.ts';
import { each } from '../db/statements.ts';
import { PACKET_ADAPTER } from '../packets/packet-content.ts';
import { comparisonRef, inNumberOrder } from '../store/comparisons.ts';
import { itemRef } from '../store/items.ts';
import type { Finding } from './finding.ts';

interface PlaceRow {
  id: number;
  ref: string;
  /** 1 where the item is one answer. */
  is_answer: number;
  /** Null where the item has nothing that it is about. */
  number: number | null;
  conversation_id: number;
  /** Null where the answer is gone. */
  content_hash: Buffer | null;
  position: number;
  candidate: number;
  /** 1 where it came with a packet, which has put the candidates in their order. */
  is_packet: number;
}

const PLACES = `SELECT i.id, i.ref, i.message_id IS NOT NULL AS is_answer, j.number, m.conversation_id, c.content_hash, m.position,
    m.candidate, c.batch_id IN (SELECT id FROM batch WHERE adapter = '${PACKET_ADAPTER}') AS is_packet
  FROM item i LEFT JOIN judged_answer j ON j.item_id = i.id LEFT JOIN message m ON m.id = j.message_id
  LEFT JOIN conversation c ON c.id = m.conversation_id ORDER BY i.id, j.number`;

/** The first item that no longer points to the answer, or the candidates in their order, that it was made for. */
export function judgeItems(db: ReadConnection): Finding | null {
  let places: PlaceRow[] = [];
  for (const row of each<PlaceRow>(db, PLACES)) {
    const [first] = places;
    if (first && first.id !== row.id) {
      if (!holds(places)) return finding(first);
      places = [];
    }
    places.push(row);
  }
  const [last] = places;
  return last && !holds(places) ? finding(last) : null;
}

const finding = ({ id }: PlaceRow): Finding => ({
  table: 'item',
  sequence: id,
  sentence: `Item ${id} does not point to the answer it was made for.`,
});

/** A row whose answer is there. */
type StandingRow = PlaceRow & { content_hash: Buffer };

function holds(rows: readonly PlaceRow[]): boolean {
  const places = rows.filter((row): row is StandingRow => row.content_hash !== null);
  const [first] = places;
  if (!first || places.length < rows.length) return false;
  const { ref, is_answer, conversation_id, content_hash, position, candidate } = first;
  if (is_answer === 1) return places.length === 1 && ref === itemRef(content_hash, position, candidate);
  const candidates = places.map((row) => row.candidate).sort((a, b) => a - b);
  return (
    places.length > 1 &&
    places.every((row) => row.conversation_id === conversation_id && row.position === position) &&
    numbered(places).every((row, number) => row.number === number) &&
    ref === comparisonRef(content_hash, position, candidates)
  );
}

const numbered = (places: readonly StandingRow[]): StandingRow[] =>
  places[0]?.is_packet === 1
    ? places.toSorted((one, other) => one.candidate - other.candidate)
    : inNumberOrder(places);
