import { comparisonRubric, comparisonTuples } from '../../../shared/agreement/comparison-tuples.ts';
import { comparisonFigures } from '../../../shared/agreement/comparisons.ts';
import {
  detailedReport,
  projectReport,
  type ReportOptions,
  withVersions,
} from '../../../shared/agreement/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { MISSING } from '../../../shared/sampling/stratum-value.ts';
import type { ReadConnection } from '../db/connection.ts';
import type { JobContext } from '../lanes.ts';
import { type ComparedTuple, readCompared } from '../store/compared.ts';
import { itemSlices } from '../store/item-slices.ts';
import { openingOf } from '../store/opening.ts';
import { currentRubric } from '../store/project.ts';
import { type RatedTuple, readEvidence, readTuples } from '../store/ratings.ts';

/** The agreement report of the project: what the screen draws, the command line prints and exports quote. */
export function reportAgreement(
  { db, progress }: JobContext,
  { dimension, by, bootstrap, seed, per }: ParsedInputOf<'agreement.report'>,
): OutputOf<'agreement.report'> {
  const rubric = currentRubric(db);
  progress({ phase: 'reading ratings', done: 0, total: null, unit: 'rows' });
  const { tuples, evidence } = readEvidence(db, rubric);
  const compared = readCompared(db, rubric);
  const ratings = tuples.length + compared.length;
  progress({ phase: 'computing agreement', done: ratings, total: ratings, unit: 'rows' });
  const sliceOf = by === undefined ? undefined : slicer(db, by);
  const options = { bootstrap: bootstrap > 0 ? { resamples: bootstrap, seed } : undefined };
  if (dimension !== undefined && isOfComparisons(rubric, compared, dimension))
    return comparisonReport(rubric, compared, { ...options, dimension, by: sliceOf });
  const report = withVersions(
    detailedReport(tuples, rubric, { ...evidence, per }, { ...options, dimension, by: sliceOf }),
    tuples,
  );
  if (dimension !== undefined || compared.length === 0) return report;
  const { dimensions, comparisons } = comparisonReport(rubric, compared, { ...options, by: sliceOf });
  return { ...report, dimensions: [...report.dimensions, ...dimensions], comparisons };
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
      return row ? [{ ...row, share, values: ratings }] : [];
    }),
  };
}
