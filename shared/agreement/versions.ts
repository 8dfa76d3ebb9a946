import type { AgreementReport } from './schema.ts';

/** A rating as far as its version goes. */
export interface VersionedRating {
  /** `id@version`. */
  rubric: string;
  /** Dimensions on which its value is missing, since it was given on another scale. */
  leftOut: readonly string[];
}

/** Counts by key, in the order of first appearance. */
function tally<Of>(list: readonly Of[], keysOf: (one: Of) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) for (const key of keysOf(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const versionIn = (rubric: string): number => Number(rubric.slice(rubric.lastIndexOf('@') + 1));

const leftOutNote = (count: number, rubric: string): string =>
  `${count} ${count === 1 ? 'value was' : 'values were'} given under ${rubric}, when the scale was another, and ${count === 1 ? 'is' : 'are'} left out until the ratings are made again.`;

/** The report with the versions its ratings were made under, and on each dimension what counts no more. */
export function withVersions(report: AgreementReport, ratings: readonly VersionedRating[]): AgreementReport {
  const counts = tally(ratings, ({ rubric }) => [rubric]);
  if (counts.size === 0 || (counts.size === 1 && counts.has(report.rubric))) return report;
  const versions = [...counts]
    .map(([rubric, number]) => ({ rubric, ratings: number }))
    .sort((a, b) => versionIn(b.rubric) - versionIn(a.rubric));
  const dimensions = report.dimensions.map((own) => {
    const lost = ratings.filter(({ leftOut }) => leftOut.includes(own.dimension));
    const notes = [...tally(lost, ({ rubric }) => [rubric])].map(([rubric, number]) =>
      leftOutNote(number, rubric),
    );
    return notes.length === 0 ? own : { ...own, notes: [...own.notes, ...notes] };
  });
  return { ...report, versions, dimensions };
}
