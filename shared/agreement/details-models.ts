import { eachConsensus } from './consensus.ts';
import { type DawidSkene, dawidSkene } from './dawid-skene.ts';
import type { DetailParts, DimensionDetails } from './details-schema.ts';
import { dawidSkeneSentence, ratingScaleSentence } from './details-words.ts';
import type { ReportEvidence } from './evidence.ts';
import { groupsOf, type Judgements, judgementsOf, linkedRaters } from './judgements.ts';
import { type RatingScale, ratingScale } from './rating-scale.ts';
import type { NoValue } from './statistic.ts';
import type { UnitTable } from './unit-table.ts';
import { sentenceFor } from './words.ts';

type ModelDetails = Pick<DimensionDetails, 'dawid_skene' | 'rating_scale' | 'consensus'>;

/** Both models and the consensus values, as far as they say something about all units. */
export function modelDetails(table: UnitTable, dimension: string, evidence: ReportEvidence): ModelDetails {
  const judgements = judgementsOf(table);
  const groups = groupsOf(judgements);
  const skene = dawidSkene(judgements, {}, groups);
  const ordered = table.level !== 'nominal' && table.ranks !== null;
  const posterior = 'posterior' in skene ? skene.posterior : undefined;
  return {
    dawid_skene: dawidSkeneTold(table, skene),
    ...(ordered
      ? {
          rating_scale: ratingScaleTold(
            table,
            judgements,
            ratingScale(judgements, { ranks: table.ranks ?? undefined }, groups),
          ),
        }
      : {}),
    consensus: consensusSummary(table, dimension, evidence, posterior),
  };
}

const atMostOne = (share: number): number => Math.min(1, Math.max(0, share));

function dawidSkeneTold(table: UnitTable, model: DawidSkene | NoValue): DetailParts['dawid_skene'] {
  if (!('posterior' in model))
    return { ...model, sentence: sentenceFor('The model of Dawid and Skene', model, '') };
  const q = table.categories.length;
  const value = atMostOne(likeliest(model.posterior, q));
  return {
    value,
    sentence: dawidSkeneSentence(value),
    prevalence: table.categories.map((category, k) => ({
      value: category,
      share: atMostOne(model.prevalence[k] ?? 0),
    })),
    raters: table.raters.map((rater, index) => ({
      rater,
      accuracy: atMostOne(model.accuracy[index] ?? 0),
      confusion: rows(model.confusion[index], q),
    })),
    log_likelihood: model.logLikelihood,
    rounds: model.rounds,
    converged: model.converged,
  };
}

const rows = (matrix: Float64Array | undefined, q: number): number[][] =>
  Array.from({ length: q }, (_, row) =>
    Array.from({ length: q }, (__, column) => atMostOne(matrix?.[row * q + column] ?? 0)),
  );

/** Mean over units of the chance of the likeliest category. */
function likeliest(posterior: Float64Array, q: number): number {
  let sum = 0;
  for (let from = 0; from < posterior.length; from += q) sum += highest(posterior, from, q);
  return sum / (posterior.length / q);
}

function ratingScaleTold(
  table: UnitTable,
  judgements: Judgements,
  model: RatingScale | NoValue,
): DetailParts['rating_scale'] {
  if (!('measure' in model)) return { ...model, sentence: sentenceFor('The rating scale model', model, '') };
  const category = (place: number) => table.categories[model.used[place] ?? 0] ?? '';
  const value = atMostOne(model.reliability);
  return {
    value,
    sentence: ratingScaleSentence(value),
    spread: model.spread,
    thresholds: Array.from(model.thresholds, (logits, place) => ({
      from: category(place),
      to: category(place + 1),
      logits,
    })),
    raters: table.raters.map((rater, index) => ({
      rater,
      severity: model.severity[index] ?? 0,
      se: model.severitySe[index] ?? 0,
      fit: model.fit[index] ?? 1,
    })),
    linked: linkedRaters(judgements).map((group) => group.map((index) => table.raters[index] ?? '')),
    log_likelihood: model.logLikelihood,
    rounds: model.rounds,
    converged: model.converged,
  };
}

function consensusSummary(
  table: UnitTable,
  dimension: string,
  { adjudicated, ties = 'model' }: ReportEvidence,
  posterior: Float64Array | undefined,
): DetailParts['consensus'] {
  const q = table.categories.length;
  const sources: DetailParts['consensus']['sources'] = {};
  let [open, disputed, compared, agrees] = [0, 0, 0, 0];
  eachConsensus(
    table,
    { adjudicated: adjudicated?.get(dimension), posterior, ties },
    (unit, chosen, ratings, agreeing) => {
      const { code, source } = chosen;
      if (source === null) open++;
      else sources[source] = (sources[source] ?? 0) + 1;
      if (agreeing < ratings) disputed++;
      if (posterior === undefined || code === null || (source !== 'majority' && source !== 'median')) return;
      compared++;
      if ((posterior[unit * q + code] ?? 0) >= highest(posterior, unit * q, q)) agrees++;
    },
  );
  return { ties, sources, open, disputed, model_agrees: compared === 0 ? null : agrees / compared };
}

function highest(chances: Float64Array, from: number, size: number): number {
  let best = 0;
  for (let k = from; k < from + size; k++) best = Math.max(best, chances[k] ?? 0);
  return best;
}
