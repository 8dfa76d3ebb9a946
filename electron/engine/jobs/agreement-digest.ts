import { hash } from 'node:crypto';
import { canonical } from '../../../shared/domain/canonical.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { ReadConnection } from '../db/connection.ts';
import { eachList } from '../db/statements.ts';
import type { ComparedTuple } from '../store/compared.ts';
import type { RatedTuple } from '../store/ratings.ts';

/** Where the answers of an item stand, told by what they hold: the same on every machine. */
const PLACES = `SELECT j.item_id, lower(hex(c.content_hash)), m.position, m.candidate FROM judged_answer j
  JOIN message m ON m.id = j.message_id JOIN conversation c ON c.id = m.conversation_id ORDER BY j.item_id, j.number`;

/**
 * SHA-256 of ratings and the rubric they are counted under: a line for each rating with the content of its conversation, its place in
 * it, the rater and all that was said, lines in their own order. Two projects with the same ratings have the same digest.
 */
export function ratingsDigest(
  db: ReadConnection,
  rubric: Rubric,
  tuples: readonly RatedTuple[],
  compared: readonly ComparedTuple[],
): string {
  const places = new Map<number, string>();
  for (const [item, content, position, candidate] of eachList<[number, string, number, number | null]>(
    db,
    PLACES,
  ))
    places.set(item, `${places.get(item) ?? ''}${content} ${position} ${candidate ?? 0} `);
  const line = (itemId: number, rater: string, said: unknown): string =>
    `${places.get(itemId) ?? ''}${JSON.stringify(rater)} ${canonical(JSON.parse(JSON.stringify(said)))}`;
  const lines = [
    ...tuples.map(({ itemId, rater, values, cannot, categories, spans }) =>
      line(itemId, rater, { values, cannot, categories, spans }),
    ),
    ...compared.map(({ itemId, rater, preference, judged }) => line(itemId, rater, { preference, judged })),
  ].sort();
  const head = canonical(JSON.parse(JSON.stringify(rubric)));
  return hash('sha256', [head, ...lines].join('\n'), 'hex');
}
