/** Scale of measurement, which says what a difference between two values means. */
export const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type Level = (typeof LEVELS)[number];

/** A value on a dimension: a number, or a word. */
export type Value = number | string;

/** Code of a cell in which no rating was given. */
export const MISSING = -1;

/** The units x raters table every statistic is computed from. Made by the builders in table.ts. */
export interface UnitTable {
  readonly level: Level;
  /** Name of what was rated, as the sentences should call it; absent for a bare matrix. */
  readonly subject?: string;
  /** Raters with at least one rating. */
  readonly raters: readonly string[];
  /** Labels of the units with at least one rating. */
  readonly units: readonly (string | number)[];
  /** Declared categories in their order (values that were not declared follow), else the observed ones, sorted. */
  readonly categories: readonly Value[];
  /** What each category is called; its value where it has no label. */
  readonly labels: readonly string[];
  /** Index of the category in cell `unit * raters.length + rater`, MISSING where no rating was given. */
  readonly codes: Int32Array;
  /** The same ratings without the cells in which none was given. */
  readonly given: GivenRatings;
  /** Ratings of each category. */
  readonly counts: Float64Array;
  /** The categories as numbers; null where any of them is a word. */
  readonly coordinates: Float64Array | null;
  /** Place of each category from lowest to highest, 0 first; null where they have no order: words, but at the ordinal level. */
  readonly ranks: Float64Array | null;
  /** Ratings that a gate left out by design. */
  readonly notAsked: number;
  /** Ratings that say it cannot be judged; their cells are MISSING. */
  readonly cannotJudge: number;
  /** Texts that were given on a dimension of free text, which has no cells; absent on any other. */
  readonly texts?: number;
  /** What a reader should know about how the table came to be. */
  readonly notes: readonly string[];
}

/**
 * Ratings unit after unit: those of unit u are i from `start[u]` to `start[u + 1]` - 1, by the rater `rater[i]`, of the
 * category `code[i]`; in a unit in the order of the raters.
 */
export interface GivenRatings {
  readonly start: Int32Array;
  readonly rater: Int32Array;
  readonly code: Int32Array;
}

/** Ratings as parallel lists: rating i is `values[i]`, given by `raters[raterOf[i]]` to `units[unitOf[i]]`. */
export interface RatingList {
  raters: readonly string[];
  units: readonly (string | number)[];
  raterOf: ArrayLike<number>;
  unitOf: ArrayLike<number>;
  values: readonly Value[];
}

export interface TableSpec {
  level: Level;
  subject?: string | undefined;
  /** Categories in their order; absent or empty: the observed ones. */
  declared?: readonly Value[] | undefined;
  /** Label of a value, where it has one. */
  labelOf?: (value: Value) => string | undefined;
  notAsked?: number;
  cannotJudge?: number;
  texts?: number | undefined;
  notes?: readonly string[];
}

/** Codes a list of ratings. Of two ratings in one cell the later counts. Raters and units without a rating are dropped. */
export function codeTable(list: RatingList, spec: TableSpec): UnitTable {
  const { categories, notes } = categoryList(otherThan(spec.declared ?? [], list.values), spec);
  const codeOf = new Map(categories.map((value, code) => [value, code]));
  const raters = renumber(list.raterOf, list.raters.length);
  const units = renumber(list.unitOf, list.units.length);
  const codes = new Int32Array(units.kept.length * raters.kept.length).fill(MISSING);
  let replaced = 0;
  for (let i = 0; i < list.values.length; i++) {
    const unit = units.place[list.unitOf[i] ?? 0] ?? 0;
    const rater = raters.place[list.raterOf[i] ?? 0] ?? 0;
    const cell = unit * raters.kept.length + rater;
    if (codes[cell] !== MISSING) replaced++;
    codes[cell] = codeOf.get(list.values[i] ?? '') ?? MISSING;
  }
  if (replaced > 0) notes.push(`${replaced} ratings repeat a rater on the same unit; the last one counts.`);
  const given = givenIn(codes, units.kept.length, raters.kept.length);
  const numbers = categories.filter((value) => typeof value === 'number');
  const coordinates = numbers.length === categories.length ? Float64Array.from(numbers) : null;
  return {
    level: spec.level,
    ...(spec.subject === undefined ? {} : { subject: spec.subject }),
    raters: raters.kept.map((old) => list.raters[old] ?? ''),
    units: units.kept.map((old) => list.units[old] ?? ''),
    categories,
    labels: categories.map((value) => spec.labelOf?.(value) ?? String(value)),
    codes,
    given,
    counts: countCodes(given.code, categories.length),
    coordinates,
    ranks: rankCategories(spec.level, coordinates, categories.length),
    notAsked: spec.notAsked ?? 0,
    cannotJudge: spec.cannotJudge ?? 0,
    ...(spec.texts === undefined ? {} : { texts: spec.texts }),
    notes: [...(spec.notes ?? []), ...notes],
  };
}

