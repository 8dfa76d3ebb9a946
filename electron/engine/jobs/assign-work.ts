import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { planWork } from '../../../shared/sampling/assign.ts';
import type { JobContext } from '../lanes.ts';
import { sampleItems } from '../store/samples.ts';
import { readGold } from './import-ratings.ts';

/** Plans who rates what, in which order, and stores the plan. */
export async function assignWork(
  context: JobContext,
  input: ParsedInputOf<'assign.plan'>,
): Promise<OutputOf<'assign.plan'>> {
  const raters = distinct(input.raters);
  if (input.overlap > raters.length)
    throw new Fault(
      'OVERLAP_TOO_LARGE',
      `${input.overlap} raters an item were asked for, and ${raters.length} named.`,
    );
  const sample = sampleItems(context.db, input.sample);
  const gold = input.gold === undefined ? [] : await storeGold(context, input.gold);
  const { queues, smallestPair } = planWork({ ...input, raters, items: sample.items, gold });
  const { perRater, showings } = await context.act('assignments.store', {
    sampleId: sample.id,
    sampleUuid: input.sample,
    overlap: input.overlap,
    seed: String(input.seed),
    queues: [...queues].map(([rater, showings]) => ({ rater, showings })),
  });
  const of = (kind: string): number => showings.filter((showing) => showing.kind === kind).length;
  return {
    assignments: showings.length,
    per_rater: perRater,
    items: new Set(showings.map(({ item }) => item)).size,
    smallest_pair: smallestPair,
    gold: of('gold'),
    repeats: of('repeat'),
  };
}

/** Names that differ in the case of their letters alone are one rater's, as the project has it. */
function distinct(names: readonly string[]): string[] {
  const folded = names.map((name) => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
  return names.filter((_name, index) => folded.indexOf(folded[index] ?? '') === index);
}

async function storeGold(context: JobContext, file: string): Promise<number[]> {
  const ratings = await readGold(context, file);
  const { items } = await context.act('gold.store', { ratings });
  return items;
}
