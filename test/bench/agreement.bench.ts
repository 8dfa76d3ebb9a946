import {
  agreementReport,
  bootstrapAlpha,
  krippendorffAlpha,
  tableFromMatrix,
  type UnitTable,
} from '../../shared/agreement/index.ts';
import { seededRandom } from '../../shared/sampling/random.ts';

interface Measurement {
  name: string;
  value: number;
  unit: 'ms' | 'ratio';
  floor?: number;
  limit: number;
  ok: boolean;
}

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

/** Median time of some runs, in milliseconds, after one that does not count. */
function median(runs: number, work: () => unknown): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

function measured(name: string, limit: number, runs: number, work: () => unknown): Measurement {
  const value = median(runs, work);
  return { name, value, unit: 'ms', limit, ok: value <= limit };
}

/** Speed of the agreement statistics on coded tables. */
export async function run(): Promise<Measurement[]> {
  const large = ratings(100_000);
  const middling = ratings(10_000);
  const bootstrap = (table: UnitTable) => bootstrapAlpha(table, 'ordinal', { resamples: 1000, seed: 7 });
  return [
    measured('ordinal alpha, 5 raters x 100,000 units, 30 % missing', 150, 15, () =>
      krippendorffAlpha(large),
    ),
    measured('bootstrap of alpha, 1,000 resamples of 10,000 units', 200, 5, () => bootstrap(middling)),
    measured('bootstrap of alpha, 1,000 resamples of 100,000 units', 1000, 3, () => bootstrap(large)),
    measured('full agreement report, 5 raters x 100,000 units', 500, 3, () => agreementReport(large)),
  ];
}
