const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value that `share` (0..1) of the values do not exceed: the nearest rank, so that it is one of them. */
export function percentile(values: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * values.length));
  return ascending(values)[rank - 1] ?? Number.NaN;
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Runs pieces of work turn by turn, so that all see the same load of the machine; gives each one's results. */
export async function inTurns<Result>(
  rounds: number,
  ...works: (() => Promise<Result> | Result)[]
): Promise<Result[][]> {
  const results: Result[][] = works.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, work] of works.entries()) results[index]?.push(await work());
  return results;
}
