import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { projectCounts } from '../../../electron/engine/store/project.ts';
import { verify } from '../../../electron/engine/verify/verify.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { ChildEngine } from '../../support/child-engine.ts';
import { Desk } from '../../support/desk.ts';
import { unwrap, withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { times } from '../../support/thorough.ts';
import { numbers, transcript, writeLines } from '../../support/transcripts.ts';

const ROUNDS = times(8, 50);
const KNOWN = 400;
const EACH = 1500;
const FILES = 3;

const folder = tempFolder();
const base = join(folder, 'base.touchstone');
const path = join(folder, 'cut.touchstone');
let files: string[];

/** What the files hold beside new conversations: the known ones, with one turn and one thumb more. */
const longer = (n: number) => {
  const { messages, ...rest } = transcript(n);
  const more = [
    { role: 'user', content: `And ${n}?` },
    { role: 'assistant', content: `So ${n}.`, feedback: [{ kind: 'explicit', signal: 'thumb', value: 1 }] },
  ];
  return { ...rest, messages: [...messages, ...more] };
};

beforeAll(async () => {
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: base });
    const known = writeLines(join(folder, 'known.jsonl'), numbers(KNOWN).map(transcript));
    await engine.ask('import.transcripts', { files: [known], personalData: 'keep' });
  });
  files = numbers(FILES).map((part) =>
    writeLines(join(folder, `part-${part}.jsonl`), [
      ...numbers(EACH, 1000 + part * EACH).map(transcript),
      ...(part === 1 ? numbers(KNOWN).map(longer) : []),
      `{"broken":${part}`,
    ]),
  );
  // Records of one conversation that stand apart wait on disk for each other.
  const rows = numbers(EACH).flatMap((n) => [`t${n},user,question ${n}`, `t${n},assistant,answer ${n}`]);
  files.push(writeLines(join(folder, 'table.csv'), ['session_id,role,content', ...rows]));
});

/** Opens the project as the next start of the program would, and gives back what it finds. */
async function look() {
  const desk = await Desk.open(path);
  try {
    const { ok, first_bad } = verify(desk.db, () => undefined);
    const count = (sql: string) => Number(desk.db.prepare(sql).pluck().get());
    return {
      ok,
      first_bad,
      unfinished: count("SELECT count(*) FROM batch WHERE status = 'loading'"),
      staged: count('SELECT (SELECT count(*) FROM staged_message) + (SELECT count(*) FROM staged_feedback)'),
      batches: count('SELECT count(*) FROM batch'),
      continued: count('SELECT count(*) FROM message WHERE batch_id IS NOT NULL'),
      counts: projectCounts(desk.db),
    };
  } finally {
    desk.close();
  }
}

const leftBeside = (): string[] =>
  readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}-`));

test(`an import of several files killed at any of ${ROUNDS} moments keeps those that were whole, and nothing of the others`, {
  timeout: 400_000,
}, async () => {
  const random = seededRandom('kill intake');
  const found = new Set<number>();
  let starting = ChildEngine.start(100);
  for (const round of numbers(ROUNDS)) {
    copyFileSync(base, path);
    const engine = await starting;
    starting = ChildEngine.start(round + 101);
    unwrap(await engine.call('project.open', { file: path }));
    const until = random.below(26);
    const wait = random.below(12);
    const dying = new Promise<void>((resolve) => {
      let seen = 0;
      engine.onPush = (event) => {
        if (event.kind !== 'progress') return;
        seen += 1;
        if (seen > until)
          void setTimeout(wait)
            .then(() => engine.kill())
            .then(resolve);
      };
    });
    const whole = engine.call('import.transcripts', { files, personalData: 'keep' }, 'import');
    await Promise.race([dying, whole]);
    await engine.kill();

    const state = await look();
    expect(state, `round ${round}`).toMatchObject({ ok: true, unfinished: 0, staged: 0 });
    const done = state.batches - 1;
    found.add(done);
    expect(state.counts.conversations).toBe(KNOWN + done * EACH);
    expect(state.counts.quarantined).toBe(Math.min(done, FILES));
    expect(state.continued).toBe(done > 1 ? 2 * KNOWN : 0);
    expect(leftBeside()).toEqual([]);
  }
  await (await starting).kill();
  expect(found.size, 'files that were in when it was killed').toBeGreaterThan(1);

  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: path });
    await engine.ask('import.transcripts', { files, personalData: 'keep' });
  });
  const state = await look();
  expect(state).toMatchObject({ ok: true, continued: 2 * KNOWN });
  expect(state.counts).toMatchObject({ conversations: KNOWN + (FILES + 1) * EACH });
  expect(existsSync(`${path}-gathering`)).toBe(false);
});
