import { setImmediate } from 'node:timers/promises';
import {
  comparisonRubric,
  comparisonTuples,
  ofCandidate,
} from '../../../shared/agreement/comparison-tuples.ts';
import { comparisonFigures } from '../../../shared/agreement/comparisons.ts';
import {
  type AgreementReport,
  detailedReportSteps,
  projectReport,
  type ReportOptions,
  type ReportStep,
  type Value,
  withVersions,
} from '../../../shared/agreement/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { AdjudicationUnit } from '../../../shared/domain/adjudication.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { MISSING } from '../../../shared/sampling/stratum-value.ts';
import type { ReadConnection } from '../db/connection.ts';
import type { JobContext } from '../lanes.ts';
import { standingUnder } from '../store/adjudication-tables.ts';
import { type ComparedTuple, readCompared } from '../store/compared.ts';
import { itemSlices } from '../store/item-slices.ts';
import { openingOf } from '../store/opening.ts';
import { currentRubric } from '../store/project.ts';
import { type RatedTuple, readEvidence, readTuples } from '../store/ratings.ts';
import { readSettings } from '../store/settings.ts';
import { ratingsDigest } from './agreement-digest.ts';

const OF_CANDIDATE = ofCandidate('');

type Asked = ParsedInputOf<'agreement.report'>;

/** The agreement report of the project: what the screen draws, the command line prints and exports quote. */
export const reportAgreement = (context: JobContext, asked: Asked): Promise<OutputOf<'agreement.report'>> =>
  agreementOf(context, asked);

/** The same with raters under other names: the names they are known by come nowhere into it. */
export async function agreementOf(
  context: JobContext,
  { dimension, by, bootstrap, seed, per, reproduction }: Asked,
  calledAs?: (rater: string) => string,
): Promise<AgreementReport> {
  const { db, progress } = context;
  const rubric = currentRubric(db);
  progress({ phase: 'reading ratings', done: 0, total: null, unit: 'rows' });
  const read = withDecisions(db, rubric, readEvidence(db, rubric));
  const readComparisons = readCompared(db, rubric);
  const ratings = read.tuples.length + readComparisons.length;
  const again = reproduction
    ? { digest: ratingsDigest(db, rubric, read.tuples, readComparisons), ratings, resamples: bootstrap, seed }
    : undefined;
  const { tuples, evidence, compared } = calledAs
    ? renamed(read, readComparisons, calledAs)
    : { ...read, compared: readComparisons };
  const sliceOf = by === undefined ? undefined : slicer(db, by);
  const options = { bootstrap: bootstrap > 0 ? { resamples: bootstrap, seed } : undefined };
  const whole = (report: AgreementReport): AgreementReport =>
    again ? { ...report, reproduction: again } : report;
  if (dimension !== undefined && isOfComparisons(rubric, compared, dimension))
    return whole(comparisonReport(rubric, compared, { ...options, dimension, by: sliceOf }));
  const report = withVersions(
    await inSteps(
      context,
      ratings,
      detailedReportSteps(tuples, rubric, { ...evidence, per }, { ...options, dimension, by: sliceOf }),
    ),
    tuples,
  );
  if (dimension !== undefined || compared.length === 0) return whole(report);
  const { dimensions, comparisons } = comparisonReport(rubric, compared, { ...options, by: sliceOf });
  return whole({ ...report, dimensions: [...report.dimensions, ...dimensions], comparisons });
}

/** Runs the steps, and between two of them tells how far it is, and hears whether the rest is still wanted. */
async function inSteps(
  { progress, signal }: JobContext,
  ratings: number,
  steps: Generator<ReportStep, AgreementReport>,
): Promise<AgreementReport> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    progress({
      phase: 'computing agreement',
      done: Math.round((ratings * done) / total),
      total: ratings,
      unit: 'rows',
    });
    await setImmediate();
    if (signal.aborted) throw new Fault('CANCELLED', 'The counting was cancelled.');
  }
}

