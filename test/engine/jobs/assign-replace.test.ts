import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tamper } from '../../support/database.ts';
import { TestEngine } from '../../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const engine = new TestEngine();
let study: Study;

beforeAll(async () => {
  study = await makeStudy(engine, folder, { conversations: 12, overlap: 2 });
});
afterAll(() => engine.close());

const itemsOf = async (rater: string): Promise<string[]> => {
  const { raters } = await engine.ask('project.summary', {});
  const queue = await queueOf(engine, raters.find(({ name }) => name === rater)?.id ?? '');
  const texts: string[] = [];
  for (const assignment of queue) texts.push((await engine.ask('item.show', { assignment })).answer.text);
  return texts;
};

describe('a rater who leaves', () => {
  test('keeps what they submitted; what is open goes to the others, once each, and is on record', async () => {
    const before = await itemsOf('Ada');
    const [first = '', second = ''] = await queueOf(engine, idOf(study, 'Ada'));
    await rate(engine, first, complete());
    await rate(engine, second, complete().slice(0, 1));
    const [ben, cyd] = [await itemsOf('Ben'), await itemsOf('Cyd')];

    const done = await engine.ask('assign.replace', { rater: 'Ada', by: ['Dan', 'Eve', 'dan'], seed: 7 });
    expect(done).toEqual({
      released: before.length - 1,
      assignments: before.length - 1,
      per_rater: { Dan: expect.any(Number), Eve: expect.any(Number) },
      unplaced: 0,
      repeated_names: ['dan'],
    });
    expect(Math.abs((done.per_rater.Dan ?? 0) - (done.per_rater.Eve ?? 0))).toBeLessThanOrEqual(1);
    expect(await itemsOf('Ada')).toEqual(before.slice(0, 1));
    const handed = [...(await itemsOf('Dan')), ...(await itemsOf('Eve'))];
    expect(handed.sort()).toEqual(before.slice(1).sort());
    expect([await itemsOf('Ben'), await itemsOf('Cyd')], 'nobody else is touched').toEqual([ben, cyd]);

    const { raters, pairs } = await engine.ask('assign.state', { sample: study.sample });
    expect(raters.find(({ rater }) => rater === 'Ada')).toEqual({ rater: 'Ada', open: 0, done: 1 });
    expect(
      pairs.reduce((sum, { items }) => sum + items, 0),
      'each item still has two',
    ).toBe(12);
    const { entries } = await engine.ask('audit.log', { limit: 1 });
    expect(entries[0]).toMatchObject({ action: 'assign.replace' });
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    expect((await engine.ask('project.summary', {})).counts.assignments).toBe(24);
  });

  test('has nothing more to hand on then, and does not get back what was taken', async () => {
    expect(await engine.ask('assign.replace', { rater: 'Ada', by: ['Dan'], seed: 7 })).toMatchObject({
      released: 0,
      assignments: 0,
    });
    const plan = await engine.ask('assign.plan', {
      sample: study.sample,
      raters: ['Ada', 'Fay'],
      overlap: 1,
      seed: 3,
    });
    const before = await itemsOf('Ada');
    expect(plan.per_rater.Fay).toBeGreaterThan(plan.per_rater.Ada ?? 0);
    expect(new Set(before).size).toBe(before.length);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('leaves to no one what all the others have or had', async () => {
    const done = await engine.ask('assign.replace', {
      rater: 'Ben',
      by: ['Cyd'],
      sample: study.sample,
      seed: 7,
    });
    const shared = 8 - done.assignments;
    expect(done).toMatchObject({ released: 8, unplaced: shared });
    expect(shared).toBeGreaterThan(0);
  });

  test('is one there is, and not their own successor', async () => {
    expect((await engine.refused('assign.replace', { rater: 'Zoe', by: ['Ada'], seed: 1 })).code).toBe(
      'RATER_UNKNOWN',
    );
    expect((await engine.refused('assign.replace', { rater: 'Cyd', by: ['cyd'], seed: 1 })).code).toBe(
      'SAMPLE_PLAN_INVALID',
    );
  });
});

test('a release that was taken back behind the back of the program is found', async () => {
  const path = join(folder, 'study.touchstone');
  await engine.ask('project.close', {});
  tamper(path, 'DELETE FROM assignment_release WHERE rowid = (SELECT min(rowid) FROM assignment_release)');
  await engine.ask('project.open', { file: path });
  expect(await engine.ask('audit.verify', {})).toMatchObject({
    ok: false,
    first_bad: { table: 'assignment_release' },
  });
});
