export { type AlphaBootstrap, type BootstrapOptions, bootstrapAlpha } from './bootstrap.ts';
export type { RatedDimension } from './cell-value.ts';
export {
  CONSENSUS_SOURCES,
  type ConsensusOptions,
  type ConsensusSource,
  consensusOf,
  TIE_RULES,
  type TieRule,
  type UnitConsensus,
} from './consensus.ts';
export { type DawidSkene, type DawidSkeneOptions, dawidSkene } from './dawid-skene.ts';
export type { DetailParts, DimensionDetails, RaterCards } from './details-schema.ts';
export {
  type DimensionReader,
  dimensionReader,
  type RatedRubric,
  type RatingTuple,
} from './dimension-value.ts';
export { type Cusum, type Drift, type DriftOptions, drift } from './drift.ts';
export type { DetailedTuple, ReportEvidence } from './evidence.ts';
export { type GoldAccuracy, type GoldAnswer, goldAccuracy } from './gold-accuracy.ts';
export { type DoubtRule, expectedInformation, type UnitDoubt, unitsInDoubt } from './information.ts';
export { type Judgements, judgementsOf, linkedRaters } from './judgements.ts';
export { krippendorffAlpha } from './krippendorff-alpha.ts';
export { leaveOneOut } from './leave-one-out.ts';
export { type Leniency, leniency } from './leniency.ts';
export { masiDistance } from './masi.ts';
export { type MatrixOptions, parseMatrix } from './matrix.ts';
export { differenceOfMeans, type Moments, meanOf, momentsOf } from './mean.ts';
export { type LabelSets, type MultiLabelAgreement, multiLabelAgreement } from './multi-label.ts';
export {
  detailedReport,
  detailedReportSteps,
  type ProjectReportOptions,
  projectReport,
  type ReportStep,
} from './project-report.ts';
export { differenceOfProportions, proportion } from './proportion.ts';
export { type RatingScale, type RatingScaleOptions, ratingScale } from './rating-scale.ts';
export { agreementReport, type ReportOptions } from './report.ts';
export {
  type AgreementReport,
  agreementReportSchema,
  type DimensionReport,
  dimensionReportSchema,
} from './schema.ts';
export { type RepeatedValue, type SelfAgreement, selfAgreement } from './self-agreement.ts';
export { type SpanPair, type SpanScores, spanPairs } from './span-pairs.ts';
export { type Ssa, type SsaEstimate, ssa } from './ssa.ts';
export { type Interval, type NoValue, REASONS, type Reason, type Statistic } from './statistic.ts';
export type { ReportedStatistic } from './statistic-schema.ts';
export { type RatingsMatrix, tableFromMatrix, tableFromRatings } from './table.ts';
export { LEVELS, type Level, type UnitTable, type Value } from './unit-table.ts';
export { type MarkedAnswer, type SpanMark, type UnitizingAlpha, unitizingAlpha } from './unitizing.ts';
export {
  type RatedVersion,
  type VersionChange,
  type VersionFigures,
  versionEffect,
} from './version-effect.ts';
export { type VersionedRating, withVersions } from './versions.ts';
