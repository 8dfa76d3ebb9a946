import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EXAMPLES as CHATS } from '../formats/examples/chats.ts';
import { EXAMPLES as DATASETS } from '../formats/examples/datasets.ts';
import { EXAMPLES as LOGS } from '../formats/examples/logs.ts';
import { EXAMPLES as OWN } from '../formats/examples/own.ts';
import { withDatabase } from '../support/database.ts';
import { holdsTheEquation, importAll, importOne, intake, verified } from '../support/intake.ts';
import { transcript } from '../support/transcripts.ts';

const FORMATS: Record<string, unknown[]> = { ...OWN, ...CHATS, ...DATASETS, ...LOGS };
const { path, lines, file, withProject } = intake();

/** JSON of a record, big integers as text. */
const json = (record: unknown): string =>
  JSON.stringify(record, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/** The record with every text in it made by `change`. */
const everyText = (record: unknown, change: (text: string) => string): unknown =>
  JSON.parse(json(record), (_key, value: unknown) => (typeof value === 'string' ? change(value) : value));

describe('data that unfolds without end', () => {
  const bomb = Buffer.concat([
    Buffer.from(`${JSON.stringify(transcript(1))}\n`.repeat(60)),
    Buffer.alloc(200 * 1024 * 1024, '{"messages":"'.padEnd(1024 * 1024, 'x')),
  ]);

  test.each([
    ['gzip', () => gzipSync(bomb)],
    ['Zstandard', () => zstdCompressSync(bomb)],
  ])('in %s is stopped, nothing of it is in, and what comes beside it is', async (_name, pack) => {
    await withProject(async (engine) => {
      const packed = file(pack(), 'bomb');
      const [bad, good] = await importAll(engine, [packed, lines(transcript(2))]);
      expect(bad).toMatchObject({ status: 'failed', error: { code: 'DECOMPRESSION_BOMB' } });
      expect(good).toMatchObject({ imported: 1 });
      expect((await engine.ask('project.stats', {})).conversations).toBe(1);
    });
  });
});

test('a record nested ten thousand levels deep is rejected among those of any format, and they are read', async () => {
  const deep = `${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}`;
  await withProject(async (engine) => {
    for (const [format, records] of Object.entries(FORMATS)) {
      const plain = json(records[0]);
      const within = `${plain.slice(0, -1)},"deep":${deep}}`;
      const everywhere = plain.replaceAll(/:"[^"\\]*"/g, `:${deep}`);
      const done = await importOne(engine, lines(...records.map(json), within, everywhere, deep), {
        adapter: format,
      });
      expect(holdsTheEquation(done), format).toBe(true);
      expect(done.imported + done.duplicates, format).toBeGreaterThan(0);
      expect(done.rejected, format).toBeGreaterThan(0);
    }
    expect(await verified(engine)).toBeNull();
  });
});

describe('a record with more fields than memory should hold', () => {
  const write = (name: string, fields: number): string => {
    const target = path(name);
    const out = openSync(target, 'w');
    writeSync(out, `${JSON.stringify(transcript(1))}\n{"messages":[{"role":"user","content":"x"}]`);
    for (let from = 0; from < fields; from += 50_000) {
      let some = '';
      for (let n = from; n < Math.min(from + 50_000, fields); n += 1) some += `,"${n.toString(36)}":1`;
      writeSync(out, some);
    }
    writeSync(out, `}\n${JSON.stringify(transcript(2))}\n`);
    closeSync(out);
    return target;
  };

  test.each([
    [10_000_000, 'RECORD_TOO_LARGE'],
    [3_000_000, 'TOO_MANY_VALUES'],
  ])('%i of them, is rejected before it is parsed', async (fields, code) => {
    await withProject(async (engine) => {
      const done = await importOne(engine, write('fields.jsonl', fields));
      expect(done).toMatchObject({ records: 3, imported: 2, rejected: 1, reasons: { [code]: 1 } });
    });
  });
});

test('names of fields that mean something to the language are fields like any other', async () => {
  await withProject(async (engine, project) => {
    const names =
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"hasOwnProperty":1,"toString":null';
    const record = `{"id":"__proto__",${names},"groups":{"__proto__":"x"},"messages":[{"role":"user","content":"Hi",${names}},{"role":"assistant","content":"Hello"}]}`;
    expect(await importOne(engine, lines(record))).toMatchObject({ imported: 1 });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const [row] = withDatabase(project, (db) =>
      db
        .prepare<[], { name: string; groups: string; metadata: string }>(
          'SELECT name, groups, metadata FROM conversation',
        )
        .all(),
    );
    expect(row).toMatchObject({ name: '__proto__', groups: '{"__proto__":"x"}' });
    expect(row?.metadata).toContain('"__proto__":{"polluted":1}');
    const table = file('prompt,response,__proto__\nWhy?,So.,x\n');
    expect(await importOne(engine, table)).toMatchObject({ imported: 1, rejected: 0 });
  });
});

test('numbers beyond all measure are kept digit by digit, or refused where a number is wanted', async () => {
  await withProject(async (engine, project) => {
    const record = (more: string) => `{"messages":[{"role":"user","content":"Hi ${more.length}"}],${more}}`;
    const done = await importOne(
      engine,
      lines(
        record('"id":123456789012345678901234567890'),
        record('"n":1e999999999,"m":-0.0000000000000000000000000001'),
        record(`"digits":${'9'.repeat(100_000)}`),
        '{"messages":[{"role":"user","content":"x","latency_ms":1e400}]}',
      ),
      { adapter: 'native' },
    );
    expect(done).toMatchObject({ imported: 3, rejected: 1 });
    const names = withDatabase(project, (db) =>
      db.prepare('SELECT name FROM conversation ORDER BY id').pluck().all(),
    );
    expect(names[0]).toBe('123456789012345678901234567890');
    const metadata = withDatabase(project, (db) =>
      db.prepare('SELECT metadata FROM conversation WHERE id = 2').pluck().get(),
    );
    expect(metadata).toContain('"n":"1e999999999"');
  });
});

test('texts that would keep a careless expression busy for years are read in every field of any format', async () => {
  const BAIT = [
    `${'a'.repeat(60_000)}!`,
    `${' '.repeat(60_000)}x`,
    `${'\n\nHuman:'.repeat(8000)}`,
    `${'['.repeat(30_000)}${'"'.repeat(30_000)}`,
    `${'1'.repeat(50_000)}-${'1'.repeat(50_000)}`,
    `${'a@'.repeat(30_000)}`,
    `${'<div>'.repeat(12_000)}`,
    `2026-01-01T${'0'.repeat(60_000)}`,
    `${'\\'.repeat(60_000)}"`,
  ];

  await withProject(async (engine) => {
    for (const [format, [first]] of Object.entries(FORMATS)) {
      const baited = BAIT.map((bait) => json(everyText(first, (text) => (text.length > 12 ? bait : text))));
      const all = BAIT.map((bait) => json(everyText(first, () => bait)));
      const done = await importOne(engine, lines(...baited, ...all), { adapter: format });
      expect(holdsTheEquation(done), format).toBe(true);
    }
  });
});

test('markup, script and formulas in every field are text, and stay what they are', async () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>=HYPERLINK("http://x")';
  await withProject(async (engine, project) => {
    const { messages, ...rest } = transcript(1);
    const record = {
      ...rest,
      id: evil,
      model: evil,
      use_case: evil,
      groups: { [evil]: evil },
      metadata: { [evil]: evil },
    };
    const said = messages.map((message) => ({ ...message, content: evil, [evil]: evil }));
    const name = file(lines(), `${evil.replaceAll('/', '')}.jsonl`.slice(0, 80));
    expect(existsSync(name)).toBe(true);
    expect(await importOne(engine, lines({ ...record, messages: said }))).toMatchObject({ imported: 1 });
    const [conversation] = withDatabase(project, (db) =>
      db.prepare<[], Record<string, string>>('SELECT name, model, use_case, groups FROM conversation').all(),
    );
    expect(conversation).toEqual({
      name: evil,
      model: evil,
      use_case: evil,
      groups: JSON.stringify({ [evil]: evil }),
    });
    const texts = withDatabase(project, (db) =>
      db.prepare('SELECT DISTINCT text FROM message').pluck().all(),
    );
    expect(texts).toEqual([evil]);
  });
});
