/**
 * The coefficients straight from their published formulas, unit by unit and pair by pair, with none of the program's parts.
 * `matrix[rater][unit]` holds codes 0 to q - 1, null where no rating was given.
 */
export type Codes = (number | null)[][];

const sum = (values: readonly number[]): number => values.reduce((all, x) => all + x, 0);
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Ratings of each unit that has any, as [rater, code]. */
function unitsOf(matrix: Codes): [number, number][][] {
  return range(matrix[0]?.length ?? 0)
    .map((unit) =>
      matrix.flatMap((row, rater): [number, number][] => {
        const code = row[unit] ?? null;
        return code === null ? [] : [[rater, code]];
      }),
    )
    .filter((ratings) => ratings.length > 0);
}

export type Weighting = 'identity' | 'linear' | 'quadratic' | 'ordinal';

/** Gwet (2014), chapter 3, for categories valued 0 to q - 1. */
export function weight(kind: Weighting, a: number, b: number, q: number): number {
  const d = Math.abs(a - b);
  if (kind === 'identity') return d === 0 ? 1 : 0;
  if (kind === 'linear') return 1 - d / (q - 1);
  if (kind === 'quadratic') return 1 - (d / (q - 1)) ** 2;
  return d === 0 ? 1 : 1 - ((d + 1) * d) / (q * (q - 1));
}

/** Mean over units with two ratings of the mean weight of ordered pairs. */
function observedAgreement(matrix: Codes, w: (a: number, b: number) => number): number {
  const shares = unitsOf(matrix)
    .filter((ratings) => ratings.length > 1)
    .map((ratings) => {
      const pairs = ratings.flatMap(([one, a]) =>
        ratings.flatMap(([other, b]) => (one === other ? [] : [w(a, b)])),
      );
      return sum(pairs) / pairs.length;
    });
  return sum(shares) / shares.length;
}

/** Mean over units of the share of the unit's ratings in each category. */
function prevalences(matrix: Codes, q: number): number[] {
  const units = unitsOf(matrix);
  return range(q).map(
    (k) =>
      sum(units.map((ratings) => ratings.filter(([, code]) => code === k).length / ratings.length)) /
      units.length,
  );
}

export function coefficients(
  matrix: Codes,
  q: number,
  kind: Weighting,
): Record<'ac' | 'fleiss' | 'conger' | 'bp' | 'pa', number> {
  const w = (a: number, b: number): number => weight(kind, a, b, q);
  const pa = observedAgreement(matrix, w);
  const pi = prevalences(matrix, q);
  const square = range(q).flatMap((k) => range(q).map((l): [number, number] => [k, l]));
  const total = sum(square.map(([k, l]) => w(k, l)));
  const own = matrix
    .map((row) => row.filter((code) => code !== null))
    .filter((codes) => codes.length > 0)
    .map((codes) => range(q).map((k) => codes.filter((code) => code === k).length / codes.length));
  const pairs = range(own.length).flatMap((g) =>
    range(own.length)
      .filter((h) => h !== g)
      .map((h) => [g, h] as const),
  );
  const chance = {
    ac: (total / (q * (q - 1))) * sum(pi.map((share) => share * (1 - share))),
    fleiss: sum(square.map(([k, l]) => w(k, l) * (pi[k] ?? 0) * (pi[l] ?? 0))),
    conger:
      sum(
        pairs.map(([g, h]) => sum(square.map(([k, l]) => w(k, l) * (own[g]?.[k] ?? 0) * (own[h]?.[l] ?? 0)))),
      ) / pairs.length,
    bp: total / q ** 2,
  };
  const corrected = (pe: number): number => (pa - pe) / (1 - pe);
  return {
    pa,
    ac: corrected(chance.ac),
    fleiss: corrected(chance.fleiss),
    conger: corrected(chance.conger),
    bp: corrected(chance.bp),
  };
}

/**
 * Standard error of AC by the jackknife-free route: the linearised terms of Gwet (2008), computed from their definition for each unit.
 */
export function standardErrorOfAc(matrix: Codes, q: number, kind: Weighting): number {
  const w = (a: number, b: number): number => weight(kind, a, b, q);
  const units = unitsOf(matrix);
  const n = units.length;
  const pa = observedAgreement(matrix, w);
  const pi = prevalences(matrix, q);
  const scale = sum(range(q).flatMap((k) => range(q).map((l) => w(k, l)))) / (q * (q - 1));
  const pe = scale * sum(pi.map((share) => share * (1 - share)));
  const value = (pa - pe) / (1 - pe);
  const paired = units.filter((ratings) => ratings.length > 1).length;
  const terms = units.map((ratings) => {
    const pairs = ratings.flatMap(([one, a]) =>
      ratings.flatMap(([other, b]) => (one === other ? [] : [w(a, b)])),
    );
    const agreement = pairs.length === 0 ? 0 : (n / paired) * ((sum(pairs) / pairs.length - pe) / (1 - pe));
    const chance = scale * (sum(ratings.map(([, code]) => 1 - (pi[code] ?? 0))) / ratings.length);
    return agreement - (2 * (1 - value) * (chance - pe)) / (1 - pe);
  });
  return Math.sqrt(sum(terms.map((term) => (term - value) ** 2)) / (n * (n - 1)));
}

export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Krippendorff's alpha from all pairs of pairable values; categories valued 0 to q - 1. */
export function alpha(matrix: Codes, q: number, level: Level): number {
  const units = unitsOf(matrix)
    .filter((ratings) => ratings.length > 1)
    .map((ratings) => ratings.map(([, code]) => code));
  const values = units.flat();
  const n = range(q).map((k) => values.filter((code) => code === k).length);
  const difference = (c: number, k: number): number => {
    if (c === k) return 0;
    if (level === 'nominal') return 1;
    if (level === 'interval') return (c - k) ** 2;
    if (level === 'ratio') return ((c - k) / (c + k)) ** 2;
    const between = sum(
      range(q)
        .filter((g) => g >= Math.min(c, k) && g <= Math.max(c, k))
        .map((g) => n[g] ?? 0),
    );
    return (between - ((n[c] ?? 0) + (n[k] ?? 0)) / 2) ** 2;
  };
  const observed = sum(
    units.map((codes) => sum(codes.flatMap((a) => codes.map((b) => difference(a, b)))) / (codes.length - 1)),
  );
  const expected = sum(values.flatMap((a) => values.map((b) => difference(a, b)))) / (values.length - 1);
  return 1 - observed / expected;
}

/** Cohen's weighted kappa of two complete lists. */
export function kappa(one: readonly number[], other: readonly number[], q: number, kind: Weighting): number {
  const n = one.length;
  const w = (a: number, b: number): number => weight(kind, a, b, q);
  const share = (codes: readonly number[], k: number): number =>
    codes.filter((code) => code === k).length / n;
  const observed = sum(one.map((a, unit) => w(a, other[unit] ?? 0))) / n;
  const chance = sum(range(q).flatMap((k) => range(q).map((l) => w(k, l) * share(one, k) * share(other, l))));
  return (observed - chance) / (1 - chance);
}
