import { agreementReport, type ReportOptions } from './report.ts';
import type { AgreementReport } from './schema.ts';
import { type RatedRubric, type RatingTuple, tableFromRatings } from './table.ts';

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
export function projectReport<Tuple extends RatingTuple>(
  tuples: readonly Tuple[],
  rubric: RatedRubric,
  options: ProjectReportOptions<Tuple> = {},
): AgreementReport {
  const ids = options.dimension === undefined ? rubric.dimensions.map(({ id }) => id) : [options.dimension];
  const slices = options.by && sliceBy(tuples, options.by);
  const reportOn = (some: readonly Tuple[], id: string) =>
    agreementReport(tableFromRatings(some, id, rubric), options);
  return {
    rubric: `${rubric.id}@${rubric.version}`,
    dimensions: ids.map((id) => ({
      dimension: id,
      ...reportOn(tuples, id),
      ...(slices ? { slices: slices.map(([key, some]) => ({ key, ...reportOn(some, id) })) } : {}),
    })),
  };
}

function sliceBy<Tuple>(tuples: readonly Tuple[], by: (tuple: Tuple) => string | null): [string, Tuple[]][] {
  const slices = new Map<string, Tuple[]>();
  for (const tuple of tuples) {
    const key = by(tuple);
    if (key === null) continue;
    const slice = slices.get(key);
    if (slice) slice.push(tuple);
    else slices.set(key, [tuple]);
  }
  return [...slices].sort(([a], [b]) => (a < b ? -1 : 1));
}
