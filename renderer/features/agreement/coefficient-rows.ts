import { coefficientsText } from '../../catalogue/agreement-coefficients.ts';
import { textNow } from '../../catalogue/area.ts';
import type { DimensionReport, Figure } from './report.ts';

type Told = Figure & { se?: number | undefined };

/** The coefficients that fit the dimension's level, in the order of the report, with their names. */
export function coefficientRows(report: DimensionReport): (readonly [name: string, figure: Told])[] {
  const { krippendorff_alpha: alpha, gwet_ac2: ac2, icc, level, headline } = report;
  const t = textNow(coefficientsText);
  const ordered = level !== 'nominal';
  const own = { ...alpha[level], ci: headline.ci };
  return [
    [t.percent, report.percent_agreement],
    [t.alpha[level], own],
    ...(ordered && level !== 'ordinal' ? [[t.alpha.ordinal, alpha.ordinal] as const] : []),
    ...(ordered ? [[t.alpha.nominal, alpha.nominal] as const] : []),
    [t.fleiss, report.fleiss_kappa],
    [t.conger, report.conger_kappa],
    [t.brennanPrediger, report.brennan_prediger],
    [t.ac1, report.gwet_ac1],
    ...(ordered
      ? [
          [t.ac2.linear, ac2.linear] as const,
          [t.ac2.quadratic, ac2.quadratic] as const,
          [t.ac2.ordinal, ac2.ordinal] as const,
        ]
      : []),
    ...(ordered && icc.icc1.value !== null
      ? [
          [t.icc.icc1, icc.icc1] as const,
          [t.icc.icc2_1, icc.icc2_1] as const,
          [t.icc.icc3_1, icc.icc3_1] as const,
          [t.icc.icc2_k, icc.icc2_k] as const,
        ]
      : []),
  ];
}
