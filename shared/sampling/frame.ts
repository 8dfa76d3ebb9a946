/**
 * The answers that a draw chooses from, in the order of their refs, which name them by content: the same in every project that holds
 * the same content. Columns in place of objects, so that millions fit.
 */
export interface Frame {
  size: number;
  /** Keys of the strata in the order of their code units. */
  keys: readonly string[];
  /** For each answer, its stratum's place among the keys. */
  stratum: Uint32Array;
  /** For each answer, UTC milliseconds; NaN where it has no time. Only where the draw asks for time. */
  time: Float64Array | null;
  /** For each answer, its weight, above 0. Only where the draw asks for weights. */
  weight: Float64Array | null;
  /** For each answer, the chance that it stands for its conversation. Only where one answer of each was taken. */
  chance: Float64Array | null;
}

/** How many answers each stratum has, by key. */
export function populations({ keys, stratum }: Pick<Frame, 'keys' | 'stratum'>): Map<string, number> {
  const counts = new Uint32Array(keys.length);
  for (const place of stratum) counts[place] = (counts[place] ?? 0) + 1;
  return new Map(keys.map((key, place) => [key, counts[place] ?? 0]));
}

/** The answers of each stratum, in the order of the frame. */
export function members({ keys, stratum }: Pick<Frame, 'keys' | 'stratum'>): Uint32Array[] {
  const sizes = populations({ keys, stratum });
  const own = keys.map((key) => new Uint32Array(sizes.get(key) ?? 0));
  const filled = new Uint32Array(keys.length);
  stratum.forEach((place, answer) => {
    const at = filled[place] ?? 0;
    const list = own[place];
    if (list) list[at] = answer;
    filled[place] = at + 1;
  });
  return own;
}
