import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { Had, PlannedShowing } from '../../../shared/sampling/assign.ts';
import { SharedItems } from '../../../shared/sampling/pairs.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count, get, run } from '../db/statements.ts';
import { addToRound } from './calibration.ts';
import { candidateCount, shownOrder } from './comparisons.ts';
import { ensureRater, raterByName } from './raters.ts';
import { sampleItems } from './samples.ts';

/** The showings that each rater gets, by name, in the order they come. */
export type Queues = readonly { rater: string; showings: readonly PlannedShowing[] }[];

interface NewAssignments {
  sampleId: number;
  sampleUuid: string;
  overlap: number;
  seed: string;
  /** All raters judge all items, and are shown the agreed answers afterwards. */
  calibration: boolean;
  queues: Queues;
}

export interface StoredPlan {
  /** New assignments of each rater, by name. */
  perRater: Record<string, number>;
  showings: { item: number; kind: PlannedShowing['kind'] }[];
}

/**
 * Stores a plan of work behind what the raters already have. A rater who has an item already does not get it again.
 */
export function storeAssignments(
  context: WriteContext,
  { sampleId, sampleUuid, overlap, seed, calibration, queues }: NewAssignments,
): StoredPlan {
  const { first, last, comparisons, ...stored } = addShowings(context, queues, seed, () => sampleId);
  const { perRater } = stored;
  if (calibration) addToRound(context, first, last, sampleUuid);
  audit(context, 'assign.plan', {
    sample: sampleUuid,
    overlap,
    seed,
    per_rater: perRater,
    first,
    last,
    ...(comparisons > 0 ? { comparisons } : {}),
    ...(calibration ? { calibration: last - first + 1 } : {}),
  });
  return stored;
}

/** What was added: the ids of the first and the last assignment, and how many show a comparison. */
interface Added extends StoredPlan {
  first: number;
  last: number;
  comparisons: number;
}

/** Appends showings to the queues of raters; `sampleOf` says which sample an item is shown for. */
export function addShowings(
  context: WriteContext,
  queues: Queues,
  seed: number | string,
  sampleOf: (item: number) => number | null,
): Added {
  const stored: StoredPlan['showings'] = [];
  let comparisons = 0;
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
      const order = orderFor(context, seed, { rater: rater.name, item, occasion });
      if (order !== null) comparisons += 1;
      run(
        context.db,
        `INSERT INTO assignment (uuid, sample_id, rater_id, item_id, occasion, kind, position, created_at, shown_order)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        context.newId(),
        sampleOf(item),
        rater.id,
        item,
        occasion,
        kind,
        position,
        context.now,
        order,
      );
      position += 1;
      stored.push({ item, kind });
      perRater[rater.name] = (perRater[rater.name] ?? 0) + 1;
    }
  }
  const last = count(context.db, 'SELECT coalesce(max(id), 0) AS n FROM assignment');
  return { perRater, showings: stored, first, last, comparisons };
}

/** The order in which a rater is shown the candidates of an item, as it is stored; null of one answer. */
function orderFor(
  { db }: WriteContext,
  seed: number | string,
  { rater, item, occasion }: { rater: string; item: number; occasion: number },
): string | null {
  const candidates = candidateCount(db, item);
  if (candidates === 0) return null;
  const ref = get<{ ref: string }>(db, 'SELECT ref FROM item WHERE id = ?', item)?.ref ?? '';
  return JSON.stringify(shownOrder(seed, { rater, ref, occasion, candidates }));
}

const isAssigned = (context: WriteContext, rater: number, item: number, occasion: number): boolean =>
  get(
    context.db,
    'SELECT 1 FROM assignment WHERE rater_id = ? AND item_id = ? AND occasion = ?',
    rater,
    item,
    occasion,
  ) !== undefined;

interface HeldRow {
  item_id: number;
  kind: PlannedShowing['kind'];
  is_lost: number;
}

const HELD = `SELECT a.item_id, a.kind, (x.assignment_id IS NOT NULL AND r.status IS NOT 'submitted') AS is_lost
  FROM assignment a LEFT JOIN assignment_release x ON x.assignment_id = a.id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  WHERE a.rater_id = ?`;

/** What a rater has been given so far, by name; nothing for one who is new. */
export function heldBy(db: ReadConnection, name: string): Had {
  const rater = raterByName(db, name);
  const rows = rater ? all<HeldRow>(db, HELD, rater.id) : [];
  const own = rows.filter(({ is_lost }) => is_lost === 0);
  const itemsOf = (held: readonly HeldRow[]): Set<number> => new Set(held.map(({ item_id }) => item_id));
  return {
    items: itemsOf(own),
    lost: itemsOf(rows.filter(({ is_lost }) => is_lost === 1)),
    repeats: own.filter(({ kind }) => kind === 'repeat').length,
  };
}

interface WorkRow {
  rater: string;
  item_id: number;
  occasion: number;
  is_done: number;
}

const WORK = `SELECT p.name AS rater, a.item_id, a.occasion, (r.status IS NOT NULL AND r.status <> 'draft') AS is_done
  FROM assignment a JOIN rater p ON p.id = a.rater_id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  LEFT JOIN assignment_release x ON x.assignment_id = a.id
  WHERE a.sample_id = ? AND (x.assignment_id IS NULL OR r.status = 'submitted') ORDER BY p.name COLLATE NOCASE, a.position`;

/** Who has what of a sample, and how many of its items each two of them share. */
export function stateOfWork(db: ReadConnection, uuid: string): OutputOf<'assign.state'> {
  const sample = sampleItems(db, uuid);
  const known = new Set(sample.items);
  const names: string[] = [];
  const work: { rater: string; open: number; done: number }[] = [];
  const holders = new Map<number, number[]>();
  for (const row of all<WorkRow>(db, WORK, sample.id)) {
    if (names.at(-1) !== row.rater) {
      names.push(row.rater);
      work.push({ rater: row.rater, open: 0, done: 0 });
    }
    const own = work.at(-1);
    if (own) own[row.is_done === 1 ? 'done' : 'open'] += 1;
    if (row.occasion === 0 && known.has(row.item_id))
      holders.set(row.item_id, [...(holders.get(row.item_id) ?? []), names.length - 1]);
  }
  const shared = new SharedItems(names.length);
  for (const raters of holders.values()) shared.add(raters);
  return { raters: work, pairs: shared.pairs(names) };
}
