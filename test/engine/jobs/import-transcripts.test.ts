import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { TestEngine, unwrap, withEngine } from '../../support/engine.ts';
import { fc } from '../../support/property.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, transcript, writeLines, writeTranscripts } from '../../support/transcripts.ts';

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

/** What makes a project's content: everything but when and in which order it came. */
async function contentOf(engine: TestEngine): Promise<unknown> {
  const { digest } = await engine.ask('sample.draw', { size: 1000, seed: 7, strata: ['model', 'language'] });
  const { counts } = await engine.ask('project.summary', {});
  return [digest, counts.conversations, counts.messages, counts.answers];
}

const junk = fc.constantFrom(
  ['{"id":"cut","messages":[{"role":"us', 'NOT_JSON'],
  ['not json at all', 'NOT_JSON'],
  ['{"id":"x","messages":[]}', 'RECORD_INVALID'],
  ['{"id":"x","messages":[{"role":"nobody","content":"x"}]}', 'RECORD_INVALID'],
  ['{"id":"x","messages":"none"}', 'RECORD_INVALID'],
  ['[1,2]', 'RECORD_INVALID'],
  ['7', 'RECORD_INVALID'],
);
const messy = fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat(30) }, { weight: 1, arbitrary: junk }), {
  minLength: 1,
  maxLength: 25,
});

test('of any file, records = imported + duplicates + rejected; each rejected line is kept with its place and reason', async () => {
  await withProject(async (engine) => {
    const known = new Set<number>();
    await fc.assert(
      fc.asyncProperty(messy, async (content) => {
        // The first line is whole, so that there is something to tell the format by.
        const all = [0, ...content];
        const file = lines(...all.map((line) => (typeof line === 'number' ? transcript(line) : line[0])));
        const good = all.filter((line) => typeof line === 'number');
        const bad = all.flatMap((line, index) =>
          typeof line === 'number' ? [] : [{ line: index + 1, original: line[0], code: line[1] }],
        );
        const fresh = new Set(good.filter((n) => !known.has(n)));
        for (const n of good) known.add(n);

        const result = await importOne(engine, file);
        expect(result).toMatchObject({
          adapter: 'native',
          records: all.length,
          imported: fresh.size,
          duplicates: good.length - fresh.size,
          rejected: bad.length,
          messages: fresh.size * 3,
        });
        expect(Object.values(result.reasons).reduce((sum, n) => sum + n, 0)).toBe(bad.length);
        expect(result.quarantine === null).toBe(bad.length === 0);
        if (result.quarantine === null) return;
        const { total, rows } = await engine.ask('import.quarantine', {
          batch: result.quarantine,
          each: true,
        });
        expect(total).toBe(bad.length);
        expect(rows.map(({ line, original, code }) => ({ line, original, code }))).toEqual(bad);
        const text = readFileSync(file, 'utf8');
        for (const { original, byteOffset, reason } of rows) {
          expect(text.slice(byteOffset, byteOffset + original.length)).toBe(original);
          expect(reason).toMatch(/\w/);
        }
      }),
      { numRuns: 25 },
    );
    expect((await engine.ask('project.stats', {})).conversations).toBe(known.size);
  });
});

