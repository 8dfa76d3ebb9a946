import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { Result } from '../../../shared/contract/result.ts';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import { draw, type Population, plan, populationOf } from '../../../shared/sampling/draw.ts';
import { isField } from '../../../shared/sampling/facts.ts';
import type { ReadConnection } from '../db/connection.ts';
import { sha256Hex } from '../digest.ts';
import { asFault } from '../faults.ts';
import type { JobContext } from '../lanes.ts';
import { readCandidates, type StoredCandidate } from '../store/samples.ts';

type Parameters = ParsedInputOf<'sample.draw'>;

function readPopulation(db: ReadConnection, parameters: Parameters): Population<StoredCandidate> {
  const unknown = parameters.strata.find((field) => !isField(field));
  if (unknown !== undefined)
    throw new Fault('EXPRESSION_INVALID', `There is no field "${unknown}" to make strata of.`);
  return unwrap(populationOf(readCandidates(db), parameters));
}

function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw asFault(result.error);
}

/** What a draw would give: the population and the share of each stratum. */
export function planSample(db: ReadConnection, parameters: Parameters): OutputOf<'sample.plan'> {
  const population = readPopulation(db, parameters);
  const strata = plan(population, parameters);
  return {
    population: population.size,
    items: strata.reduce((sum, { drawn }) => sum + drawn, 0),
    strata,
  };
}

const toJson = (value: object): Json => JSON.parse(JSON.stringify(value));

/** SHA-256 over the parameters, the refs of the whole population and the refs drawn, all by content; 7 and "7" are one seed. */
function digestOf(
  parameters: Parameters,
  population: Population<StoredCandidate>,
  refs: readonly string[],
): string {
  const all = [...population.strata.values()].flat().map(({ ref }) => ref);
  const populationDigest = sha256Hex(all.sort().join('\n'));
  const asked = toJson({ ...parameters, seed: String(parameters.seed) });
  return sha256Hex(canonical({ parameters: asked, population: populationDigest, drawn: [...refs] }));
}

/** Draws a sample and stores it. */
export async function drawSample(
  context: JobContext,
  parameters: Parameters,
): Promise<OutputOf<'sample.draw'>> {
  context.progress({ phase: 'reading the answers', done: 0, total: null, unit: 'rows' });
  const population = readPopulation(context.db, parameters);
  if (population.size === 0)
    throw new Fault('SAMPLE_EMPTY', 'No answer meets the filter, so there is nothing to draw from.');
  const strata = plan(population, parameters);
  const drawn = draw(population, strata, parameters.seed);
  const digest = digestOf(
    parameters,
    population,
    drawn.map(({ candidate }) => candidate.ref),
  );
  const { sample } = await context.act('sample.store', {
    parameters,
    population: population.size,
    strata,
    digest,
    drawn: drawn.map(({ stratum, candidate }) => ({ stratum, messageId: candidate.messageId })),
  });
  return { sample, items: drawn.length, population: population.size, strata, digest };
}
