import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { transcriptFile } from './inputs/transcripts.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { inTurns, median } from './statistics.ts';

const outcome = z.object({ ms: z.number(), stored: z.int(), megabytes: z.number() });
type Outcome = z.infer<typeof outcome>;

const PROGRAMS = {
  floor: join(import.meta.dirname, 'import', 'floor.ts'),
  touchstone: join(import.meta.dirname, 'import', 'touchstone.ts'),
};

/** Runs a program in a process of its own on a file and a place that is empty before and after. */
async function runOn(program: keyof typeof PROGRAMS, file: string, conversations: number): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      PROGRAMS[program],
      file,
      join(folder, 'bench.touchstone'),
    ]);
    const result = outcome.parse(JSON.parse(stdout));
    if (result.stored !== conversations)
      throw new Error(`${program} stored ${result.stored} of ${conversations}`);
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const milliseconds = (outcomes: readonly Outcome[] = []): number => median(outcomes.map(({ ms }) => ms));
const megabytes = (outcomes: readonly Outcome[] = []): number =>
  Math.max(...outcomes.map((each) => each.megabytes));

const count = (conversations: number): string => conversations.toLocaleString('en-GB');

/** Import of native transcripts: time against a bare loop, and memory against the file's size. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const [quarter, whole, double] = small ? [500, 2000, 4000] : [25_000, 100_000, 200_000];
  say(`import: ${count(whole)} conversations, against a bare loop`);
  const file = await transcriptFile(whole);
  const [floor, own] = await inTurns(
    small ? 2 : 7,
    () => runOn('floor', file, whole),
    () => runOn('touchstone', file, whole),
  );
  say(`import: memory with ${count(quarter)} and ${count(double)} conversations`);
  const least = await runOn('touchstone', await transcriptFile(quarter), quarter);
  const most = await runOn('touchstone', await transcriptFile(double), double);
  return [
    judged({
      name: `import of ${count(whole)} conversations`,
      value: milliseconds(own),
      unit: 'ms',
      floor: milliseconds(floor),
      limit: { ratio: 1.5 },
      note: 'floor: a bare loop that reads, parses and inserts the same text',
    }),
    judged({
      name: `memory of importing ${count(whole)} conversations, highest`,
      value: megabytes(own),
      unit: 'MB',
      floor: megabytes(floor),
      limit: { value: 300 },
    }),
    judged({
      name: `memory of importing ${count(double)} conversations against ${count(quarter)}`,
      value: most.megabytes,
      unit: 'MB',
      floor: least.megabytes,
      limit: { ratio: 1.25 },
      note: 'what grows is the list of content hashes, about 60 bytes a conversation',
    }),
  ];
}
