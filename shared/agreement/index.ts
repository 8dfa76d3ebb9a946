export { bootstrapAlpha } from './bootstrap.ts';
export { krippendorffAlpha } from './krippendorff-alpha.ts';
export { type MatrixOptions, parseMatrix } from './matrix.ts';
export { type ProjectReportOptions, projectReport } from './project-report.ts';
export { agreementReport, type ReportOptions } from './report.ts';
export {
  type AgreementReport,
  agreementReportSchema,
  type DimensionReport,
  dimensionReportSchema,
  type ReportedStatistic,
} from './schema.ts';
export { type Ssa, type SsaEstimate, ssa } from './ssa.ts';
export { type Interval, REASONS, type Reason, type Statistic } from './statistic.ts';
export {
  type RatedDimension,
  type RatedRubric,
  type RatingsMatrix,
  type RatingTuple,
  tableFromMatrix,
  tableFromRatings,
} from './table.ts';
export { LEVELS, type Level, type UnitTable, type Value } from './unit-table.ts';
