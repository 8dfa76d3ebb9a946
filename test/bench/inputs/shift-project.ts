import { once } from 'node:events';
import { createReadStream, createWriteStream, readdirSync, writeFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { systemSource } from '../../../electron/engine/ids.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { withEngine } from '../../support/engine.ts';
import { cached, digestOfFiles } from './cache.ts';
import { longAnswer } from './long-answers.ts';
import { RATER, type WorkingCopy } from './project.ts';
import { transcriptFile } from './transcripts.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'electron', 'engine', 'db', 'migrations');

/** How much a project holds, and what of it is in the rater's queue: short answers, long ones, and short ones again. */
export interface ShiftSize {
  conversations: number;
  /** Ratings of other raters, three of each item. */
  ratings: number;
  before: number;
  long: number;
  after: number;
}

/** Characters of a long answer, and what tells it from all others. */
const LONG = 100_000;
const IS_LONG = 'length > 50000';
const OTHERS = 15;

interface Line {
  id: string;
  messages: { role: string; content: string }[];
}

/** A file of native ratings by others, three of the first answer of each conversation. */
async function ratingFile(path: string, transcripts: string, ratings: number): Promise<void> {
  const random = seededRandom('shift ratings');
  const out = createWriteStream(path);
  let left = ratings;
  for await (const text of createInterface({ input: createReadStream(transcripts) })) {
    if (left <= 0) break;
    const { id, messages }: Line = JSON.parse(text);
    const message = messages.findIndex(({ role }) => role === 'assistant');
    const first = random.below(OTHERS);
    for (let turn = 0; turn < 3; turn += 1, left -= 1) {
      const sensibleness = random.below(10) < 8 ? 1 : 0;
      const values = {
        sensibleness,
        ...(sensibleness === 1 ? { specificity: random.below(2) } : {}),
        fluency: 1 + random.below(5),
        bias: 0,
      };
      const rating = { conversation: id, message, rater: `rater ${(first + turn) % OTHERS}`, values };
      if (!out.write(`${JSON.stringify(rating)}\n`)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
}

function longFile(path: string, count: number): void {
  const lines = Array.from({ length: count }, (_, number) =>
    JSON.stringify({
      id: `long-${number}`,
      messages: [
        { role: 'user', content: `How is a refund paid? Tell me all of it, part ${number}.` },
        { role: 'assistant', content: longAnswer(number, LONG) },
      ],
    }),
  );
  writeFileSync(path, `${lines.join('\n')}\n`);
}

function shiftProject(size: ShiftSize): Promise<string> {
  const sources = ['shift-project.ts', 'long-answers.ts', 'transcripts.ts'].map((name) =>
    join(import.meta.dirname, name),
  );
  const made = digestOfFiles([...sources, ...readdirSync(MIGRATIONS).map((name) => join(MIGRATIONS, name))]);
  return cached(`shift-${size.conversations}-${made}.touchstone`, async (path) => {
    const transcripts = await transcriptFile(size.conversations);
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
    const [ratings, long] = ['ratings.jsonl', 'long.jsonl'].map((name) => join(folder, name));
    if (ratings === undefined || long === undefined) return;
    await ratingFile(ratings, transcripts, size.ratings);
    longFile(long, size.long);
    await withEngine(
      async (engine) => {
        await engine.ask('project.create', { file: path });
        await engine.ask('import.transcripts', { files: [transcripts] });
        await engine.ask('import.transcripts', { files: [long] });
        await engine.ask('import.ratings', { files: [ratings] });
        for (const draw of [
          { size: size.before, seed: 7 },
          { size: size.long, seed: 7, where: IS_LONG },
          { size: size.after, seed: 8 },
        ]) {
          const { sample } = await engine.ask('sample.draw', draw);
          await engine.ask('assign.plan', { sample, raters: [RATER], overlap: 1, seed: 7 });
        }
      },
      { source: systemSource },
    );
    await rm(folder, { recursive: true, force: true });
  });
}

/** A copy of the project in a folder of its own, gone when the scope ends. */
export async function shiftCopy(size: ShiftSize): Promise<WorkingCopy> {
  const kept = await shiftProject(size);
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  const project = join(folder, 'bench.touchstone');
  await copyFile(kept, project);
  return {
    folder,
    project,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
