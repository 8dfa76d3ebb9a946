import { Fault } from '../../../shared/contract/errors.ts';
import { MOST_CANDIDATES } from '../../../shared/domain/preference.ts';
import { permutation, seededRandom } from '../../../shared/sampling/random.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count, get, run } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { type ItemRow, itemRef } from './items.ts';

interface CandidateRow {
  id: number;
  conversation_id: number;
  content_hash: Buffer;
  position: number;
  candidate: number;
}

const CANDIDATES = `SELECT m.id, m.conversation_id, c.content_hash, m.position, m.candidate
  FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.id IN (SELECT value FROM json_each(?))
  ORDER BY m.candidate`;

/** A comparison by content: content hash:position:candidate+candidate, in the order of the source. */
export const comparisonRef = (contentHash: Buffer, position: number, candidates: readonly number[]): string =>
  `${contentHash.toString('hex')}:${position}:${candidates.join('+')}`;

/**
 * The order in which candidates are numbered: by a digest of what names each by content. It is the same in every project, and tells
 * nothing of the order in the source, which is often that of models or of a ranking.
 */
export const inNumberOrder = <Row extends Pick<CandidateRow, 'content_hash' | 'position' | 'candidate'>>(
  rows: readonly Row[],
): Row[] => {
  const digest = ({ content_hash, position, candidate }: Row): string =>
    sha256Hex(itemRef(content_hash, position, candidate));
  return rows.toSorted((one, other) => (digest(one) < digest(other) ? -1 : 1));
};

/** The rows of some answers, in the order of the source. @throws Fault ITEM_UNKNOWN where they cannot be compared with each other */
function comparable(
  db: ReadConnection,
  messages: readonly number[],
): { rows: CandidateRow[]; first: CandidateRow } {
  const rows = all<CandidateRow>(db, CANDIDATES, JSON.stringify(messages));
  const [first] = rows;
  const isOneContext = rows.every(
    ({ conversation_id, position }) =>
      conversation_id === first?.conversation_id && position === first.position,
  );
  if (!first || !isOneContext || rows.length < 2 || rows.length > MOST_CANDIDATES)
    throw new Fault(
      'ITEM_UNKNOWN',
      isOneContext && rows.length > MOST_CANDIDATES
        ? `These are ${rows.length} answers, and ${MOST_CANDIDATES} are compared at a time.`
        : `A comparison takes 2 to ${MOST_CANDIDATES} answers to one context.`,
    );
  return { rows, first };
}

/** Answers to one context in the order in which a comparison of them numbers them. @throws Fault ITEM_UNKNOWN */
export const numberedAnswers = (db: ReadConnection, messages: readonly number[]): number[] =>
  inNumberOrder(comparable(db, messages).rows).map(({ id }) => id);

/** The comparison of some answers to one context, made if no one asked for it before. @throws Fault ITEM_UNKNOWN */
export function ensureComparison(context: WriteContext, messages: readonly number[]): ItemRow {
  const { rows, first } = comparable(context.db, messages);
  const ref = comparisonRef(
    first.content_hash,
    first.position,
    rows.map(({ candidate }) => candidate),
  );
  const known = get<ItemRow>(context.db, 'SELECT id, uuid, ref FROM item WHERE ref = ?', ref);
  if (known) return known;
  const uuid = context.newId();
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO item (uuid, message_id, ref, created_at) VALUES (?, NULL, ?, ?)',
    uuid,
    ref,
    context.now,
  );
  const id = Number(lastInsertRowid);
  for (const [number, row] of inNumberOrder(rows).entries())
    run(
      context.db,
      'INSERT INTO comparison_candidate (item_id, number, message_id) VALUES (?, ?, ?)',
      id,
      number,
      row.id,
    );
  return { id, uuid, ref };
}

/** How many candidates an item compares; 0 where it is one answer. */
export const candidateCount = (db: ReadConnection, item: number): number =>
  count(db, 'SELECT count(*) AS n FROM comparison_candidate WHERE item_id = ?', item);

/** Who is shown a comparison, and when: what the order depends on beside the seed. */
interface Showing {
  rater: string;
  ref: string;
  occasion: number;
  candidates: number;
}

/** The order in which a rater is shown candidates: each as likely as any other, drawn anew for each rater and showing. */
export const shownOrder = (
  seed: number | string,
  { rater, ref, occasion, candidates }: Showing,
): number[] => [...permutation(candidates, seededRandom(`${seed}/shown/${rater}/${ref}/${occasion}`))];
