import type { ParsedInputOf } from '../../../shared/contract/commands.ts';
import { type Place, placeSchema } from '../../../shared/domain/place.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { get, run } from '../db/statements.ts';
import { raterById } from './raters.ts';

/** Where a rater was when last heard of; null where that is not known. */
export function placeOf(db: ReadConnection, raterId: number): Place | null {
  const row = get<{ body: string }>(db, 'SELECT body FROM place WHERE rater_id = ?', raterId);
  return row ? (placeSchema.safeParse(JSON.parse(row.body)).data ?? null) : null;
}

/** Keeps where a rater is. No part of the record: neither logged nor chained, and only the newest is there. */
export function keepPlace(
  { db }: WriteContext,
  { rater, place }: ParsedInputOf<'place.keep'>,
): Record<string, never> {
  run(
    db,
    'INSERT INTO place (rater_id, body) VALUES (?, ?) ON CONFLICT (rater_id) DO UPDATE SET body = excluded.body',
    raterById(db, rater).id,
    JSON.stringify(place),
  );
  return {};
}
