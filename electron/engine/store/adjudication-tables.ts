import { cellReader, type RatedDimension } from '../../../shared/agreement/cell-value.ts';
import {
  candidateItem,
  comparisonRubric,
  comparisonTuples,
  ofCandidate,
  PREFERENCE_STRENGTH,
} from '../../../shared/agreement/comparison-tuples.ts';
import {
  consensusOf,
  dawidSkene,
  judgementsOf,
  type RatedRubric,
  type RatingTuple,
  ratingScale,
  type UnitConsensus,
  type UnitTable,
  type Value,
} from '../../../shared/agreement/index.ts';
import { indexRatings } from '../../../shared/agreement/rating-index.ts';
import { tableFromIndex } from '../../../shared/agreement/table.ts';
import type { AdjudicationRule, AdjudicationUnit } from '../../../shared/domain/adjudication.ts';
import { PREFERENCE } from '../../../shared/domain/comparison.ts';
import { dimensionLabel, type RatingValue, type Rubric } from '../../../shared/domain/rubric.ts';
import type { ReadConnection } from '../db/connection.ts';
import { type Acted, allEvents, standingByUnit } from './adjudications.ts';
import { readCompared } from './compared.ts';
import { valuesUnder } from './newest-ratings.ts';
import { readTuples } from './ratings.ts';

/** The units of one dimension: what a lead may be asked about, and what ratings and decisions come to. */
export interface DimensionUnits {
  /** As reports call it: those of candidates are told apart. */
  dimension: string;
  label: string;
  table: UnitTable;
  /** Chances of each category for each unit, where a model was chosen and could be fitted. */
  posterior: Float64Array | undefined;
  unitOf(label: string | number): AdjudicationUnit;
  /** The value behind a category. */
  valueBehind(cell: Value): RatingValue;
  /** What ratings alone come to, unit by unit as in the table. */
  ofRatings(): UnitConsensus[];
}

type Source = readonly [rubric: RatedRubric, tuples: readonly RatingTuple[]];

/** Every dimension that can be decided, with the units that were rated on it. */
export function dimensionUnits(db: ReadConnection, rubric: Rubric, rule: AdjudicationRule): DimensionUnits[] {
  const compared = readCompared(db, rubric);
  const sources: Source[] = [[rubric, readTuples(db, rubric)]];
  if (compared.length > 0) sources.push([comparisonRubric(rubric, compared), comparisonTuples(compared)]);
  return sources.flatMap(([asked, tuples]) => {
    const index = indexRatings(tuples);
    return asked.dimensions.flatMap((entry): DimensionUnits[] => {
      // How strong a preference is follows from the preference, and free text has no value to decide.
      if (entry.kind === 'text' || entry.id === PREFERENCE_STRENGTH) return [];
      const table = tableFromIndex(index, entry.id, asked);
      const posterior = posteriorOf(table, rule);
      const ofRatings = (): UnitConsensus[] => consensusOf(table, { posterior, ties: rule.ties });
      return [
        {
          dimension: entry.id,
          label: dimensionLabel(entry),
          table,
          posterior,
          unitOf: unitReader(entry.id),
          valueBehind: valueReader(entry, tuples),
          ofRatings,
        },
      ];
    });
  });
}

function posteriorOf(table: UnitTable, { model }: AdjudicationRule): Float64Array | undefined {
  if (model === 'votes') return undefined;
  const judgements = judgementsOf(table);
  if (model === 'rating_scale' && table.ranks !== null) {
    const scale = ratingScale(judgements);
    return 'chance' in scale ? scale.chance : undefined;
  }
  const fitted = dawidSkene(judgements);
  return 'posterior' in fitted ? fitted.posterior : undefined;
}

const OF_CANDIDATE = ofCandidate('');

/** The unit that a label of a table names. */
function unitReader(dimension: string): DimensionUnits['unitOf'] {
  const own = dimension.startsWith(OF_CANDIDATE) ? dimension.slice(OF_CANDIDATE.length) : dimension;
  return (label) => {
    const [item = '', number] = String(label).split('#');
    return { item, candidate: number === undefined ? null : Number(number), dimension: own };
  };
}

/** The label of a unit in its table. */
export const labelOf = ({ item, candidate }: AdjudicationUnit): string =>
  candidate === null ? item : candidateItem(item, candidate);

/** Where several options can be chosen, a category stands for a list; elsewhere it is the value. */
function valueReader(entry: RatedDimension, tuples: readonly RatingTuple[]): DimensionUnits['valueBehind'] {
  const reader = entry.kind === 'categories' ? cellReader(entry) : null;
  if (!reader) return (cell) => cell;
  const lists = new Map<Value, RatingValue>();
  for (const { values } of tuples) {
    const given = values[entry.id];
    if (typeof given !== 'object' || given === null) continue;
    const cell = reader.cell(given);
    if (cell !== null && !lists.has(cell)) lists.set(cell, [...given]);
  }
  return (cell) => lists.get(cell) ?? cell;
}

/** Decisions that stand under the rubric in force, by unit: one made on a scale that is another now counts no more. */
export function standingUnder(db: ReadConnection, rubric: Rubric): Map<string, Acted> {
  const under = valuesUnder(db, rubric);
  const standing = standingByUnit(allEvents(db));
  for (const [key, { action, unit, rubric: made }] of standing) {
    if (action.kind !== 'decide' || unit.dimension === PREFERENCE || action.value === null) continue;
    if (under(made, { [unit.dimension]: action.value }).leftOut.length > 0) standing.delete(key);
  }
  return standing;
}
