import { audit, type WriteContext } from '../context.ts';
import { count, get, run } from '../db/statements.ts';
import { ensureRater } from './raters.ts';

interface NewAssignments {
  sampleId: number;
  sampleUuid: string;
  overlap: number;
  seed: string;
  queues: readonly {
    rater: string;
    showings: readonly { item: number; kind: 'plain' | 'gold' | 'repeat'; occasion: number }[];
  }[];
}

export interface StoredPlan {
  /** New assignments of each rater, by name. */
  perRater: Record<string, number>;
  showings: { item: number; kind: 'plain' | 'gold' | 'repeat' }[];
}

/**
 * Stores a plan of work behind what the raters already have. A rater who has an item already does not get it again.
 */
export function storeAssignments(
  context: WriteContext,
  { sampleId, sampleUuid, overlap, seed, queues }: NewAssignments,
): StoredPlan {
  const stored: StoredPlan['showings'] = [];
  const first = count(context.db, 'SELECT coalesce(max(id), 0) AS n FROM assignment') + 1;
  const perRater: Record<string, number> = {};
  for (const { rater: name, showings } of queues) {
    const rater = ensureRater(context, name);
    let position = count(
      context.db,
      'SELECT coalesce(max(position) + 1, 0) AS n FROM assignment WHERE rater_id = ?',
      rater.id,
    );
    perRater[rater.name] = 0;
    for (const { item, kind, occasion } of showings) {
      if (isAssigned(context, rater.id, item, occasion)) continue;
      run(
        context.db,
        `INSERT INTO assignment (uuid, sample_id, rater_id, item_id, occasion, kind, position, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        context.newId(),
        sampleId,
        rater.id,
        item,
        occasion,
        kind,
        position,
        context.now,
      );
      position += 1;
      stored.push({ item, kind });
      perRater[rater.name] = (perRater[rater.name] ?? 0) + 1;
    }
  }
  const last = count(context.db, 'SELECT coalesce(max(id), 0) AS n FROM assignment');
  audit(context, 'assign.plan', { sample: sampleUuid, overlap, seed, per_rater: perRater, first, last });
  return { perRater, showings: stored };
}

const isAssigned = (context: WriteContext, rater: number, item: number, occasion: number): boolean =>
  get(
    context.db,
    'SELECT 1 FROM assignment WHERE rater_id = ? AND item_id = ? AND occasion = ?',
    rater,
    item,
    occasion,
  ) !== undefined;
