import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { planWork } from '../../../shared/sampling/assign.ts';
import { distinctNames } from '../../../shared/sampling/names.ts';
import type { JobContext } from '../lanes.ts';
import { heldBy } from '../store/assignments.ts';
import { sampleItems } from '../store/samples.ts';
import { readGold } from './import-ratings.ts';

/** Plans who rates what, in which order, and stores the plan. What the raters have of the sample already counts towards the overlap. */
export async function assignWork(
  context: JobContext,
  input: ParsedInputOf<'assign.plan'>,
): Promise<OutputOf<'assign.plan'>> {
  const { names: raters, repeated } = distinctNames(input.raters);
  const overlap = input.calibration ? raters.length : input.overlap;
  if (overlap > raters.length) throw tooFew(overlap, raters.length, repeated);
  const sample = sampleItems(context.db, input.sample);
  const gold = input.gold === undefined ? [] : await storeGold(context, input.gold);
  const had = new Map(raters.map((name) => [name, heldBy(context.db, name)]));
  const { queues, pairs } = planWork({ ...input, overlap, raters, items: sample.items, gold, had });
  const { perRater, showings } = await context.act('assignments.store', {
    sampleId: sample.id,
    sampleUuid: input.sample,
    overlap,
    seed: String(input.seed),
    calibration: input.calibration,
    queues: [...queues].map(([rater, showings]) => ({ rater, showings })),
  });
  const of = (kind: string): number => showings.filter((showing) => showing.kind === kind).length;
  return {
    assignments: showings.length,
    per_rater: perRater,
    items: new Set(showings.map(({ item }) => item)).size,
    smallest_pair: pairs[0]?.items ?? null,
    pairs,
    gold: of('gold'),
    repeats: of('repeat'),
    repeated_names: repeated,
  };
}

function tooFew(overlap: number, named: number, repeated: readonly string[]): Fault {
  const again = repeated.length === 0 ? '' : `; ${repeated.join(', ')} came more than once`;
  return new Fault(
    'OVERLAP_TOO_LARGE',
    `${overlap} raters an item were asked for, and ${named} named${again}.`,
  );
}

async function storeGold(context: JobContext, file: string): Promise<number[]> {
  const ratings = await readGold(context, file);
  const { items } = await context.act('gold.store', { ratings });
  return items;
}
