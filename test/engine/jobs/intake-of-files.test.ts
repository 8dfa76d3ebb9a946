import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { TestEngine } from '../../support/engine.ts';
import { holdsTheEquation, importAll, importOne, intake, verified } from '../../support/intake.ts';
import { fc } from '../../support/property.ts';
import { times } from '../../support/thorough.ts';
import { numbers, transcript, writeLines } from '../../support/transcripts.ts';

const { folder, path, lines, file, withProject } = intake();
const swapped = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

/** The same records, as files may hold them. */
const FORMS: Record<string, (records: object[]) => string | Buffer> = {
  'JSON Lines': (records) => records.map((record) => JSON.stringify(record)).join('\n'),
  'a list': (records) => JSON.stringify(records),
  'a list over many lines, with a comma too much': (records) =>
    `${JSON.stringify(records, null, 2).slice(0, -2)},\n]`,
  'lines with commas': (records) => records.map((record) => `${JSON.stringify(record)},`).join('\n'),
  gzip: (records) => gzipSync(JSON.stringify(records)),
  Zstandard: (records) => zstdCompressSync(records.map((record) => JSON.stringify(record)).join('\r\n')),
  'UTF-16': (records) => swapped(records.map((record) => JSON.stringify(record)).join('\n')),
};

test('the same records make the same project, in whatever form, order and split they come', async () => {
  const forms = fc.array(fc.constantFrom(...Object.keys(FORMS)), { minLength: 1, maxLength: 4 });
  const order = fc.shuffledSubarray(numbers(12), { minLength: 12 });
  await fc.assert(
    fc.asyncProperty(forms, order, fc.nat(11), async (names, shuffled, repeated) => {
      await withProject(async (engine) => {
        const step = Math.ceil(shuffled.length / names.length);
        const files = names.map((name, index) => {
          const part = [...shuffled.slice(index * step, (index + 1) * step), repeated];
          return file(FORMS[name]?.(part.map(transcript)) ?? '');
        });
        const done = await importAll(engine, files);
        expect(done.every(holdsTheEquation)).toBe(true);
        expect(done.reduce((sum, one) => sum + one.imported, 0)).toBe(12);
        expect(done.reduce((sum, one) => sum + one.duplicates, 0)).toBe(names.length);
        for (const one of await importAll(engine, files))
          expect(one).toMatchObject({ imported: 0, merged: 0 });
        expect((await engine.ask('project.stats', {})).messages).toBe(36);
      });
    }),
    { numRuns: times(5, 40) },
  );
});

describe('a folder', () => {
  test('is read file by file; what is no transcript is told of by name, and stops nothing', async () => {
    await withProject(async (engine) => {
      const root = path('logs');
      mkdirSync(join(root, 'deep', '.git'), { recursive: true });
      writeLines(join(root, 'b.jsonl'), [transcript(1)]);
      writeLines(join(root, 'deep', 'a.jsonl'), [transcript(2), transcript(1), '{']);
      writeFileSync(join(root, 'README.md'), '# About these logs\n');
      writeFileSync(join(root, 'empty.json'), '');
      writeFileSync(join(root, 'photo.zip'), 'PK\x03\x04');
      writeFileSync(join(root, 'deep', '.git', 'config'), 'x');
      writeFileSync(join(root, 'cut.jsonl.gz'), gzipSync('{"a":1}\n'.repeat(5000)).subarray(0, 30));
      const done = await importAll(engine, [root]);
      expect(done.map(({ name, status, error }) => [name, status, error?.code ?? null])).toEqual([
        ['README.md', 'skipped', 'NOT_JSON'],
        ['b.jsonl', 'imported', null],
        ['cut.jsonl.gz', 'failed', 'GZIP_DAMAGED'],
        ['deep/a.jsonl', 'imported', null],
        ['empty.json', 'skipped', 'FILE_EMPTY'],
        ['photo.zip', 'skipped', 'ARCHIVE_UNSUPPORTED'],
      ]);
      expect(done[3]).toMatchObject({ records: 3, imported: 1, duplicates: 1, rejected: 1 });
      const { batches } = await engine.ask('import.batches', {});
      expect(batches.map((batch) => batch.file)).toEqual(['deep/a.jsonl', 'b.jsonl']);
      const looked = await engine.ask('import.look', { file: root });
      expect(looked.files.map(({ within, adapter }) => [within, adapter])).toEqual([
        ['README.md', ''],
        ['b.jsonl', 'native'],
        ['cut.jsonl.gz', ''],
        ['deep/a.jsonl', 'native'],
        ['empty.json', ''],
        ['photo.zip', ''],
      ]);
      const inside = await engine.ask('import.inspect', { file: root, within: 'deep/a.jsonl' });
      expect(inside).toMatchObject({ file: root, name: 'deep/a.jsonl', adapter: 'native' });
      for (const within of ['../secret', '/etc/passwd', 'deep/../../x'])
        expect(await engine.refused('import.inspect', { file: root, within })).toMatchObject({
          code: expect.stringMatching(/^(INVALID_INPUT|FILE_NOT_FOUND)$/),
        });
    });
  });

  test('with the project in it does not import the project', async () => {
    const root = path('home');
    mkdirSync(root);
    const engine = new TestEngine();
    await engine.ask('project.create', { file: join(root, 'study.touchstone') });
    writeLines(join(root, 'log.jsonl'), [transcript(1)]);
    const done = await importAll(engine, [root]);
    expect(done.map(({ name }) => name)).toEqual(['log.jsonl']);
    await engine.close();
  });
});

