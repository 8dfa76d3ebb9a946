import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../support/database.ts';
import { importAll, importOne, intake, verified } from '../../support/intake.ts';
import { numbers, transcript } from '../../support/transcripts.ts';

const { path, lines, file, withProject } = intake();

const bad = (n: number, role = 'usr') => ({
  id: `bad-${n}`,
  messages: [
    { role: 'user', content: `x${n}` },
    { role, content: 'y' },
  ],
});

describe('rejected records', () => {
  test('are grouped by reason and place, the largest group first, with examples', async () => {
    await withProject(async (engine) => {
      const first = lines(
        transcript(0),
        ...numbers(5).map((n) => bad(n)),
        '{"cut":',
        '{"id":"e","messages":[]}',
      );
      const second = lines(transcript(1), bad(7), 'words');
      await importAll(engine, [first, second]);
      const { total, groups, rows } = await engine.ask('import.quarantine', { limit: 0 });
      expect(total).toBe(9);
      expect(rows).toEqual([]);
      expect(groups.map(({ code, place, count, files }) => [code, place, count, files])).toEqual([
        ['RECORD_INVALID', '$.messages[*].role', 6, 2],
        ['NOT_JSON', '$', 2, 2],
        ['RECORD_INVALID', '$.messages', 1, 1],
      ]);
      expect(groups[0]?.examples).toHaveLength(3);
      expect(groups[0]?.examples[0]).toMatchObject({
        line: 2,
        path: '$.messages[1].role',
        reason: expect.stringContaining('"usr"'),
        original: JSON.stringify(bad(0)),
        size: JSON.stringify(bad(0)).length,
        truncated: false,
      });
      const cut = await engine.ask('import.quarantine', { code: 'NOT_JSON' });
      expect(cut.rows.map(({ original }) => original)).toEqual(['{"cut":', 'words']);
      const place = await engine.ask('import.quarantine', { place: '$.messages' });
      expect(place.rows).toHaveLength(1);
    });
  });

  test('are written as they stood, are mended, and go in; nothing else does twice', async () => {
    await withProject(async (engine) => {
      const source = lines(transcript(0), bad(1), '{"odd":  "spaces"  }', transcript(2), bad(3));
      await importOne(engine, source);
      const out = path('rejected.jsonl');
      const { files } = await engine.ask('quarantine.export', { out });
      expect(files).toMatchObject([{ path: out, records: 3, truncated: 0, encoding: 'utf-8' }]);
      expect(readFileSync(out, 'utf8')).toBe(
        `${JSON.stringify(bad(1))}\n{"odd":  "spaces"  }\n${JSON.stringify(bad(3))}\n`,
      );
      const reasons = readFileSync(`${out}.reasons.jsonl`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(reasons).toMatchObject([
        { record: 1, line: 2, path: '$.messages[1].role', code: 'RECORD_INVALID' },
        { record: 2, line: 3 },
        { record: 3, line: 5 },
      ]);
      expect(await engine.refused('quarantine.export', { out })).toMatchObject({ code: 'FILE_EXISTS' });

      writeFileSync(out, readFileSync(out, 'utf8').replaceAll('"usr"', '"assistant"'));
      expect(await importOne(engine, out)).toMatchObject({ records: 3, imported: 2, rejected: 1 });
      expect(await importOne(engine, out)).toMatchObject({ imported: 0, duplicates: 2 });
      expect(await verified(engine)).toBeNull();
    });
  });

  test('are kept once, however often they come', async () => {
    await withProject(async (engine) => {
      const broken = lines(transcript(0), bad(1), bad(1), '{"cut":');
      const first = await importOne(engine, broken);
      expect(first).toMatchObject({ records: 4, imported: 1, rejected: 3 });
      expect(await importOne(engine, broken)).toMatchObject({ records: 4, duplicates: 1, rejected: 3 });
      await importOne(engine, lines(transcript(5), '{"cut":'));
      const { total, resolved, groups, rows } = await engine.ask('import.quarantine', {});
      expect([total, resolved]).toEqual([2, 0]);
      expect(rows.map(({ original, times, line }) => [original, times, line])).toEqual([
        [JSON.stringify(bad(1)), 4, 2],
        ['{"cut":', 3, 4],
      ]);
      expect(groups.map(({ code, count, files }) => [code, count, files])).toEqual([
        ['NOT_JSON', 1, 3],
        ['RECORD_INVALID', 1, 2],
      ]);
      expect(rows[1]?.also.map(({ line }) => line)).toEqual([4, 2]);
      const batch = first.quarantine ?? '';
      expect((await engine.ask('import.quarantine', { batch })).rows).toHaveLength(2);
      expect((await engine.ask('import.quarantine', { batch, each: true })).rows).toHaveLength(3);
      const out = path('once.jsonl');
      const { files } = await engine.ask('quarantine.export', { out });
      expect(files).toMatchObject([{ path: out, records: 2 }]);
      expect((await engine.ask('project.summary', {})).counts.quarantined).toBe(2);
      expect(await verified(engine)).toBeNull();
    });
  });

  test('are mended in their file, or in the one written for it, and stand no longer', async () => {
    await withProject(async (engine) => {
      const source = file(
        [JSON.stringify(transcript(0)), JSON.stringify(bad(1)), '{"cut":', 'words'].join('\n'),
      );
      await importOne(engine, source);
      const other = lines(transcript(7), '{"cut":');
      await importOne(engine, other);

      writeFileSync(
        source,
        readFileSync(source, 'utf8').replace('"usr"', '"assistant"').replace('words', ''),
      );
      expect(await importOne(engine, source)).toMatchObject({ imported: 1, duplicates: 1, rejected: 1 });
      const left = await engine.ask('import.quarantine', {});
      expect(left.rows.map(({ original, times }) => [original, times])).toEqual([['{"cut":', 3]]);
      const since = await engine.ask('import.quarantine', { resolved: true });
      expect(since.rows.map(({ original, resolvedBy }) => [original, resolvedBy])).toEqual([
        [JSON.stringify(bad(1)), basename(source)],
        ['words', basename(source)],
      ]);

      const out = path('to-mend.jsonl');
      await engine.ask('quarantine.export', { out });
      await importOne(engine, out).catch(() => null);
      expect((await engine.ask('import.quarantine', {})).total).toBe(1);
      writeFileSync(out, JSON.stringify(transcript(9)));
      expect(await importOne(engine, out)).toMatchObject({ imported: 1, rejected: 0 });
      expect(await engine.ask('import.quarantine', {})).toMatchObject({ total: 0, resolved: 3, rows: [] });
      expect(await engine.refused('quarantine.export', { out: path('none') })).toMatchObject({
        code: 'QUARANTINE_EMPTY',
      });
      expect(await verified(engine)).toBeNull();
    });
  });

  test('of a project from before are kept once from the next on', async () => {
    await withProject(async (engine, project) => {
      const broken = lines(transcript(0), bad(1), bad(1));
      await importOne(engine, broken);
      const original = JSON.stringify(bad(1)).replaceAll("'", "''");
      withDatabase(project, (db) => {
        db.exec(`UPDATE quarantine SET face = NULL, same_as = NULL, original = '${original}'`);
      });
      expect((await engine.ask('import.quarantine', {})).total).toBe(2);
      await importOne(engine, broken);
      const { total, rows } = await engine.ask('import.quarantine', {});
      expect([total, rows[0]?.times]).toEqual([1, 4]);
      expect(await verified(engine)).toBeNull();
    });
  });

  test('are mended too where nothing of the file came in before: by their ids, or the file read as another format', async () => {
    await withProject(async (engine) => {
      const source = lines(bad(1), bad(2));
      await importOne(engine, source, { adapter: 'native' });
      writeFileSync(source, readFileSync(source, 'utf8').replaceAll('"usr"', '"assistant"'));
      expect(await importOne(engine, source)).toMatchObject({ imported: 2 });
      expect(await engine.ask('import.quarantine', {})).toMatchObject({ total: 0, resolved: 2 });

      const known = lines(transcript(3), transcript(4));
      expect(await importOne(engine, known, { adapter: 'sharegpt' })).toMatchObject({ rejected: 2 });
      expect(await importOne(engine, known)).toMatchObject({ imported: 2 });
      expect(await engine.ask('import.quarantine', {})).toMatchObject({ total: 0, resolved: 4 });
    });
  });

  test('of another file that happens to have the same name stand as they are', async () => {
    await withProject(async (engine) => {
      const source = file([JSON.stringify(transcript(0)), 'words'].join('\n'));
      await importOne(engine, source);
      writeFileSync(source, JSON.stringify(transcript(3)));
      await importOne(engine, source);
      expect(await engine.ask('import.quarantine', {})).toMatchObject({ total: 1, resolved: 0 });
    });
  });

  test('of a table come under its header, in the bytes of its encoding', async () => {
    await withProject(async (engine) => {
      const text = 'Frage;Antwort\nWo ist Zürich?;Hier – 5 €\nnur eine\n"zwei\nZeilen";ä;zu viel\n';
      const mapping = {
        touchstone_mapping: 1,
        layout: 'pairs',
        prompt: 'Frage',
        response: 'Antwort',
      } as const;
      const latin = Buffer.from(
        [...text].map((letter) => ({ '–': 0x96, '€': 0x80 })[letter] ?? letter.charCodeAt(0)),
      );
      const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
      await importOne(engine, file(latin, 'a.csv'), { mapping, encoding: 'windows-1252' });
      await importOne(engine, file(utf16, 'b.csv'), { mapping });
      const out = path('rejected.csv');
      const { files } = await engine.ask('quarantine.export', { out });
      expect(files).toMatchObject([
        { path: out, encoding: 'windows-1252', records: 2 },
        { path: out.replace('.csv', '-2.csv'), encoding: 'utf-16le', records: 2 },
      ]);
      const expected = 'Frage;Antwort\nnur eine\n"zwei\nZeilen";ä;zu viel\n';
      expect(readFileSync(out)).toEqual(Buffer.from(expected, 'latin1'));
      expect(readFileSync(files[1]?.path ?? '')).toEqual(Buffer.from(`\ufeff${expected}`, 'utf16le'));

      writeFileSync(
        out,
        Buffer.from(expected.replace('nur eine', 'nur eine;Antwort').replace(';zu viel', ''), 'latin1'),
      );
      expect(await importOne(engine, out, { mapping, encoding: 'windows-1252' })).toMatchObject({
        imported: 2,
        rejected: 0,
      });
    });
  });

  test('keep their bytes where they are no text, and their beginning where they are large', async () => {
    await withProject(async (engine) => {
      const broken = Buffer.concat([
        Buffer.from('{"id":"'),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('","messages":3}'),
      ]);
      const large = `{"id":"large","messages":"${'ä'.repeat(900_000)}"}`;
      const whole = Buffer.concat([
        Buffer.from(`${JSON.stringify(transcript(1))}\n`),
        broken,
        Buffer.from(`\n${large}\n`),
      ]);
      await importOne(engine, file(whole));
      const { rows } = await engine.ask('import.quarantine', {});
      expect(rows).toMatchObject([
        { truncated: false },
        { truncated: true, size: Buffer.byteLength(large), original: large.slice(0, 4000) },
      ]);
      const out = path('rejected.jsonl');
      const { files } = await engine.ask('quarantine.export', { out });
      expect(files).toMatchObject([{ records: 1, truncated: 1 }]);
      expect(readFileSync(out)).toEqual(Buffer.concat([broken, Buffer.from('\n')]));
      expect(readFileSync(`${out}.reasons.jsonl`, 'utf8')).toContain('"record":null');
      expect(await verified(engine)).toBeNull();
    });
  });

  test('where there is none, there is nothing to write', async () => {
    await withProject(async (engine) => {
      expect(await engine.refused('quarantine.export', { out: path('none') })).toMatchObject({
        code: 'QUARANTINE_EMPTY',
      });
    });
  });
});
