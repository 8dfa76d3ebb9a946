/**
 * MASI distance of two sets of labels, 0 (the same) to 1 (nothing in common): 1 - J M, where J is Jaccard's share of
 * common labels and M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they only overlap, 0 where they do
 * not. Two empty sets are the same; an empty one and another have nothing in common. Sets are ascending lists.
 *
 * Source: Passonneau, R. (2006). Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation.
 * LREC 2006, section 3.
 */
export function masiDistance(one: readonly number[], other: readonly number[]): number {
  let common = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0];
    if (a === b) common++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  const all = one.length + other.length - common;
  if (common === all) return 0;
  if (common === 0) return 1;
  const held = common === Math.min(one.length, other.length);
  return 1 - (common / all) * (held ? 2 / 3 : 1 / 3);
}
