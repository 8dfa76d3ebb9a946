import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gatheringPath } from '../../../electron/engine/store/gathering.ts';
import { withDatabase } from '../../support/database.ts';
import { holdsTheEquation, importAll, importOne, intake, verified } from '../../support/intake.ts';
import { numbers } from '../../support/transcripts.ts';

const { folder, lines, file, withProject } = intake();

const completion = (id: string, answer: string) => ({
  id,
  object: 'chat.completion',
  model: 'gpt-4o',
  created: 1_760_000_000,
  choices: [{ index: 0, message: { role: 'assistant', content: answer }, finish_reason: 'stop' }],
});
const listing = (id: string, ...texts: string[]) => ({
  object: 'list',
  data: texts.map((content, index) => ({ id: `${id}-${index}`, role: 'user', content })),
  has_more: false,
});
const page = (...data: object[]) => ({ object: 'list', data, has_more: false });

const textsIn = (project: string) =>
  withDatabase(project, (db) =>
    db
      .prepare(
        "SELECT b.file, (SELECT group_concat(m.text, ' > ' ORDER BY m.position, m.candidate) FROM message m WHERE m.conversation_id = c.id) FROM conversation c JOIN batch b ON b.id = c.batch_id ORDER BY c.id",
      )
      .raw()
      .all(),
  );

describe('records of one conversation', () => {
  test('in several files of one import are joined, in whatever order the files come', async () => {
    const answers = lines(page(completion('chatcmpl-1', 'One.'), completion('chatcmpl-2', 'Two.')));
    const questions = lines(listing('chatcmpl-2', 'Second?'), listing('chatcmpl-1', 'First?'));
    for (const files of [
      [answers, questions],
      [questions, answers],
    ])
      await withProject(async (engine, project) => {
        const done = await importAll(engine, files);
        expect(done.every(holdsTheEquation)).toBe(true);
        expect(done[0]).toMatchObject({ records: 2, imported: 2, gathered: 2 });
        expect(done[1]).toMatchObject({ records: 0, imported: 0, gathered: 2 });
        expect(done[1]?.notes).toEqual([expect.stringContaining('2 of its records')]);
        expect(textsIn(project).map((row) => Array(row).flat()[0])).toHaveLength(2);
        expect(JSON.stringify(textsIn(project))).toContain('First? > One.');
        expect(existsSync(gatheringPath(project))).toBe(false);
        expect(await verified(engine)).toBeNull();
      });
  });

  test('that lack their other half are rejected with the reason, and come in once the other half is there', async () => {
    await withProject(async (engine) => {
      const answers = lines(page(completion('chatcmpl-1', 'One.'), completion('chatcmpl-2', 'Two.')));
      const alone = await importOne(engine, answers, { adapter: 'openai-stored' });
      expect(alone).toMatchObject({ records: 2, imported: 0, rejected: 2 });
      expect(holdsTheEquation(alone)).toBe(true);
      const { rows } = await engine.ask('import.quarantine', {});
      expect(rows).toMatchObject([{ line: 1 }, { line: 1 }]);
      expect(JSON.parse(rows[0]?.original ?? '')).toMatchObject({ id: 'chatcmpl-1' });
      const questions = lines(listing('chatcmpl-1', 'First?'), listing('chatcmpl-2', 'Second?'));
      const both = await importAll(engine, [answers, questions]);
      expect(both[0]).toMatchObject({ imported: 2, rejected: 0 });
    });
  });

  test('in the rows of a table are joined, however far they stand apart', async () => {
    await withProject(async (engine, project) => {
      const turns = numbers(3000).flatMap((n) => [
        `${n % 1000},user,question ${n}`,
        `${n % 1000},assistant,answer ${n}`,
      ]);
      const table = file(`session_id,role,content\n${turns.join('\n')}\n`, 'chat.csv');
      const done = await importOne(engine, table);
      expect(done).toMatchObject({
        adapter: 'mapping',
        framing: 'table',
        records: 1000,
        imported: 1000,
        messages: 6000,
        gathered: 6000,
      });
      expect(textsIn(project)[7]).toEqual([
        expect.stringMatching(/chat\.csv$/),
        'question 7 > answer 7 > question 1007 > answer 1007 > question 2007 > answer 2007',
      ]);
      expect(await importOne(engine, table)).toMatchObject({ imported: 0, duplicates: 1000 });
      expect(await verified(engine)).toBeNull();
    });
  });

  test('that are too large together are refused, and take no more room than is given them', async () => {
    await withProject(async (engine, project) => {
      const big = 'x'.repeat(9_000_000);
      const rows = numbers(9).map((n) => `a,${n % 2 === 0 ? 'user' : 'assistant'},${big}`);
      const table = file(`session_id,role,content\n${rows.join('\n')}\nb,user,Hi\nb,assistant,Hello\n`);
      const done = await importOne(engine, table);
      expect(done).toMatchObject({ records: 2, imported: 1, rejected: 1, reasons: { RECORD_TOO_LARGE: 1 } });
      expect(existsSync(gatheringPath(project))).toBe(false);
    });
  });
});

test('an import cut off while records wait leaves nothing of them, and is made again in whole', async () => {
  await withProject(async (engine, project) => {
    const turns = numbers(20_000).map((n) => `${n % 5000},${n < 10_000 ? 'user' : 'assistant'},text ${n}`);
    const table = file(`session_id,role,content\n${turns.join('\n')}\n`);
    const running = engine.call('import.transcripts', { files: [table] }, 'import');
    engine.engine.cancel('import');
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(existsSync(gatheringPath(project))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('gathering'))).toEqual([]);
    expect(await importOne(engine, table)).toMatchObject({ imported: 5000 });
  });
});

test('a file of a set that breaks off is left out, and the others are joined without it', async () => {
  await withProject(async (engine, project) => {
    const { gzipSync } = await import('node:zlib');
    const many = numbers(4000).map((n) =>
      JSON.stringify(completion(`chatcmpl-x${n}`, `${n} ${Math.sin(n)}`)),
    );
    const packed = gzipSync(many.join('\n'));
    const cut = file(packed.subarray(0, packed.length - 500), 'cut.json.gz');
    const answers = lines(page(completion('chatcmpl-1', 'One.')));
    const questions = lines(listing('chatcmpl-1', 'First?'));
    const { files } = await engine.ask('import.transcripts', {
      files: [answers, cut, questions],
      adapter: 'openai-stored',
    });
    expect(files).toMatchObject([
      { status: 'imported', imported: 1 },
      { status: 'failed', error: { code: 'GZIP_DAMAGED' } },
      { status: 'imported', records: 0 },
    ]);
    expect(JSON.stringify(textsIn(project))).toContain('First? > One.');
    expect(await verified(engine)).toBeNull();
  });
});
