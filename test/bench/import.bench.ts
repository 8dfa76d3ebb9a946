import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { openAiFile } from './inputs/openai-messages.ts';
import { transcriptFile } from './inputs/transcripts.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { inTurns, median } from './statistics.ts';

const outcome = z.object({
  ms: z.number(),
  /** The same file once more. */
  again: z.number().optional(),
  stored: z.int(),
  megabytes: z.number(),
});
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
const anew = (outcomes: readonly Outcome[] = []): number => median(outcomes.map(({ again }) => again ?? 0));

const count = (conversations: number): string => conversations.toLocaleString('en-GB');
const NOTE = 'floor: a bare loop that reads, parses and inserts the same text';

/** Import of native transcripts and OpenAI messages: time against a bare loop, the same again, and memory against the file's size. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const [quarter, whole, large] = small ? [500, 2000, 4000] : [50_000, 200_000, 1_000_000];
  const rounds = small ? 2 : 5;
  say(`import: ${count(whole)} conversations, against a bare loop`);
  const file = await transcriptFile(whole);
  const [floor, own] = await inTurns(
    rounds,
    () => runOn('floor', file, whole),
    () => runOn('touchstone', file, whole),
  );
  say(`import: ${count(whole)} conversations as OpenAI messages`);
  const messages = await openAiFile(whole);
  const [bare, openAi] = await inTurns(
    rounds,
    () => runOn('floor', messages, whole),
    () => runOn('touchstone', messages, whole),
  );
  say(`import: memory with ${count(quarter)} and ${count(large)} conversations`);
  const least = await runOn('touchstone', await transcriptFile(quarter), quarter);
  const most = await runOn('touchstone', await transcriptFile(large), large);
  return [
    judged({
      name: `import of ${count(whole)} conversations`,
      value: milliseconds(own),
      unit: 'ms',
      floor: milliseconds(floor),
      limit: { ratio: 1.3 },
      note: NOTE,
    }),
    judged({
      name: `import of ${count(whole)} conversations as OpenAI messages`,
      value: milliseconds(openAi),
      unit: 'ms',
      floor: milliseconds(bare),
      limit: { ratio: 1.3 },
      note: NOTE,
    }),
    judged({
      name: `importing ${count(whole)} conversations again`,
      value: anew(own),
      unit: 'ms',
      floor: milliseconds(own),
      limit: { ratio: 0.5 },
      note: 'floor: importing them first',
    }),
    judged({
      name: `memory of importing ${count(large)} conversations`,
      value: most.megabytes,
      unit: 'MB',
      floor: least.megabytes,
      limit: { value: 350 },
      note: `floor: with ${count(quarter)}; what grows is the list of content hashes, about 60 bytes a conversation`,
    }),
  ];
}
