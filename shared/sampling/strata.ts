/** How many to draw from each stratum. */
export interface Allocation {
  key: string;
  population: number;
  drawn: number;
}

/**
 * Shares a sample among strata in proportion to their size, by largest remainders (Hamilton's method), after giving each its minimum.
 * No stratum gives more than it has; what one cannot give the others do. Ties go to the earlier key.
 */
export function allocate(
  populations: ReadonlyMap<string, number>,
  size: number,
  minimum: number,
): Allocation[] {
  const strata = [...populations]
    .map(([key, population]) => ({ key, population, drawn: Math.min(minimum, population) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  let left = Math.min(size, total(strata, 'population')) - total(strata, 'drawn');
  while (left > 0) {
    const open = strata.filter(({ population, drawn }) => drawn < population);
    if (open.length === 0) break;
    left -= shareOut(open, left);
  }
  return strata;
}

const total = (strata: readonly Allocation[], field: 'population' | 'drawn'): number =>
  strata.reduce((sum, stratum) => sum + stratum[field], 0);

/** One round over the strata that still have something; gives out at least one and at most `left`. */
function shareOut(open: Allocation[], left: number): number {
  const room = total(open, 'population') - total(open, 'drawn');
  const wanted = Math.min(left, room);
  const quotas = open.map((stratum) => {
    // In whole numbers: equal remainders must come out equal.
    const share = wanted * (stratum.population - stratum.drawn);
    const rest = share % room;
    return { stratum, whole: (share - rest) / room, rest };
  });
  let given = 0;
  for (const { stratum, whole } of quotas) {
    stratum.drawn += whole;
    given += whole;
  }
  const byRest = [...quotas].sort((a, b) => b.rest - a.rest || (a.stratum.key < b.stratum.key ? -1 : 1));
  for (const { stratum } of byRest) {
    if (given >= wanted) break;
    if (stratum.drawn >= stratum.population) continue;
    stratum.drawn += 1;
    given += 1;
  }
  return given;
}