describe('importing', () => {
  test('the same files in another order, in pieces or packed, makes the same project', async () => {
    const all = numbers(40).map(transcript);
    const forward = await withProject(async (engine) => {
      await importOne(engine, lines(...all));
      return contentOf(engine);
    });
    const backward = await withProject(async (engine) => {
      const packed = join(folder, 'packed.jsonl.gz');
      writeFileSync(packed, gzipSync(readFileSync(lines(...all.slice(10).reverse()))));
      await engine.ask('import.transcripts', { files: [packed, lines(...all.slice(0, 15))] });
      return contentOf(engine);
    });
    expect(backward).toEqual(forward);
  });

  test('again changes nothing and reports duplicates', async () => {
    await withProject(async (engine) => {
      const file = lines(...numbers(10).map(transcript));
      await importOne(engine, file);
      const before = await contentOf(engine);
      expect(await importOne(engine, file)).toMatchObject({ imported: 0, duplicates: 10, messages: 0 });
      expect(await contentOf(engine)).toEqual(before);
    });
  });

  test('candidate answers stores each as an answer to the same context', async () => {
    await withProject(async (engine) => {
      const { messages, ...rest } = transcript(1);
      const answers = ['One.', 'Two.'].map((content) => ({ role: 'assistant', content }));
      const file = lines({ ...rest, messages: messages.slice(0, 2), candidates: answers });
      expect(await importOne(engine, file)).toMatchObject({ imported: 1, messages: 4 });
      expect((await engine.ask('project.summary', {})).counts).toMatchObject({ messages: 4, answers: 2 });
      const ratings = lines(
        ...[2, 3].map((message) => ({ conversation: 'c-1', message, rater: 'Ada', values: { fluency: 3 } })),
      );
      expect(await engine.ask('import.ratings', { files: [ratings] })).toMatchObject({ imported: 2 });
    });
  });

  test('known content under another id adds the id', async () => {
    await withProject(async (engine) => {
      await importOne(engine, lines({ ...transcript(1), id: 'old' }));
      const again = lines({ ...transcript(1), id: 'new' }, { ...transcript(1), id: 'newer' });
      expect(await importOne(engine, again)).toMatchObject({ imported: 0, duplicates: 2 });
      const ratings = lines(
        ...['old', 'new', 'newer', 'none'].map((conversation) => ({
          conversation,
          message: 'm-1',
          rater: conversation,
          values: { fluency: 3 },
        })),
      );
      expect(await engine.ask('import.ratings', { files: [ratings] })).toMatchObject({
        imported: 3,
        reasons: { ITEM_UNKNOWN: 1 },
      });
    });
  });

  test('tried only, tells the same figures and stores nothing', async () => {
    await withProject(async (engine) => {
      await importOne(engine, lines(transcript(1)));
      const file = lines(transcript(1), transcript(2), transcript(2), '{');
      const tried = await engine.ask('import.transcripts', { files: [file], dryRun: true });
      expect((await engine.ask('project.stats', {})).conversations).toBe(1);
      const [done] = (await engine.ask('import.transcripts', { files: [file] })).files;
      expect(tried.files).toEqual([{ ...done, quarantine: null }]);
      expect(done).toMatchObject({ imported: 1, duplicates: 2, rejected: 1 });
    });
  });

  test('several files of which one cannot be read takes in none of them', async () => {
    await withProject(async (engine) => {
      const missing = join(folder, 'missing.jsonl');
      const failure = await engine.refused('import.transcripts', { files: [lines(transcript(1)), missing] });
      expect(failure).toMatchObject({ code: 'FILE_NOT_FOUND', place: { file: missing } });
      expect((await engine.ask('project.stats', {})).conversations).toBe(0);
      expect((await engine.ask('import.batches', {})).batches).toEqual([]);
    });
  });

  test('several files of which one breaks off takes in the others, and that one once it is whole', async () => {
    await withProject(async (engine) => {
      const whole = gzipSync(readFileSync(lines(...numbers(4000, 10).map(transcript))));
      const cut = join(folder, 'cut.jsonl.gz');
      writeFileSync(cut, whole.subarray(0, whole.length - 2000));
      const [first, last] = [numbers(10), numbers(10, 5000)].map((some) => lines(...some.map(transcript)));
      const all = [first ?? '', cut, last ?? ''];
      const { files: done } = await engine.ask('import.transcripts', { files: all });
      expect(done).toMatchObject([
        { status: 'imported', imported: 10, error: null },
        {
          status: 'failed',
          path: cut,
          imported: 0,
          records: 0,
          error: { code: 'GZIP_DAMAGED', place: { file: cut } },
        },
        { status: 'imported', imported: 10 },
      ]);
      expect((await engine.ask('project.stats', {})).conversations).toBe(20);
      expect((await engine.ask('import.batches', {})).batches).toHaveLength(2);

      writeFileSync(cut, whole);
      const { files: again } = await engine.ask('import.transcripts', { files: all });
      expect(again.map(({ imported, duplicates }) => [imported, duplicates])).toEqual([
        [0, 10],
        [4000, 0],
        [0, 10],
      ]);
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    });
  });

  test('one file that breaks off is refused, and leaves nothing', async () => {
    await withProject(async (engine) => {
      const whole = gzipSync(readFileSync(lines(...numbers(4000).map(transcript))));
      const cut = join(folder, 'cut-alone.jsonl.gz');
      writeFileSync(cut, whole.subarray(0, whole.length - 2000));
      expect(await engine.refused('import.transcripts', { files: [cut] })).toMatchObject({
        code: 'GZIP_DAMAGED',
        place: { file: cut },
      });
      expect((await engine.ask('project.stats', {})).conversations).toBe(0);
      expect((await engine.ask('import.batches', {})).batches).toEqual([]);
    });
  });
});

describe('a long import', () => {
  const LONG = 9000;
  let long = '';
  beforeAll(() => {
    long = writeTranscripts(join(folder, 'long.jsonl'), LONG);
  });

  test('that is cancelled leaves nothing, and can be made again', async () => {
    await withProject(async (engine) => {
      const before = await engine.ask('project.stats', {});
      const running = engine.call('import.transcripts', { files: [long] }, 'import');
      engine.engine.cancel('import');
      expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
      expect(await engine.ask('project.stats', {})).toEqual(before);
      expect((await engine.ask('import.batches', {})).batches).toEqual([]);
      expect(await importOne(engine, long)).toMatchObject({ imported: LONG, duplicates: 0 });
    });
  });

  test('cancelled after part of it was stored leaves nothing either', async () => {
    files += 1;
    const path = join(folder, `project-${files}.touchstone`);
    let stored = 0;
    const engine: TestEngine = new TestEngine({
      push: (event) => {
        if (event.kind !== 'progress') return;
        stored += 1;
        engine.engine.cancel('import');
      },
    });
    await engine.ask('project.create', { file: path });
    const result = await engine.call('import.transcripts', { files: [long] }, 'import');
    expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(stored).toBeGreaterThan(0);
    expect((await engine.ask('project.stats', {})).messages).toBe(0);
    expect(await importOne(engine, lines(transcript(1)))).toMatchObject({ imported: 1, duplicates: 0 });
    await engine.close();
  });

  test('beside another with the same content: each conversation comes in once, whichever is cancelled', async () => {
    await withProject(async (engine) => {
      const half = writeTranscripts(join(folder, 'half.jsonl'), LONG / 2);
      const first = engine.call('import.transcripts', { files: [long] }, 'first');
      const second = engine.call('import.transcripts', { files: [half] }, 'second');
      engine.engine.cancel('first');
      expect(await first).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
      const [file] = unwrap(await second).files;
      expect(file).toMatchObject({ imported: LONG / 2, duplicates: 0 });

      const both = await Promise.all([
        engine.ask('import.transcripts', { files: [long] }),
        engine.ask('import.transcripts', { files: [long] }),
      ]);
      const brought = both.flatMap((own) => own.files).sort((a, b) => a.imported - b.imported);
      expect(brought.map(({ imported, duplicates }) => [imported, duplicates])).toEqual([
        [0, LONG],
        [LONG / 2, LONG / 2],
      ]);
      expect((await engine.ask('project.stats', {})).conversations).toBe(LONG);
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    });
  });
});
