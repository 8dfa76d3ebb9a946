import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { draw } from '../../../shared/sampling/draw.ts';
import { stated, strategyOf } from '../../../shared/sampling/parameters.ts';
import { allocations, planDraw, refuseContradictions } from '../../../shared/sampling/plan.ts';
import type { JobContext } from '../lanes.ts';
import { countFrame, countPopulation } from '../store/count-population.ts';
import { readFrame, type StoredFrame } from '../store/frame.ts';
import { IdSet } from '../store/id-set.ts';
import { spreadsOf } from '../store/spreads.ts';
import type { Waiting } from '../store/stretches.ts';
import { sampleDigest } from './sample-digest.ts';

/** What a draw would give: the population and the share of each stratum, and what that is worth. */
export async function planSample(
  context: JobContext,
  { rate, ...parameters }: ParsedInputOf<'sample.plan'>,
): Promise<OutputOf<'sample.plan'>> {
  const { db } = context;
  refuseContradictions(parameters);
  let asked: DrawParameters = parameters;
  let counted = await countPopulation(db, asked, waitingFor(context));
  if (counted.strata.length === 0 && counted.leftOut.rated > 0) {
    asked = amongRated(parameters);
    counted = await countPopulation(db, asked, waitingFor(context));
  }
  return planDraw({ ...counted, spreads: spreadsOf(db, asked) }, asked, rate);
}

/** Rated answers are passed over as long as there are others; where none is left, they are what there is to draw from. */
const amongRated = (parameters: DrawParameters): DrawParameters => ({ ...parameters, includeRated: true });

/** Draws a sample and stores it. */
export async function drawSample(
  context: JobContext,
  given: ParsedInputOf<'sample.draw'>,
): Promise<OutputOf<'sample.draw'>> {
  const { db, signal } = context;
  refuseContradictions(given);
  let parameters: DrawParameters = given;
  let frame = await readFrame(db, parameters, waitingFor(context));
  if (frame.size === 0 && frame.passedOver.rated > 0) {
    parameters = amongRated(given);
    frame = await readFrame(db, parameters, waitingFor(context));
  }
  signal.throwIfAborted();
  if (frame.size === 0) throw nothingToDraw(frame, parameters);
  const spreads = spreadsOf(db, parameters);
  const strata = allocations({ ...countFrame(frame), spreads }, parameters);
  const drawn = draw(frame, strata, parameters.seed, strategyOf(parameters));
  const digest = sampleDigest(frame, { said: stated(parameters), spreads }, drawn);
  const { sample } = await context.act('sample.store', {
    parameters,
    spreads,
    population: frame.size,
    strata,
    digest,
    frame: IdSet.of(frame.messages).packed(),
    leftOut: IdSet.of([...frame.leftOut.rated, ...frame.leftOut.sampled]).packed(),
    drawn: drawn.map(({ answer, stratum, inclusion }) => ({
      messages: frame.drawn(answer),
      stratum,
      inclusion,
    })),
  });
  return { sample, items: drawn.length, population: frame.size, strata, digest };
}

/** Says how many conversations have been looked at, and listens for cancel. */
export const waitingFor = ({ progress, signal }: Pick<JobContext, 'progress' | 'signal'>): Waiting => ({
  signal,
  tick: (done, total) => progress({ phase: 'reading the answers', done, total, unit: 'records' }),
});

function nothingToDraw({ passedOver }: StoredFrame, { comparisons }: DrawParameters): Fault {
  const { rated, sampled } = passedOver;
  if (rated + sampled === 0 && comparisons)
    return new Fault(
      'SAMPLE_EMPTY',
      'No context has two answers that meet the filter, so there is nothing to compare.',
      undefined,
      'Import transcripts with several candidate answers to one context, or loosen the filter.',
    );
  if (rated + sampled === 0)
    return new Fault('SAMPLE_EMPTY', 'No answer meets the filter, so there is nothing to draw from.');
  return new Fault(
    'SAMPLE_EMPTY',
    `Each of the ${rated + sampled} ${comparisons ? 'comparisons' : 'answers'} that meet the filter has been ${rated > 0 ? 'rated' : 'sampled'} already.`,
    undefined,
    'Ask for answers that have been rated or sampled too, or loosen the filter.',
  );
}
