import { type AgreementReport, agreementReportSchema } from '../../../shared/agreement/schema.ts';
import { refuse } from '../../../shared/contract/errors.ts';
import type { Result } from '../../../shared/contract/result.ts';

export type { AgreementReport };
export type DimensionReport = AgreementReport['dimensions'][number];
export type PairFigures = DimensionReport['cohen_kappa'][number];
export type Share = DimensionReport['prevalence'][number];

/** What a cell shows of a statistic: its value, or the reason why it has none. */
export interface Figure {
  value: number | null;
  reason?: string | undefined;
  ci?: readonly [number, number] | null | undefined;
}

export const WEIGHTINGS = ['unweighted', 'linear', 'quadratic'] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

/** A report as it came over the border; one of another shape is a failure, not an empty screen. */
export function readReport(report: unknown): Result<AgreementReport> {
  const parsed = agreementReportSchema.safeParse(report);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  return refuse('INTERNAL', `The agreement report cannot be read at ${issue?.path.map(String).join('.')}.`);
}
