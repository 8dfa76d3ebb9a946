import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each, get } from '../db/statements.ts';
import { raterById } from './raters.ts';

interface PaceRow {
  at: number;
  item_id: number;
  occasion: number;
  kind: string;
  active_ms: number;
}

/** What a rater has done since a moment, for their own eyes: items finished and still so, and the active time they gave to any. */
export function paceSince(
  db: ReadConnection,
  { rater: uuid, since }: ParsedInputOf<'pace.since'>,
): OutputOf<'pace.since'> {
  const rater = raterById(db, uuid);
  const from = Date.parse(since);
  const finished = new Map<string, [number, number]>();
  let activeMs = 0;
  const events = each<PaceRow>(
    db,
    'SELECT at, item_id, occasion, kind, active_ms FROM rating_event WHERE rater_id = ? ORDER BY seq DESC',
    rater.id,
  );
  for (const { at, item_id, occasion, kind, active_ms } of events) {
    if (at < from) break;
    activeMs += active_ms;
    if (kind === 'submit' || kind === 'skip') finished.set(`${item_id} ${occasion}`, [item_id, occasion]);
  }
  const isDone = ([item, occasion]: [number, number]): boolean =>
    get(
      db,
      "SELECT 1 FROM rating WHERE item_id = ? AND rater_id = ? AND occasion = ? AND status <> 'draft'",
      item,
      rater.id,
      occasion,
    ) !== undefined;
  return { items: [...finished.values()].filter(isDone).length, activeMs };
}