test('an import of several files that is cancelled keeps those that are whole, and takes in the rest when made again', async () => {
  const files = numbers(4).map((part) => lines(...numbers(3000, part * 3000).map(transcript)));
  const project = path('project.touchstone');
  const engine: TestEngine = new TestEngine({
    push: (event) => {
      if (event.kind === 'progress' && event.phase.includes(files[2]?.slice(folder.length + 1) ?? '-'))
        engine.engine.cancel('import');
    },
  });
  await engine.ask('project.create', { file: project });
  const result = await engine.call('import.transcripts', { files }, 'import');
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'CANCELLED', message: expect.stringContaining('2 of 4 files are in whole') },
  });
  expect((await engine.ask('project.stats', {})).conversations).toBe(6000);
  expect(await verified(engine)).toBeNull();
  const again = await importAll(engine, files);
  expect(again.map(({ imported, duplicates }) => [imported, duplicates])).toEqual([
    [0, 3000],
    [0, 3000],
    [3000, 0],
    [3000, 0],
  ]);
  await engine.close();
});

test('characters that are no text are counted, and the conversations say so', async () => {
  await withProject(async (engine) => {
    const broken = Buffer.from('{"messages":[{"role":"user","content":"caf\xe9"}]}', 'latin1');
    const escaped = '{"messages":[{"role":"user","content":"a\\u0000b"}]}';
    const done = await importOne(engine, file(Buffer.concat([broken, Buffer.from(`\n${escaped}\n`)])));
    expect(done).toMatchObject({ imported: 2, repaired: 2, encoding: 'utf-8', framing: 'lines' });
    const told = await importOne(engine, file(broken), { encoding: 'windows-1252' });
    expect(told).toMatchObject({ imported: 1, repaired: 0, encoding: 'windows-1252' });
  });
});

test('one line of fifty megabytes goes in', async () => {
  await withProject(async (engine) => {
    const long = {
      id: 'long',
      messages: [
        { role: 'user', content: 'x'.repeat(50_000_000) },
        { role: 'assistant', content: 'y' },
      ],
    };
    expect(await importOne(engine, lines(transcript(1), long, transcript(2)))).toMatchObject({ imported: 3 });
    const larger = lines(transcript(1), `{"id":"${'z'.repeat(70_000_000)}"}`, transcript(3));
    expect(await importOne(engine, larger)).toMatchObject({
      records: 3,
      imported: 1,
      duplicates: 1,
      rejected: 1,
      reasons: { RECORD_TOO_LARGE: 1 },
    });
    const { rows } = await engine.ask('import.quarantine', {});
    expect(rows).toMatchObject([{ line: 2, truncated: true, size: 70_000_009 }]);
  });
});
