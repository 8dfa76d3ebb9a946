import { detailSources, dimensionDetails } from './details.ts';
import type { DimensionDetails } from './details-schema.ts';
import type { RatedRubric, RatingTuple } from './dimension-value.ts';
import type { DetailedTuple, ReportEvidence } from './evidence.ts';
import { groupedBy } from './grouped.ts';
import { raterCardsOf } from './rater-cards.ts';
import { indexRatings, type RatingIndex } from './rating-index.ts';
import { agreementReport, type ReportOptions } from './report.ts';
import type { AgreementReport } from './schema.ts';
import { ssaOf } from './ssa.ts';
import { tableFromIndex } from './table.ts';
import type { UnitTable } from './unit-table.ts';

export interface ProjectReportOptions<Tuple extends RatingTuple = RatingTuple> extends ReportOptions {
  /** Only this dimension. */
  dimension?: string | undefined;
  /** The slice a rating belongs to, such as its answer's model; null where it belongs to none. Absent: no slices. */
  by?: ((tuple: Tuple) => string | null) | undefined;
}

/**
 * The agreement of a project: a report for each dimension of the rubric, sliced where asked. Slices are in the order of
 * their keys. Gold items and repeats are left out by the caller.
 * @throws Fault INVALID_INPUT where the rubric has no such dimension.
 */
export const projectReport = <Tuple extends RatingTuple>(
  tuples: readonly Tuple[],
  rubric: RatedRubric,
  options: ProjectReportOptions<Tuple> = {},
): AgreementReport => reportOn(indexRatings(tuples), rubric, options, () => ({}));

/**
 * The same with all that can be said beside the agreement between raters: their agreement with themselves and with known answers,
 * leniency, drift, versions, categories, spans, models and consensus, each rater's pace, and SSA.
 * @throws Fault INVALID_INPUT where the rubric has no such dimension.
 */
export function detailedReport<Tuple extends DetailedTuple>(
  tuples: readonly Tuple[],
  rubric: RatedRubric,
  evidence: ReportEvidence,
  options: ProjectReportOptions<Tuple> = {},
): AgreementReport {
  const index = indexRatings(tuples);
  const sources = detailSources(index, evidence);
  const rated = ssaOf(index, rubric);
  const { bootstrap } = options;
  return {
    ...reportOn(index, rubric, options, (id, table) =>
      dimensionDetails(sources, id, rubric, table, bootstrap),
    ),
    raters: raterCardsOf(index),
    ...(rated.value === null && rated.reason === 'level' ? {} : { ssa: rated }),
  };
}

function reportOn<Tuple extends RatingTuple>(
  all: RatingIndex<Tuple>,
  rubric: RatedRubric,
  { by, dimension, ...options }: ProjectReportOptions<Tuple>,
  detailsOf: (dimension: string, table: UnitTable) => DimensionDetails,
): AgreementReport {
  const slices = by && slicesOf(all.tuples, by).map(([key, some]) => ({ key, index: indexRatings(some) }));
  return {
    rubric: `${rubric.id}@${rubric.version}`,
    dimensions: dimensionsOf(rubric, dimension).map((id) => {
      const table = tableFromIndex(all, id, rubric);
      const own = { dimension: id, ...agreementReport(table, options), ...detailsOf(id, table) };
      if (!slices) return own;
      const sliced = slices.map(({ key, index }) => ({
        key,
        ...agreementReport(tableFromIndex(index, id, rubric), options),
      }));
      return { ...own, slices: sliced };
    }),
  };
}

const dimensionsOf = ({ dimensions }: RatedRubric, only: string | undefined): string[] =>
  only === undefined ? dimensions.map(({ id }) => id) : [only];

function slicesOf<Tuple>(tuples: readonly Tuple[], by: (tuple: Tuple) => string | null): [string, Tuple[]][] {
  return [...groupedBy(tuples, by)]
    .flatMap(([key, some]): [string, Tuple[]][] => (key === null ? [] : [[key, some]]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
