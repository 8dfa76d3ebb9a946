export interface Edit {
  kind: 'same' | 'added' | 'removed';
  tokens: string[];
}

/** More differences are not looked for: time and memory grow with the square of it. */
const MOST = 1_200;

/** How far along `before` each diagonal reaches, for each number of differences up to the one that is enough; null for too many. */
function reaches(before: readonly string[], after: readonly string[]): Int32Array[] | null {
  const most = Math.min(MOST, before.length + after.length);
  const trace: Int32Array[] = [];
  const reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let differences = 0; differences <= most; differences += 1) {
    trace.push(reach.slice(middle - differences - 1, middle + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const below = reach[middle + diagonal + 1] ?? 0;
      const above = reach[middle + diagonal - 1] ?? 0;
      const down = diagonal === -differences || (diagonal !== differences && above < below);
      let at = down ? below : above + 1;
      while (at < before.length && at - diagonal < after.length && before[at] === after[at - diagonal])
        at += 1;
      reach[middle + diagonal] = at;
      if (at >= before.length && at - diagonal >= after.length) return trace;
    }
  }
  return null;
}

/**
 * The fewest tokens to take out of and put into a list to get another, in order (Myers 1986, "An O(ND) difference algorithm and its
 * variations"); null where there are too many to look for.
 */
export function shortestEdits(before: readonly string[], after: readonly string[]): Edit[] | null {
  const trace = reaches(before, after);
  if (!trace) return null;
  const edits: Edit[] = [];
  const add = (kind: Edit['kind'], token: string): void => {
    const last = edits.at(-1);
    if (last?.kind === kind) last.tokens.push(token);
    else edits.push({ kind, tokens: [token] });
  };
  let at = before.length;
  let to = after.length;
  for (let differences = trace.length - 1; differences >= 0; differences -= 1) {
    const reach = trace[differences];
    const own = (diagonal: number): number => reach?.[diagonal + differences + 1] ?? 0;
    const diagonal = at - to;
    const down =
      diagonal === -differences || (diagonal !== differences && own(diagonal - 1) < own(diagonal + 1));
    const from = differences === 0 ? 0 : down ? own(diagonal + 1) : own(diagonal - 1) + 1;
    while (at > from && to > from - diagonal) {
      at -= 1;
      to -= 1;
      add('same', before[at] ?? '');
    }
    if (differences === 0) break;
    if (down) {
      to -= 1;
      add('added', after[to] ?? '');
    } else {
      at -= 1;
      add('removed', before[at] ?? '');
    }
  }
  for (const edit of edits) edit.tokens.reverse();
  return edits.reverse();
}
