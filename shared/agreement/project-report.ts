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
): AgreementReport => drained(reportOn(indexRatings(tuples), rubric, options, () => ({})));

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
  return drained(detailedReportSteps(tuples, rubric, evidence, options));
}

/** How many dimensions are done, of how many. */
export interface ReportStep {
  done: number;
  total: number;
}

/**
 * The same a dimension at a time: after each, whoever asked can do something else, or leave the rest.
 * @throws Fault INVALID_INPUT where the rubric has no such dimension.
 */
export function* detailedReportSteps<Tuple extends DetailedTuple>(
  tuples: readonly Tuple[],
  rubric: RatedRubric,
  evidence: ReportEvidence,
  options: ProjectReportOptions<Tuple> = {},
): Generator<ReportStep, AgreementReport> {
  const index = indexRatings(tuples);
  const sources = detailSources(index, evidence);
  const rated = ssaOf(index, rubric);
  const { bootstrap } = options;
  return {
    ...(yield* reportOn(index, rubric, options, (id, table) =>
      dimensionDetails(sources, id, rubric, table, bootstrap),
    )),
    raters: raterCardsOf(index),
    ...(rated.value === null && rated.reason === 'level' ? {} : { ssa: rated }),
  };
}

function drained(steps: Generator<ReportStep, AgreementReport>): AgreementReport {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* reportOn<Tuple extends RatingTuple>(
  all: RatingIndex<Tuple>,
  rubric: RatedRubric,
  { by, dimension, ...options }: ProjectReportOptions<Tuple>,
  detailsOf: (dimension: string, table: UnitTable) => DimensionDetails,
): Generator<ReportStep, AgreementReport> {
  const slices = by && slicesOf(all.tuples, by).map(([key, some]) => ({ key, index: indexRatings(some) }));
  const dimensions: AgreementReport['dimensions'] = [];
  const ids = dimensionsOf(rubric, dimension);
  for (const id of ids) {
    const table = tableFromIndex(all, id, rubric);
    const own = { dimension: id, ...agreementReport(table, options), ...detailsOf(id, table) };
    const sliced = slices?.map(({ key, index }) => ({
      key,
      ...agreementReport(tableFromIndex(index, id, rubric), options),
    }));
    dimensions.push(sliced ? { ...own, slices: sliced } : own);
    yield { done: dimensions.length, total: ids.length };
  }
  return { rubric: `${rubric.id}@${rubric.version}`, dimensions };
}

const dimensionsOf = ({ dimensions }: RatedRubric, only: string | undefined): string[] =>
  only === undefined ? dimensions.map(({ id }) => id) : [only];

function slicesOf<Tuple>(tuples: readonly Tuple[], by: (tuple: Tuple) => string | null): [string, Tuple[]][] {
  return [...groupedBy(tuples, by)]
    .flatMap(([key, some]): [string, Tuple[]][] => (key === null ? [] : [[key, some]]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
