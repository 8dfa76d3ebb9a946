import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import type { SampleCheck } from '../../../shared/contract/sampling.ts';
import { allocateBy } from '../../../shared/sampling/allocation.ts';
import { draw } from '../../../shared/sampling/draw.ts';
import { populations } from '../../../shared/sampling/frame.ts';
import { strategyOf } from '../../../shared/sampling/parameters.ts';
import type { JobContext } from '../lanes.ts';
import { readFrame, type StoredFrame } from '../store/frame.ts';
import type { IdSet } from '../store/id-set.ts';
import { answersBefore, readDrawnSample, type StoredDraw } from '../store/samples.ts';
import { waitingFor } from './draw-sample.ts';
import { sampleDigest } from './sample-digest.ts';

/** Draws a sample again, from the answers there were then, and compares it with what is stored; and those with the answers there are now. */
export async function verifySample(
  context: JobContext,
  { sample }: ParsedInputOf<'sample.verify'>,
): Promise<OutputOf<'sample.verify'>> {
  const { db, signal } = context;
  const stored = readDrawnSample(db, sample);
  const now = await readFrame(db, stored.parameters, waitingFor(context), { leftOut: stored.leftOut });
  signal.throwIfAborted();
  const then = stored.frame ?? answersBefore(db, stored.createdAt, now.messages);
  const added = now.messages.reduce((sum, id) => sum + (then.has(id) ? 0 : 1), 0);
  const removed = then.size - (now.messages.length - added);
  const frame = added === 0 && removed === 0 ? now : await frameOf(context, stored, then);
  signal.throwIfAborted();
  const again = drawAgain(frame, stored);
  const wanted = new Set(stored.refs);
  const same = again.refs.filter((ref) => wanted.has(ref)).length;
  const isReproduced = again.digest === stored.digest && again.refs.join() === stored.refs.join();
  const found = {
    sample,
    result: resultOf(isReproduced, added === 0 && removed === 0, stored.strata, again.sizes),
    digest: stored.digest,
    digest_again: again.digest,
    population: {
      at_draw: stored.parameters.comparisons ? frame.size : then.size,
      now: now.size,
      added,
      removed,
    },
    items: { same, missing: stored.refs.length - same, other: again.refs.length - same },
  };
  return { ...found, sentence: sentenceOf(found) };
}

function resultOf(
  isReproduced: boolean,
  isUnchanged: boolean,
  strata: StoredDraw['strata'],
  sizes: ReadonlyMap<string, number>,
): SampleCheck['result'] {
  if (isReproduced) return isUnchanged ? 'same' : 'population_changed';
  const hasSameStrata =
    strata.length === sizes.size && strata.every(({ key, population }) => sizes.get(key) === population);
  return hasSameStrata ? 'differs' : 'population_changed';
}

/** Just the answers that there were, whatever is known of them by now. */
const frameOf = (context: JobContext, { parameters }: StoredDraw, only: IdSet): Promise<StoredFrame> =>
  readFrame(
    context.db,
    { ...parameters, where: '', answers: 'all', candidatesOnly: false },
    waitingFor(context),
    { only },
  );

function drawAgain(
  frame: StoredFrame,
  { said, parameters, spreads }: StoredDraw,
): { refs: string[]; digest: string; sizes: Map<string, number> } {
  const { size, minPerStratum: minimum, allocation: rule, seed } = parameters;
  const sizes = populations(frame);
  const strata = allocateBy(sizes, { rule, size, minimum, spreads });
  const drawn = draw(frame, strata, seed, strategyOf(parameters));
  return {
    refs: drawn.map(({ answer }) => frame.ref(answer)),
    digest: sampleDigest(frame, { said, spreads }, drawn),
    sizes,
  };
}

const answers = (count: number): string => `${count} ${count === 1 ? 'answer' : 'answers'}`;

function sentenceOf({ result, population, items }: Omit<SampleCheck, 'sentence'>): string {
  const { added, removed } = population;
  const changes = [
    ...(added > 0 ? [`${answers(added)} came to the population since`] : []),
    ...(removed > 0
      ? [`${answers(removed)} of it no longer meet${removed === 1 ? 's' : ''} the filter`]
      : []),
  ].join(', and ');
  if (result === 'same') return 'The draw comes out the same again, from the same answers.';
  const drawn = `${items.same} of ${items.same + items.missing} items come out again`;
  if (result === 'population_changed' && items.missing + items.other > 0)
    return `What is known of these answers has changed, and with it the strata: ${drawn}${changes === '' ? '' : `; ${changes}`}.`;
  if (result === 'population_changed')
    return `The draw comes out the same again from the answers there were. ${changes}.`;
  return `The draw does not come out as it is stored: ${drawn}${changes === '' ? '' : `; ${changes}`}.`;
}
