import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type TestEngine, withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, transcript, writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
let files = 0;
const lines = (...records: unknown[]): string => {
  files += 1;
  return writeLines(join(folder, `file-${files}.jsonl`), records);
};

/** An engine on a new project. */
async function withProject<Value>(work: (engine: TestEngine) => Promise<Value>): Promise<Value> {
  files += 1;
  const path = join(folder, `project-${files}.touchstone`);
  return withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    return work(engine);
  });
}

async function importOne(engine: TestEngine, file: string) {
  const [imported] = (await engine.ask('import.transcripts', { files: [file] })).files;
  if (!imported) throw new Error('no file was imported');
  return imported;
}

describe('what was imported is listed', () => {
  test('newest first, with its figures; quarantine page by page', async () => {
    await withProject(async (engine) => {
      const bad = lines(transcript(0), ...numbers(7).map((n) => `{"broken": ${n}`));
      const { quarantine } = await importOne(engine, bad);
      const good = await importOne(engine, lines(transcript(1), transcript(0)));
      const { batches } = await engine.ask('import.batches', {});
      expect(batches).toMatchObject([
        { kind: 'transcripts', adapter: 'native', records: 2, imported: 1, duplicates: 1, rejected: 0 },
        {
          id: quarantine,
          records: 8,
          imported: 1,
          duplicates: 0,
          rejected: 7,
          finishedAt: '2026-03-02T09:00:00.000Z',
        },
      ]);
      expect(batches.map(({ file }) => file)).toEqual(
        [good.path, bad].map((path) => path.slice(folder.length + 1)),
      );
      const page = await engine.ask('import.quarantine', { batch: quarantine ?? '', offset: 5, limit: 5 });
      expect([page.total, page.rows.map(({ line }) => line)]).toEqual([7, [7, 8]]);
      expect(page.rows[0]).toMatchObject({ code: 'NOT_JSON', original: '{"broken": 5', path: '$' });
      expect((await engine.ask('project.summary', {})).counts.quarantined).toBe(7);
    });
  });
});
