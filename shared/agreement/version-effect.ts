import { alphaWithInterval } from './alpha-interval.ts';
import { addTo, differenceOfMeans, type Moments, meanOf } from './mean.ts';
import { measured } from './measured.ts';
import { noValue, type Statistic } from './statistic.ts';
import { ratingCount, type UnitTable, type Value } from './unit-table.ts';

/** What was rated under one version of a rubric. */
export interface RatedVersion {
  version: string;
  table: UnitTable;
}

export interface VersionFigures {
  version: string;
  units: number;
  ratings: number;
  alpha: Statistic;
  /** Mean over units of the unit's mean value; `level` where values have no order. */
  mean: Statistic;
}

export interface VersionChange {
  from: string;
  to: string;
  /** Later less earlier: means, and the share of each category that either version has; Welch's interval over units. */
  mean: Statistic;
  shares: { value: Value; difference: Statistic }[];
  /** Units rated under both, and on them the mean of later less earlier, t interval. */
  common: { units: number; mean: Statistic };
}

const MOST_SHOWN = 30;

/**
 * What changed from one version of a rubric to the next, in the order given: agreement, the level of the values, and how
 * often each category was given. Each unit counts once, with the mean of its ratings, so that several ratings of one unit are not
 * taken for several. Units of the two versions may differ; where there are common ones, they are the fairer comparison.
 */
export function versionEffect(versions: readonly RatedVersion[]): {
  versions: VersionFigures[];
  changes: VersionChange[];
} {
  const read = versions.map(({ version, table }) => ({ version, table, own: unitFigures(table) }));
  return {
    versions: read.map(({ version, table, own }) => ({
      version,
      units: table.units.length,
      ratings: ratingCount(table),
      alpha: alphaWithInterval(table, table.level),
      mean: own.means === null ? noValue('level') : meanOf(momentsOfAll(own.means.values())),
    })),
    changes: read.slice(1).flatMap((later, i) => {
      const earlier = read[i];
      return earlier ? [changeBetween(earlier, later)] : [];
    }),
  };
}

type Read = { version: string; table: UnitTable; own: UnitFigures };

interface UnitFigures {
  /** Mean value of each unit, by its label; null where values have no order. */
  means: Map<string | number, number> | null;
  /** Over units, the share of ratings of each category. */
  shares: Map<Value, Moments>;
}

function unitFigures(table: UnitTable): UnitFigures {
  const { units, categories, given: all } = table;
  const position = measured(table);
  const means = new Map<string | number, number>();
  const shares = categories.map((): Moments => ({ n: 0, mean: 0, squares: 0 }));
  const counts = new Float64Array(categories.length);
  for (const [unit, label] of units.entries()) {
    counts.fill(0);
    let [given, sum] = [0, 0];
    for (const code of all.code.subarray(all.start[unit], all.start[unit + 1])) {
      given++;
      sum += position?.[code] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    means.set(label, sum / given);
    if (categories.length <= MOST_SHOWN)
      for (const [k, moments] of shares.entries()) addTo(moments, (counts[k] ?? 0) / given);
  }
  return {
    means: position === null ? null : means,
    shares: new Map(
      categories.length > MOST_SHOWN ? [] : categories.map((value, k) => [value, shares[k] ?? NOTHING]),
    ),
  };
}

const NOTHING: Moments = { n: 0, mean: 0, squares: 0 };

function momentsOfAll(values: Iterable<number>): Moments {
  const moments: Moments = { n: 0, mean: 0, squares: 0 };
  for (const value of values) addTo(moments, value);
  return moments;
}

function changeBetween(earlier: Read, later: Read): VersionChange {
  const [before, after] = [earlier.own.means, later.own.means];
  const values = [...new Set([...earlier.own.shares.keys(), ...later.own.shares.keys()])];
  const differences = [...(after ?? [])].flatMap(([unit, mean]) => {
    const old = before?.get(unit);
    return old === undefined ? [] : [mean - old];
  });
  const known = new Set(earlier.table.units);
  const none = before === null || after === null;
  return {
    from: earlier.version,
    to: later.version,
    mean: none
      ? noValue('level')
      : differenceOfMeans(momentsOfAll(before.values()), momentsOfAll(after.values())),
    shares: values.map((value) => ({
      value,
      difference: differenceOfMeans(shareOf(earlier, value), shareOf(later, value)),
    })),
    common: {
      units: later.table.units.filter((unit) => known.has(unit)).length,
      mean: none ? noValue('level') : meanOf(momentsOfAll(differences)),
    },
  };
}

/** A category that a version does not have was never given under it. */
const shareOf = ({ own, table }: Read, value: Value): Moments =>
  own.shares.get(value) ?? { n: table.units.length, mean: 0, squares: 0 };