type Read = ReturnType<typeof readEvidence>;

/** With what the lead decided of single answers, and the project's rule for ties. */
function withDecisions(db: ReadConnection, rubric: Rubric, read: Read): Read {
  const adjudicated = new Map<string, Map<string | number, Value>>();
  for (const { unit, action } of standingUnder(db, rubric).values()) {
    if (action.kind !== 'decide' || unit.candidate !== null) continue;
    const { value } = action;
    if (typeof value !== 'number' && typeof value !== 'string') continue;
    const own = adjudicated.get(unit.dimension) ?? new Map<string | number, Value>();
    adjudicated.set(unit.dimension, own.set(unit.item, value));
  }
  const { ties } = readSettings(db).adjudication;
  return { ...read, evidence: { ...read.evidence, adjudicated, ties } };
}

/** Ratings under the names that the report is to have. */
function renamed(
  { tuples, evidence }: Read,
  compared: readonly ComparedTuple[],
  calledAs: (rater: string) => string,
): Read & { compared: ComparedTuple[] } {
  const under = <Tuple extends { rater: string }>(some: readonly Tuple[]): Tuple[] =>
    some.map((one) => ({ ...one, rater: calledAs(one.rater) }));
  return {
    tuples: under(tuples),
    compared: under(compared),
    evidence: {
      ...evidence,
      repeats: under(evidence.repeats),
      goldRatings: under(evidence.goldRatings),
      versions: evidence.versions.map((one) => ({ ...one, tuples: under(one.tuples) })),
    },
  };
}

type Slicer = (tuple: Pick<RatedTuple, 'itemId'>) => string;

function slicer(db: ReadConnection, field: string): Slicer {
  const slices = itemSlices(db, field);
  return ({ itemId }) => slices.get(itemId) ?? MISSING;
}

const isOfComparisons = (rubric: Rubric, compared: readonly ComparedTuple[], dimension: string): boolean =>
  !rubric.dimensions.some(({ id }) => id === dimension) &&
  comparisonRubric(rubric, compared).dimensions.some(({ id }) => id === dimension);

/** The agreement on comparisons: dimensions of their own, beside those of single answers. */
function comparisonReport(
  rubric: Rubric,
  compared: readonly ComparedTuple[],
  { by, ...options }: ReportOptions & { dimension?: string; by: Slicer | undefined },
): OutputOf<'agreement.report'> {
  const asked = comparisonRubric(rubric, compared);
  const report = projectReport(comparisonTuples(compared), asked, {
    ...options,
    by: by && (({ of }) => by(of)),
  });
  return { ...report, comparisons: comparisonFigures(compared) };
}

/** The unit of a report's table as adjudication knows it. */
function unitNamed(label: string, reported: string): Required<AdjudicationUnit> {
  const [item = '', number] = label.split('#');
  const candidate = number === undefined ? null : Number(number);
  return {
    item,
    candidate,
    dimension: reported.startsWith(OF_CANDIDATE) ? reported.slice(OF_CANDIDATE.length) : reported,
  };
}

/** The units that cost most agreement on a dimension, with the opening words of their answers. */
export function reportCostlyUnits(
  { db }: JobContext,
  { dimension, limit }: ParsedInputOf<'agreement.costly'>,
): OutputOf<'agreement.costly'> {
  const rubric = currentRubric(db);
  const compared = readCompared(db, rubric);
  const options = { dimension, costlyUnits: limit };
  const report = isOfComparisons(rubric, compared, dimension)
    ? comparisonReport(rubric, compared, { ...options, by: undefined })
    : projectReport(readTuples(db, rubric), rubric, options);
  const units = report.dimensions[0]?.costly_units ?? [];
  return {
    units: units.flatMap(({ unit, share, ratings }) => {
      const row = openingOf(db, String(unit));
      return row ? [{ ...row, unit: unitNamed(String(unit), dimension), share, values: ratings }] : [];
    }),
  };
}
