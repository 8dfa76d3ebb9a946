import type { JudgedContext } from './judged.ts';

/** How many values of answers on a dimension, and preferences, come from where: the mean of ratings, the lead, a majority, ... */
export function sourcesOf(contexts: readonly JudgedContext[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (source: string): void => {
    counts[source] = (counts[source] ?? 0) + 1;
  };
  for (const { answers, comparisons } of contexts) {
    for (const { means, consensus = {} } of answers)
      for (const dimension of new Set([...Object.keys(means), ...Object.keys(consensus)]))
        add(consensus[dimension] ?? 'mean');
    for (const { decided } of comparisons) add(decided === undefined ? 'majority' : 'adjudicated');
  }
  return counts;
}
