import type { BootstrapOptions } from './bootstrap.ts';
import { labelSetsOf, markedAnswers, multiLabel, rubricVersions, spansOf } from './details-content.ts';
import { modelDetails } from './details-models.ts';
import { driftOf, gold, intraRater, leniencyOf } from './details-raters.ts';
import type { DimensionDetails } from './details-schema.ts';
import { dimensionReader, type RatedRubric, type RatingTuple } from './dimension-value.ts';
import type { DetailedTuple, ReportEvidence } from './evidence.ts';
import type { GoldAnswer } from './gold-accuracy.ts';
import type { RatingIndex } from './rating-index.ts';
import type { RepeatedValue } from './self-agreement.ts';
import { seriesOf } from './series.ts';
import type { TableSpec, UnitTable } from './unit-table.ts';

/** What the details of all dimensions are made from. */
export interface DetailSources {
  index: RatingIndex<DetailedTuple>;
  /** When each rating was given, and the places of the ratings in the order of time. */
  times: Float64Array;
  order: Int32Array;
  /** Each hidden repeat with the rater's own rating of the item before it, counted or of a known answer. */
  repeats: { first: RatingTuple; again: RatingTuple }[];
  evidence: ReportEvidence;
}

export function detailSources(index: RatingIndex<DetailedTuple>, evidence: ReportEvidence): DetailSources {
  const { length } = index.tuples;
  const times = new Float64Array(length);
  const order = new Int32Array(length);
  let inOrder = true;
  for (let i = 0; i < length; i++) {
    times[i] = index.tuples[i]?.at ?? 0;
    order[i] = i;
    if (i > 0 && (times[i] ?? 0) < (times[i - 1] ?? 0)) inOrder = false;
  }
  return {
    index,
    times,
    order: inOrder ? order : order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b),
    repeats: repeatedRatings(index, evidence),
    evidence,
  };
}

function repeatedRatings(
  { tuples, units, unitOf }: RatingIndex,
  { repeats, goldRatings }: ReportEvidence,
): DetailSources['repeats'] {
  const items = new Set(repeats.map(({ item }) => item));
  if (items.size === 0) return [];
  const keyOf = ({ item, rater }: RatingTuple): string => `${item}\n${rater}`;
  const firsts = new Map(goldRatings.map((tuple) => [keyOf(tuple), tuple]));
  const repeated = units.map((item) => items.has(item));
  for (let i = 0; i < tuples.length; i++) {
    const tuple = tuples[i];
    if (tuple && repeated[unitOf[i] ?? 0]) firsts.set(keyOf(tuple), tuple);
  }
  return repeats.flatMap((again) => {
    const first = firsts.get(keyOf(again));
    return first ? [{ first, again }] : [];
  });
}

/**
 * What there is to say of a dimension beside the agreement of its raters: their agreement with themselves and with known
 * answers, leniency, drift, versions, categories, spans, and models of the truth. `table` is the dimension's table of the
 * counted ratings.
 */
export function dimensionDetails(
  { index, times, order, repeats: pairs, evidence }: DetailSources,
  dimension: string,
  rubric: RatedRubric,
  table: UnitTable,
  bootstrap?: BootstrapOptions | undefined,
): DimensionDetails {
  if (table.texts !== undefined || dimensionReader(dimension, rubric).cells === null) return {};
  const spec: TableSpec = { level: table.level, declared: table.categories };
  const repeats = repeatedValues(pairs, dimension, rubric);
  const known = goldAnswers(dimension, rubric, evidence);
  const sets = labelSetsOf(index, dimension, rubric);
  const answers = markedAnswers(index, dimension, rubric, evidence.lengths);
  const versions = rubricVersions(evidence.versions, dimension, rubric);
  const several = table.raters.length > 1;
  return {
    ...(repeats.length > 0 ? { intra_rater: intraRater(repeats, spec) } : {}),
    ...(known.length > 0 ? { gold: gold(known, spec) } : {}),
    ...(several ? { leniency: leniencyOf(table) } : {}),
    ...(several ? { drift: driftOf(table.raters, seriesOf(table, index, times, order), evidence.per) } : {}),
    ...(versions ? { rubric_versions: versions } : {}),
    ...(sets && sets.sets.length > 0 ? { multi_label: multiLabel(sets, bootstrap) } : {}),
    ...(answers ? { spans: spansOf(answers) } : {}),
    ...(table.units.length > 0 ? modelDetails(table, dimension, evidence) : {}),
  };
}

function repeatedValues(
  pairs: DetailSources['repeats'],
  dimension: string,
  rubric: RatedRubric,
): RepeatedValue[] {
  const { cellOf } = dimensionReader(dimension, rubric);
  return pairs.flatMap(({ first, again }) => {
    const [before, after] = [cellOf(first), cellOf(again)];
    return before === null || after === null ? [] : [{ rater: again.rater, first: before, again: after }];
  });
}

/** The answers to items whose answer is known on the dimension. */
function goldAnswers(
  dimension: string,
  rubric: RatedRubric,
  { gold: known, goldRatings }: ReportEvidence,
): GoldAnswer[] {
  const { cellOf } = dimensionReader(dimension, rubric);
  const answers = new Map(known.map(({ item, values }) => [item, cellOf({ item, rater: '', values })]));
  return goldRatings.flatMap((tuple) => {
    const right = answers.get(tuple.item) ?? null;
    const given = cellOf(tuple);
    return right === null || given === null ? [] : [{ rater: tuple.rater, gold: right, given }];
  });
}
