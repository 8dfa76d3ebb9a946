import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { canonical } from '../../../shared/domain/canonical.ts';
import { readRatingBody } from '../../../shared/domain/rating-body.ts';
import type { Dimension, Rubric } from '../../../shared/domain/rubric.ts';
import { isMarked } from '../../../shared/domain/value.ts';
import { seededRandom, shuffled } from '../../../shared/sampling/random.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import type { JobContext } from '../lanes.ts';
import { listAuditSamples } from '../store/audit-samples.ts';
import { currentRubric } from '../store/project.ts';

/** The dimension that a bias sample is about: the one named bias, else the one whose values carry categories. */
function biasDimension(rubric: Rubric): Dimension {
  const found =
    rubric.dimensions.find(({ id }) => id === 'bias') ??
    rubric.dimensions.find(({ categories }) => categories);
  if (found) return found;
  throw new Fault(
    'AUDIT_SAMPLE_EMPTY',
    `The rubric ${rubric.id} has no bias dimension.`,
    undefined,
    'Bias samples need a dimension named bias, or one with categories.',
  );
}

interface RatedItem {
  id: number;
  ref: string;
  marked: boolean;
}

/** Every rated item, with whether any rater marked or flagged it; in the order of their content. */
function ratedItems(db: ReadConnection, dimension: Dimension): RatedItem[] {
  const items = new Map<number, RatedItem>();
  const rows = each<{ id: number; ref: string; flagged: number; body: string }>(
    db,
    `SELECT i.id, i.ref, r.flagged, r.body FROM rating r JOIN item i ON i.id = r.item_id
     WHERE r.status = 'submitted' ORDER BY i.ref`,
  );
  for (const { id, ref, flagged, body } of rows) {
    const { values, candidates } = readRatingBody(body);
    const given = [values, ...Object.values(candidates).map((candidate) => candidate.values)];
    const marked = flagged === 1 || given.some((own) => isMarked(dimension, own[dimension.id]));
    items.set(id, { id, ref, marked: marked || items.get(id)?.marked === true });
  }
  return [...items.values()];
}

/** Draws a bias sample: every marked item, and a random share of the unmarked ones, in an order that does not tell which is which. */
export async function drawAuditSample(
  context: JobContext,
  { unmarked, seed }: ParsedInputOf<'audit.draw'>,
): Promise<OutputOf<'audit.draw'>> {
  const dimension = biasDimension(currentRubric(context.db));
  const rated = ratedItems(context.db, dimension);
  if (rated.length === 0) throw new Fault('AUDIT_SAMPLE_EMPTY', 'No answer has been rated yet.');
  const rest = rated.filter(({ marked }) => !marked);
  const chosen = [
    ...rated.filter(({ marked }) => marked),
    ...shuffled(rest, seededRandom(`${seed}/unmarked`)).slice(0, unmarked),
  ];
  if (chosen.length === 0)
    throw new Fault('AUDIT_SAMPLE_EMPTY', 'No item is marked, and no unmarked ones were asked for.');
  const entries = shuffled(chosen, seededRandom(`${seed}/order`));
  const digest = sha256Hex(
    canonical({
      seed: String(seed),
      unmarked,
      dimension: dimension.id,
      population: sha256Hex(rated.map(({ ref, marked }) => `${ref} ${marked}`).join('\n')),
      drawn: entries.map(({ ref }) => ref),
    }),
  );
  const { sample } = await context.act('auditSample.store', {
    seed: String(seed),
    dimension: dimension.id,
    unmarked,
    digest,
    entries: entries.map(({ id, marked }) => ({ item: id, marked })),
  });
  const stored = listAuditSamples(context.db).find(({ id }) => id === sample);
  if (!stored) throw new Error(`bias sample ${sample} was stored and cannot be read`);
  return stored;
}
