import type { AgreementReport } from '../../../shared/agreement/index.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';

export type DimensionPart = AgreementReport['dimensions'][number];

/** What the page says beside the report object. */
export interface ReportFacts {
  project: string;
  /** The ratings shipped with the sample project, which nobody gave. */
  illustrative: boolean;
  rubric: Rubric;
  conversations: number;
  /** Answers that were to be judged. */
  items: number;
  /** When the page is made, ISO UTC. */
  at: string;
  program: string;
  /** Raters under their names; pseudonyms otherwise. */
  names: boolean;
  /** The field of the slices. */
  by?: string | undefined;
}

export interface ReportSubject {
  report: AgreementReport;
  facts: ReportFacts;
}

const OF_CANDIDATE = /^candidate\.(.+)$/;

/** What a dimension is called: by the rubric, or as a dimension of comparisons. */
export function titleOf({ dimensions }: Rubric, id: string): string {
  const own = OF_CANDIDATE.exec(id)?.[1];
  const found = dimensions.find((entry) => entry.id === (own ?? id));
  if (found)
    return own === undefined ? (found.label ?? found.id) : `${found.label ?? found.id}, side by side`;
  if (id === 'preference') return 'Preference';
  return id === 'preference_strength' ? 'Strength of preference' : id;
}

/** The value as it is called: "3 Good". */
export function valueName(part: Pick<DimensionPart, 'prevalence'>, value: number | string): string {
  const label = part.prevalence.find((one) => one.value === value)?.label;
  if (label === undefined || label === String(value)) return String(value);
  return typeof value === 'number' ? `${value} ${label}` : label;
}

/** A day, as everywhere the same: 2026-10-05. */
export const dayOf = (iso: string): string => iso.slice(0, 10);
