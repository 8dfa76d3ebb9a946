/** A line of a comparison: in both texts, only in the earlier, or only in the later. */
export interface LineChange {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Length of the longest common subsequence of what follows each pair of lines: `table[i][j]` for `before[i..]` and `after[j..]`. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i], table[i + 1]];
    if (!row || !below) continue;
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}

/** Two texts line by line, by their longest common subsequence; what was removed stands before what was added in its place. */
export function lineDiff(earlier: string, later: string): LineChange[] {
  const before = earlier === '' ? [] : earlier.split('\n');
  const after = later === '' ? [] : later.split('\n');
  const table = commonLengths(before, after);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      changes.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (fresh === undefined || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      changes.push({ kind: 'removed', text: old });
      i += 1;
    } else if (fresh !== undefined) {
      changes.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return changes;
}

/** The comparison without the lines that are far from any change; null stands for what was left out. */
export function nearChanges(changes: readonly LineChange[], around = 1): (LineChange | null)[] {
  const near = changes.map((_, at) =>
    changes.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same'),
  );
  return changes.flatMap((change, at) => {
    if (near[at]) return [change];
    return at === 0 || near[at - 1] ? [null] : [];
  });
}
