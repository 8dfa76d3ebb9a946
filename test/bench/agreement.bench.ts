import { loadavg } from 'node:os';
import {
  agreementReport,
  bootstrapAlpha,
  type DetailedTuple,
  dawidSkene,
  detailedReport,
  judgementsOf,
  krippendorffAlpha,
  type RatedRubric,
  type ReportEvidence,
  ratingScale,
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

const yesNo = [{ value: 1 }, { value: 0 }];
const scale = (...values: number[]) => values.map((value) => ({ value }));
const CATEGORIES = ['age', 'disability', 'gender identity', 'religion', 'other'];
const RUBRIC: RatedRubric = {
  id: 'ssfb',
  version: 1,
  dimensions: [
    { id: 'sensibleness', level: 'nominal', options: yesNo },
    { id: 'specificity', level: 'nominal', options: yesNo, gate: { dimension: 'sensibleness', equals: 1 } },
    { id: 'fluency', level: 'ordinal', options: scale(1, 2, 3, 4, 5) },
    { id: 'bias', level: 'ordinal', options: scale(0, 1, 2, 3), categories: CATEGORIES, spans: true },
  ],
};
const RATERS = 15;

/** Three of fifteen raters for each item on four dimensions, in order of time; one answer in fifteen is marked as biased. */
function project(items: number): { tuples: DetailedTuple[]; evidence: ReportEvidence } {
  const random = seededRandom('project bench');
  const tuples: DetailedTuple[] = [];
  for (let item = 0; item < items; item++) {
    const truth = {
      sense: random.below(10) < 8 ? 1 : 0,
      fluency: 1 + random.below(5),
      bias: random.below(25) === 0 ? 2 : 0,
    };
    const first = random.below(RATERS);
    for (let turn = 0; turn < 3; turn++) {
      const either = (value: number, lowest: number, size: number): number =>
        random.below(10) < 8 ? value : lowest + random.below(size);
      const sensibleness = either(truth.sense, 0, 2);
      const bias = random.below(40) === 0 ? random.below(4) : truth.bias;
      const start = random.below(200);
      tuples.push({
        item: `item ${item}`,
        rater: `rater ${(first + turn * (1 + random.below(4))) % RATERS}`,
        values: {
          sensibleness,
          ...(sensibleness === 1 ? { specificity: either(truth.sense, 0, 2) } : {}),
          fluency: either(truth.fluency, 1, 5),
          bias,
        },
        at: 1_770_000_000_000 + item * 20_000 + turn * 5_000,
        activeMs: 2000 + random.below(20_000),
        categories: bias > 0 ? [CATEGORIES[random.below(5)] ?? 'other'] : [],
        spans: bias > 0 ? [{ start, end: start + 5 + random.below(30), label: 'age' }] : [],
      });
    }
  }
  const lengths = new Map(tuples.map(({ item }) => [item, 300]));
  const some = tuples.slice(0, Math.floor(tuples.length / 30));
  return {
    tuples,
    evidence: {
      repeats: some,
      gold: some.map(({ item, values }) => ({ item, values })),
      goldRatings: [],
      versions: [],
      lengths: () => lengths,
    },
  };
}

interface Timing {
  wall: number;
  /** Processor time of the thread, which other users of the machine do not stretch as much. */
  cpu: number;
}

/** Time of some runs of each, turn by turn, in milliseconds, after one that does not count. */
async function timed(runs: number, ...works: (() => unknown)[]): Promise<Timing[]> {
  const timings = works.map((work) => () => {
    const [start, used] = [performance.now(), process.threadCpuUsage()];
    work();
    const { user, system } = process.threadCpuUsage(used);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  });
  for (const work of works) work();
  return (await inTurns(runs, ...timings)).map((all) => ({
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
  }));
}

/** The least a statistic can do: looks at every cell once. */
function countCells({ codes }: UnitTable): number {
  let rated = 0;
  for (const code of codes) if (code >= 0) rated += 1;
  return rated;
}

/** The least a report can do: looks at every value of every rating once. */
function countValues(tuples: readonly DetailedTuple[]): number {
  let given = 0;
  for (const { values } of tuples)
    for (const { id } of RUBRIC.dimensions) if (values[id] !== undefined) given += 1;
  return given;
}

interface Work {
  name: string;
  limit: number;
  runs: number;
  floor: () => unknown;
  run: () => unknown;
}

/** Speed of the agreement statistics. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const [many, some] = small ? [1000, 100] : [100_000, 10_000];
  const large = ratings(many);
  const middling = ratings(some);
  const { tuples, evidence } = project(many);
  const bootstrap = (table: UnitTable) => () =>
    bootstrapAlpha(table, 'ordinal', { resamples: 1000, seed: 7 });
  const of = (table: UnitTable) => () => countCells(table);
  const size = `${count(tuples.length)} ratings x ${RUBRIC.dimensions.length} dimensions`;
  const works: Work[] = [
    {
      name: `ordinal alpha, 5 raters x ${count(many)} units, 30 % missing`,
      limit: 35,
      runs: 21,
      floor: of(large),
      run: () => krippendorffAlpha(large),
    },
    {
      name: `bootstrap of alpha, 1,000 resamples of ${count(some)} units`,
      limit: 200,
      runs: 7,
      floor: of(middling),
      run: bootstrap(middling),
    },
    {
      name: `bootstrap of alpha, 1,000 resamples of ${count(many)} units`,
      limit: 1000,
      runs: 5,
      floor: of(large),
      run: bootstrap(large),
    },
    {
      name: `agreement report of one table, 5 raters x ${count(many)} units`,
      limit: 500,
      runs: 5,
      floor: of(large),
      run: () => agreementReport(large),
    },
    {
      name: `Dawid-Skene, 5 raters x ${count(many)} units`,
      limit: 1000,
      runs: 5,
      floor: of(large),
      run: () => dawidSkene(judgementsOf(large)),
    },
    {
      name: `rating scale model, 5 raters x ${count(many)} units`,
      limit: 1000,
      runs: 5,
      floor: of(large),
      run: () => ratingScale(judgementsOf(large)),
    },
    {
      name: `full report, ${size}`,
      limit: 2000,
      runs: 5,
      floor: () => countValues(tuples),
      run: () => detailedReport(tuples, RUBRIC, evidence),
    },
  ];
  const measurements: Measurement[] = [];
  for (const { name, limit, runs, floor, run: work } of works) {
    say(`agreement: ${name}`);
    const [own, least] = await timed(runs, work, floor);
    const note = `floor: one look at everything; processor time ${own?.cpu.toFixed(1)} ms; load ${loadavg()[0]?.toFixed(2)}`;
    measurements.push(
      judged({
        name,
        value: own?.wall ?? Number.NaN,
        unit: 'ms',
        floor: least?.wall ?? Number.NaN,
        limit: { value: limit },
        note,
      }),
    );
  }
  return measurements;
}

const count = (units: number): string => units.toLocaleString('en-GB');