const ascending = (a: Value, b: Value): number => {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};

/** The different values that are not among those declared. */
function otherThan(declared: readonly Value[], values: readonly Value[]): Set<Value> {
  const known = new Set(declared);
  const others = new Set<Value>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    if (!known.has(value)) others.add(value);
  }
  return others;
}

/** The category list of a table, and what there is to say about it. */
function categoryList(others: ReadonlySet<Value>, spec: TableSpec): { categories: Value[]; notes: string[] } {
  const declared = spec.declared ?? [];
  const extra = [...others].sort(ascending);
  if (declared.length === 0) {
    const guessed = spec.level === 'ordinal' && extra.some((value) => typeof value === 'string');
    return {
      categories: extra,
      notes: guessed ? ['The order of the categories was not declared; they are taken alphabetically.'] : [],
    };
  }
  if (extra.length === 0) return { categories: [...declared], notes: [] };
  const all = [...declared, ...extra];
  const sorted = declared.every((value, i) => i === 0 || ascending(declared[i - 1] ?? value, value) < 0);
  return {
    categories: sorted ? all.sort(ascending) : all,
    notes: [`Values that were not declared are counted as categories of their own: ${extra.join(', ')}.`],
  };
}

/** Which of `size` numbers occur, in order, and the new number of each. */
function renumber(used: ArrayLike<number>, size: number): { kept: number[]; place: Int32Array } {
  const place = new Int32Array(size);
  for (let i = 0; i < used.length; i++) place[used[i] ?? 0] = 1;
  const kept: number[] = [];
  for (let index = 0; index < size; index++) {
    if (place[index] !== 1) continue;
    place[index] = kept.length;
    kept.push(index);
  }
  return { kept, place };
}

function givenIn(codes: Int32Array, units: number, raters: number): GivenRatings {
  const start = new Int32Array(units + 1);
  const rater = new Int32Array(codes.length);
  const code = new Int32Array(codes.length);
  let given = 0;
  for (let unit = 0, cell = 0; unit < units; unit++) {
    for (let who = 0; who < raters; who++, cell++) {
      const value = codes[cell] ?? MISSING;
      if (value === MISSING) continue;
      rater[given] = who;
      code[given] = value;
      given++;
    }
    start[unit + 1] = given;
  }
  return { start, rater: rater.slice(0, given), code: code.slice(0, given) };
}

function countCodes(codes: Int32Array, categories: number): Float64Array {
  const counts = new Float64Array(categories);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** An ordinal list is in its declared order; numbers at another level are in the order of their size. */
function rankCategories(level: Level, coordinates: Float64Array | null, size: number): Float64Array | null {
  if (level === 'ordinal') return Float64Array.from({ length: size }, (_, code) => code);
  if (coordinates === null) return null;
  const order = Array.from(coordinates.keys()).sort((a, b) => (coordinates[a] ?? 0) - (coordinates[b] ?? 0));
  const ranks = new Float64Array(size);
  order.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return ranks;
}

/** Copies the codes given to a unit into `into` (room for every rater), one rater left out if told; how many there are. */
export function givenCodes({ given }: UnitTable, unit: number, into: Int32Array, without = -1): number {
  const end = given.start[unit + 1] ?? 0;
  let copied = 0;
  for (let i = given.start[unit] ?? 0; i < end; i++) {
    if (given.rater[i] !== without) into[copied++] = given.code[i] ?? 0;
  }
  return copied;
}

/** Ratings in the table. */
export const ratingCount = (table: UnitTable): number => table.counts.reduce((sum, count) => sum + count, 0);

/** Categories with at least one rating. */
export const usedCategories = (table: UnitTable): number => table.counts.filter((count) => count > 0).length;
