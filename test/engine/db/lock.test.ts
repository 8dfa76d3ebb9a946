import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { companions } from '../../support/bytes.ts';
import { ChildEngine } from '../../support/child-engine.ts';
import { withDatabase } from '../../support/database.ts';
import { TestEngine, unwrap, withEngine } from '../../support/engine.ts';
import { makeStudy } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const project = join(folder, 'study.touchstone');

beforeAll(() => withEngine((engine) => makeStudy(engine, folder, { conversations: 4 })));

describe('a project that another program has open', () => {
  test('is refused with the holder named, can be read, and is free again once the holder is gone, killed or not', async () => {
    const holder = await ChildEngine.start();
    unwrap(await holder.call('project.open', { file: project }));
    unwrap(await holder.call('rater.add', { name: 'Dan' }));

    const second = new TestEngine();
    const refusal = await second.refused('project.open', { file: project });
    expect(refusal).toMatchObject({ code: 'PROJECT_BUSY', place: { file: project } });
    expect(refusal.message).toContain(`process ${holder.pid} on `);
    expect(second.engine.openReadOnly(project)).toEqual({ ok: true, value: null });
    expect((await second.ask('project.stats', {})).raters).toBe(4);
    expect(await second.refused('rater.add', { name: 'Eve' })).toMatchObject({ code: 'READ_ONLY' });
    await second.close();
    expect(companions(project), 'the reader left the holder its files').toContain('-wal');

    await holder.kill();
    const { notices, counts } = await second.ask('project.open', { file: project });
    expect(notices).toEqual([expect.stringContaining('ended without closing')]);
    expect(counts.raters, 'what the killed program had stored is there').toBe(4);
    await second.close();
    expect(companions(project)).toEqual([]);

    expect((await second.ask('project.open', { file: project })).notices, 'a clean end says nothing').toEqual(
      [],
    );
    await second.close();
  });

  test('is refused within one program too', async () => {
    await withEngine(async (first) => {
      await first.ask('project.open', { file: project });
      await withEngine(async (second) => {
        const { code, message } = await second.refused('project.open', { file: project });
        expect([code, message]).toEqual(['PROJECT_BUSY', expect.stringContaining(`process ${process.pid}`)]);
      });
      expect((await first.ask('rater.add', { name: 'Fay' })).name).toBe('Fay');
    });
  });
});

describe('after a session that did not end cleanly', () => {
  test('the project is checked in full, which finds damage that the quick check passes over', async () => {
    const path = join(folder, 'index.touchstone');
    copyFileSync(project, path);
    withDatabase(path, (db) => {
      db.unsafeMode();
      db.pragma('writable_schema = ON');
      db.exec(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX assignment_sample ON assignment (item_id)' WHERE name = 'assignment_sample'",
      );
      expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    });
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: path });
      await engine.ask('project.close', {});
      writeFileSync(`${path}-lock`, '');
      expect(await engine.refused('project.open', { file: path })).toMatchObject({ code: 'PROJECT_CORRUPT' });
      expect(existsSync(`${path}-lock`), 'the next attempt checks in full as well').toBe(true);
    });
  });
});
