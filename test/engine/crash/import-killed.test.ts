import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { projectCounts } from '../../../electron/engine/store/project.ts';
import { verify } from '../../../electron/engine/verify/verify.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { ChildEngine } from '../../support/child-engine.ts';
import { Desk } from '../../support/desk.ts';
import { unwrap, withEngine } from '../../support/engine.ts';
import { makeStudy, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { times } from '../../support/thorough.ts';
import { numbers, writeLines, writeTranscripts } from '../../support/transcripts.ts';

const LARGE = 6000;
const ROUNDS = times(6, 20);
const KNOWN = 12;
const RATINGS = 2000;

const folder = tempFolder();
const path = join(folder, 'cut.touchstone');
let study: Study;
let large: string;
let ratings: string;

beforeAll(async () => {
  study = await withEngine((engine) => makeStudy(engine, folder, { conversations: KNOWN }));
  large = writeTranscripts(join(folder, 'large.jsonl'), LARGE, KNOWN);
  ratings = writeLines(
    join(folder, 'ratings.jsonl'),
    numbers(RATINGS).map((n) => ({
      conversation: `c-${n % KNOWN}`,
      message: 2,
      rater: `r-${n}`,
      values: { fluency: 3 },
    })),
  );
});

/** What a count must be: all of it or none of it. */
const wholeOr = (none: number, whole: number) =>
  expect.toSatisfy((n: number) => n === none || n === none + whole);

/** Opens the project as the next start of the program would, and gives back what it finds. */
async function look() {
  const desk = await Desk.open(path);
  try {
    const { ok } = verify(desk.db, () => undefined);
    const unfinished = desk.db.prepare("SELECT count(*) FROM batch WHERE status = 'loading'").pluck().get();
    return { ok, unfinished, counts: projectCounts(desk.db), notices: desk.project.notices };
  } finally {
    desk.close();
  }
}

test('an import of transcripts killed at any moment is in whole or not at all, and goes in whole when made again', async () => {
  const random = seededRandom('kill');
  let cut = 0;
  // The next engine starts while the last one's project is looked at.
  let starting = ChildEngine.start(10);
  for (const round of numbers(ROUNDS)) {
    copyFileSync(study.path, path);
    const engine = await starting;
    starting = ChildEngine.start(round + 11);
    unwrap(await engine.call('project.open', { file: path }));
    const chunks = random.below(3);
    const wait = random.below(20);
    const dying = new Promise<void>((resolve) => {
      let seen = 0;
      const die = async (): Promise<void> => {
        await setTimeout(wait);
        await engine.kill();
        resolve();
      };
      engine.onPush = (event) => {
        // Before it takes records in, it has begun nothing that could be cut off.
        if (event.kind !== 'progress' || !event.phase.startsWith('importing')) return;
        if (seen === chunks) void die();
        seen += 1;
      };
    });
    const whole = engine.call('import.transcripts', { files: [large] }, 'import');
    await Promise.race([dying, whole]);
    await engine.kill();

    const found = await look();
    expect(found).toMatchObject({ ok: true, unfinished: 0 });
    expect(found.counts).toMatchObject({
      conversations: wholeOr(KNOWN, LARGE),
      messages: wholeOr(3 * KNOWN, 3 * LARGE),
    });
    if (found.counts.conversations === KNOWN) {
      cut += 1;
      expect(found.notices).toContainEqual(expect.stringContaining('import the file again'));
    }
  }
  await (await starting).kill();
  expect(cut, 'imports that were cut off in the middle').toBeGreaterThan(2);

  copyFileSync(study.path, path);
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: path });
    const { files } = await engine.ask('import.transcripts', { files: [large] });
    expect(files).toMatchObject([{ records: LARGE, imported: LARGE, duplicates: 0, rejected: 0 }]);
  });
  expect(await look()).toMatchObject({ counts: { conversations: KNOWN + LARGE }, notices: [] });
});

test('an import of ratings killed at any moment is in whole or not at all', async () => {
  const random = seededRandom('kill ratings');
  for (const round of numbers(4)) {
    copyFileSync(study.path, path);
    const engine = await ChildEngine.start(round + 30);
    unwrap(await engine.call('project.open', { file: path }));
    void engine.call('import.ratings', { files: [ratings] }, 'import');
    while (!existsSync(`${path}-wal`)) await setTimeout(1);
    await setTimeout(random.below(400));
    await engine.kill();

    const found = await look();
    expect(found).toMatchObject({ ok: true, unfinished: 0 });
    expect(found.counts.ratings).toEqual(wholeOr(0, RATINGS));
  }
});
