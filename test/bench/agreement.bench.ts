import {
  agreementReport,
  bootstrapAlpha,
  krippendorffAlpha,
  tableFromMatrix,
  type UnitTable,
} from '../../shared/agreement/index.ts';
import { seededRandom } from '../../shared/sampling/random.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { inTurns, median } from './statistics.ts';

/** Five raters who see the true value seven times in ten, and leave three ratings in ten out. */
function ratings(units: number): UnitTable {
  const random = seededRandom('agreement bench');
  const truth = Array.from({ length: units }, () => 1 + random.below(5));
  const rate = (value: number): number | null => {
    if (random.below(10) < 3) return null;
    return random.below(10) < 7 ? value : 1 + random.below(5);
  };
  const matrix = Array.from({ length: 5 }, () => truth.map(rate));
  return tableFromMatrix({ matrix, level: 'ordinal', categories: [1, 2, 3, 4, 5] });
}

/** Median time of some runs of each, turn by turn, in milliseconds, after one that does not count. */
async function timed(runs: number, ...works: (() => unknown)[]): Promise<number[]> {
  const timings = works.map((work) => () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  for (const work of works) work();
  return (await inTurns(runs, ...timings)).map(median);
}

/** The least a statistic can do: looks at every cell once. */
function countCells({ codes }: UnitTable): number {
  let rated = 0;
  for (const code of codes) if (code >= 0) rated += 1;
  return rated;
}

/** Speed of the agreement statistics on coded tables. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const [many, some] = small ? [1000, 100] : [100_000, 10_000];
  const large = ratings(many);
  const middling = ratings(some);
  const bootstrap = (table: UnitTable) => () =>
    bootstrapAlpha(table, 'ordinal', { resamples: 1000, seed: 7 });
  const works: [name: string, limit: number, runs: number, table: UnitTable, work: () => unknown][] = [
    [
      `ordinal alpha, 5 raters x ${count(many)} units, 30 % missing`,
      150,
      15,
      large,
      () => krippendorffAlpha(large),
    ],
    [`bootstrap of alpha, 1,000 resamples of ${count(some)} units`, 200, 5, middling, bootstrap(middling)],
    [`bootstrap of alpha, 1,000 resamples of ${count(many)} units`, 1000, 3, large, bootstrap(large)],
    [`full agreement report, 5 raters x ${count(many)} units`, 500, 3, large, () => agreementReport(large)],
  ];
  const measurements: Measurement[] = [];
  for (const [name, limit, runs, table, work] of works) {
    say(`agreement: ${name}`);
    const [value = Number.NaN, floor = Number.NaN] = await timed(runs, work, () => countCells(table));
    const note = 'floor: one look at every cell';
    measurements.push(judged({ name, value, unit: 'ms', floor, limit: { value: limit }, note }));
  }
  return measurements;
}

const count = (units: number): string => units.toLocaleString('en-GB');
