import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PushedEvent } from '../../shared/contract/events.ts';
import { companions, digestOf, flipByte } from '../support/bytes.ts';
import { withDatabase } from '../support/database.ts';
import { TestEngine, withEngine } from '../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from '../support/study.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let study: Study;
beforeAll(async () => {
  study = await withEngine((engine) => makeStudy(engine, folder, { conversations: 60 }));
});

/** An engine that checks every project, however small, after it is opened. */
async function openLater(path: string) {
  const events: PushedEvent[] = [];
  const engine = new TestEngine({ checkLaterAbove: 0, push: (event) => void events.push(event) });
  await engine.ask('project.open', { file: path });
  return { engine, events };
}

const copyOf = (name: string): string => {
  const path = join(folder, `${name}.touchstone`);
  copyFileSync(study.path, path);
  return path;
};

/** Where the page lies that holds a table's first rows. */
function leafOf(path: string, table: string): number {
  const [root, size] = withDatabase(path, (db) => [
    Number(db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table)),
    Number(db.pragma('page_size', { simple: true })),
  ]);
  const bytes = readFileSync(path);
  const page = (number: number): number => (number - 1) * size;
  const isInner = bytes[page(root)] === 5;
  return page(isInner ? bytes.readUInt32BE(page(root) + bytes.readUInt16BE(page(root) + 12)) : root);
}

describe('a large project', () => {
  test('is shown before it is checked, and the file is not touched until then', async () => {
    const path = copyOf('shown');
    const before = digestOf(path);
    const { engine } = await openLater(path);
    const [first = ''] = await queueOf(engine, idOf(study, 'Ada'));
    expect((await engine.ask('item.show', { assignment: first })).answer.text).toMatch(/^Answer/);
    expect(digestOf(path)).toBe(before);
    await engine.close();
    expect(digestOf(path)).toBe(before);
    expect(companions(path)).toEqual([]);
  });

  test('is checked before the first change, which then is stored like any other', async () => {
    const path = copyOf('sound');
    const { engine, events } = await openLater(path);
    const [first = ''] = await queueOf(engine, idOf(study, 'Ada'));
    expect((await rate(engine, first, complete())).rating.status).toBe('submitted');
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, events: 5 });
    expect(events.filter(({ kind }) => kind === 'engine')).toEqual([]);
    await engine.close();
    await withEngine(async (again) => {
      await again.ask('project.open', { file: path });
      expect((await again.ask('project.stats', {})).ratings).toBe(1);
    });
  });

  test('that is damaged takes no change and runs no job, says so once, and is left as it is', async () => {
    const path = copyOf('damaged');
    flipByte(path, leafOf(path, 'feedback') + 3);
    const before = digestOf(path);
    const { engine, events } = await openLater(path);
    const [first = ''] = await queueOf(engine, idOf(study, 'Ada'));
    const damaged = { code: 'PROJECT_CORRUPT', place: { file: path } };
    const action = { kind: 'value' as const, dimension: 'fluency', value: 3 };
    expect(await engine.refused('rating.record', { assignment: first, action })).toMatchObject(damaged);
    expect(await engine.refused('rating.record', { assignment: first, action })).toMatchObject(damaged);
    expect(await engine.refused('agreement.report', {})).toMatchObject(damaged);
    expect(events).toEqual([
      { kind: 'engine', state: 'up', message: expect.stringContaining('The project file is damaged') },
    ]);
    await engine.close();
    expect(digestOf(path)).toBe(before);
    expect(companions(path)).toEqual([]);
  });

  test('that was not closed in good order is checked in full before it is shown', async () => {
    const path = copyOf('unclean');
    flipByte(path, leafOf(path, 'feedback') + 3);
    writeFileSync(`${path}-lock`, '');
    const engine = new TestEngine({ checkLaterAbove: 0 });
    expect(await engine.refused('project.open', { file: path })).toMatchObject({ code: 'PROJECT_CORRUPT' });
    await engine.close();
  });
});
