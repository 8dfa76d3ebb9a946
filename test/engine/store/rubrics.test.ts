import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { draftOf } from '../../../shared/domain/rubric-draft.ts';
import { TestEngine } from '../../support/engine.ts';
import { changed, reworded, shorter, ssfb } from '../../support/rubric.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

let folder: string;
let engine: TestEngine;
let study: Study;

beforeEach(async () => {
  folder = tempFolder();
  engine = new TestEngine();
  study = await makeStudy(engine, folder, { conversations: 4, overlap: 3 });
});
afterEach(() => engine.close());

const save = (rubric: Rubric, base = 1, note = '') => engine.ask('rubric.save', { base, rubric, note });
/** The rater's first so many items, rated. */
async function rateSome(rater: 'Ada' | 'Ben' | 'Cyd', items: number, fluency = 4): Promise<string[]> {
  const queue = (await queueOf(engine, idOf(study, rater))).slice(0, items);
  for (const assignment of queue) await rate(engine, assignment, complete(fluency));
  return queue;
}
const verified = () => engine.ask('audit.verify', {});

describe('saving a rubric', () => {
  test('makes the next version, with who, when and why, and leaves the one before as it was', async () => {
    await save({ ...shorter, id: 'other', version: 9 }, 1, ' Five steps were too many. ');
    const { versions } = await engine.ask('rubric.read', {});
    expect(versions.map(({ rubric, actor, note }) => [rubric.id, rubric.version, actor, note])).toEqual([
      ['ssfb', 2, 'Lea', 'Five steps were too many.'],
      ['ssfb', 1, 'Lea', ''],
    ]);
    expect(versions[1]?.rubric).toEqual(ssfb);
    expect((await engine.ask('project.summary', {})).rubric.version).toBe(2);
    const { entries } = await engine.ask('audit.log', { limit: 1 });
    expect(entries[0]).toMatchObject({ action: 'rubric.save', actor: 'Lea' });
    expect(await verified()).toMatchObject({ ok: true });
  });

  test('is refused where the rubric is none, says nothing new, or a newer one is there', async () => {
    expect(await engine.refused('rubric.save', { base: 1, rubric: { ...ssfb, title: '' } })).toMatchObject({
      code: 'RUBRIC_INVALID',
      place: { path: 'title' },
    });
    expect(await engine.refused('rubric.save', { base: 1, rubric: ssfb })).toMatchObject({
      code: 'RUBRIC_UNCHANGED',
    });
    await save(reworded);
    expect(await engine.refused('rubric.save', { base: 1, rubric: shorter })).toMatchObject({
      code: 'RUBRIC_STALE',
      message: 'Meanwhile there is ssfb@2; these changes were made to version 1.',
    });
    expect((await engine.ask('rubric.read', {})).versions).toHaveLength(2);
  });

  test('leaves begun ratings with the version they were begun under, and starts others with the new one', async () => {
    const [first = '', second = ''] = await queueOf(engine, idOf(study, 'Ada'));
    await rate(engine, first, [{ kind: 'value', dimension: 'fluency', value: 5 }]);
    await save(shorter);
    const begun = await engine.ask('item.show', { assignment: first });
    expect(begun.rubric?.version).toBe(1);
    await rate(engine, first, complete(5));
    expect((await engine.ask('item.show', { assignment: second })).rubric).toBeNull();
    expect(
      await engine.refused('rating.record', {
        assignment: second,
        action: { kind: 'value', dimension: 'fluency', value: 5 },
      }),
    ).toMatchObject({ code: 'VALUE_NOT_ALLOWED' });
    await rate(engine, second, complete(3));
    const { versions } = await engine.ask('rubric.read', {});
    expect(versions.map(({ submitted, begun: open }) => [submitted, open])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    await rate(engine, first, [{ kind: 'value', dimension: 'fluency', value: 4 }]);
    expect((await engine.ask('item.show', { assignment: first })).rubric?.version).toBe(1);
    expect(await verified()).toMatchObject({ ok: true });
  });
});

describe('a draft', () => {
  test('is there again after the project was closed, and gone once it is saved', async () => {
    const draft = draftOf(ssfb, () => 'u');
    draft.dimensions[0]?.options.splice(0);
    await engine.ask('rubric.keep', { draft: { base: 1, draft } });
    await engine.ask('project.close', {});
    await engine.ask('project.open', { file: study.path });
    expect((await engine.ask('rubric.read', {})).draft).toMatchObject({ base: 1, draft, actor: 'Lea' });
    await save(reworded);
    expect((await engine.ask('rubric.read', {})).draft).toBeNull();
    await engine.ask('rubric.keep', { draft: { base: 2, draft } });
    await engine.ask('rubric.keep', { draft: null });
    expect((await engine.ask('rubric.read', {})).draft).toBeNull();
    expect(await verified()).toMatchObject({ ok: true });
  });
});

describe('a rubric file', () => {
  test('is written and read again, and no other file is overwritten', async () => {
    await save(shorter);
    const out = join(folder, 'rubric.json');
    expect(await engine.ask('rubric.export', { out })).toMatchObject({ rubric: 'ssfb@2' });
    expect(await engine.ask('rubric.load', { file: out })).toEqual({ ...shorter, version: 2 });
    await engine.ask('rubric.export', { out, version: 1 });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(ssfb);
    expect(await engine.ask('rubric.load', {})).toEqual(ssfb);
    const notes = join(folder, 'notes.json');
    writeFileSync(notes, '{"my": "notes"}');
    expect(await engine.refused('rubric.export', { out: notes })).toMatchObject({ code: 'FILE_EXISTS' });
    expect(await engine.refused('rubric.load', { file: notes })).toMatchObject({ code: 'RUBRIC_INVALID' });
    expect(await engine.refused('rubric.export', { out, version: 7 })).toMatchObject({
      code: 'RUBRIC_UNKNOWN',
    });
  });
});

describe('what a change touches', () => {
  test('is counted for each changed dimension, by those who gave a value on it', async () => {
    await rateSome('Ada', 4);
    const [item = ''] = await queueOf(engine, idOf(study, 'Ben'));
    await rate(engine, item, complete(2));
    await save(reworded);
    expect(await engine.ask('rubric.affected', {})).toEqual({
      rubric: 'ssfb@2',
      dimensions: [
        {
          dimension: 'fluency',
          label: 'Fluency',
          by: 'meaning',
          ratings: 5,
          items: 4,
          raters: [
            { rater: 'Ada', ratings: 4 },
            { rater: 'Ben', ratings: 1 },
          ],
        },
      ],
      chosen: {
        ratings: 5,
        items: 4,
        raters: [
          { rater: 'Ada', ratings: 4 },
          { rater: 'Ben', ratings: 1 },
        ],
      },
      underway: 0,
    });
    const { chosen } = await engine.ask('rubric.affected', { dimensions: ['fluency'], raters: ['Ben'] });
    expect(chosen).toEqual({ ratings: 1, items: 1, raters: [{ rater: 'Ben', ratings: 1 }] });
  });

  test('is nothing where keys or the order of options changed', async () => {
    await rateSome('Ada', 2);
    await save(
      changed('fluency', (entry) => ({ ...entry, key: 'KeyL', options: entry.options.toReversed() })),
    );
    expect(await engine.ask('rubric.affected', {})).toMatchObject({ dimensions: [], chosen: { ratings: 0 } });
    expect(await engine.refused('rubric.rerate', { dimensions: ['fluency'] })).toMatchObject({
      code: 'RERATE_NOTHING',
    });
  });
});
