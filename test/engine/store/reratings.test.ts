import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { rowsOf } from '../../support/database.ts';
import { TestEngine } from '../../support/engine.ts';
import { reworded, shorter } from '../../support/rubric.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines } from '../../support/transcripts.ts';

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

describe('judging again', () => {
  const ask = (raters?: string[]) => engine.ask('rubric.rerate', { dimensions: ['fluency'], raters });
  const lastOf = async (rater: 'Ada' | 'Ben') => (await queueOf(engine, idOf(study, rater))).at(-1) ?? '';

  test('shows the answer once more, with all that was said but for the dimension that changed', async () => {
    const [first = ''] = await rateSome('Ada', 1);
    await rate(engine, first, [{ kind: 'rationale', text: 'As I said.' }, { kind: 'submit' }]);
    await save(shorter);
    expect(await ask()).toMatchObject({ assignments: 1, items: 1, per_rater: { Ada: 1 } });
    const again = await lastOf('Ada');
    expect(again).not.toBe(first);
    const shown = await engine.ask('item.show', { assignment: again });
    expect(shown).toMatchObject({
      rubric: null,
      rerating: { rubric: 'ssfb@1', dimensions: ['fluency'] },
      stored: {
        savedAt: null,
        rating: {
          status: 'draft',
          values: { sensibleness: 1, specificity: 1, bias: 0 },
          rationale: 'As I said.',
        },
      },
    });
    expect(shown.stored.rating.values.fluency).toBeUndefined();
    const done = await rate(engine, again, [
      { kind: 'value', dimension: 'fluency', value: 3 },
      { kind: 'submit' },
    ]);
    expect(done.rating.values).toEqual({ sensibleness: 1, specificity: 1, fluency: 3, bias: 0 });
    const before = await engine.ask('item.show', { assignment: first });
    expect(before.stored.rating.values.fluency).toBe(4);
    expect(before.rubric?.version).toBe(1);
    expect(await verified()).toMatchObject({ ok: true });
  });

  test('can be undone step by step, back to what was carried over', async () => {
    await rateSome('Ada', 1);
    await save(shorter);
    await ask();
    const again = await lastOf('Ada');
    await rate(engine, again, [{ kind: 'value', dimension: 'fluency', value: 2 }]);
    const undone = await engine.ask('rating.undo', { rater: idOf(study, 'Ada') });
    expect(undone).toMatchObject({
      assignment: again,
      rating: { status: 'draft', values: { sensibleness: 1, specificity: 1, bias: 0 } },
    });
    const earlier = await engine.ask('rating.undo', { rater: idOf(study, 'Ada') });
    expect(earlier.action).toEqual({ kind: 'submit' });
    expect(earlier.assignment).not.toBe(again);
    await engine.ask('rating.redo', { rater: idOf(study, 'Ada') });
    const redone = await engine.ask('rating.redo', { rater: idOf(study, 'Ada') });
    expect(redone.rating.values.fluency).toBe(2);
    expect(await verified()).toMatchObject({ ok: true });
  });

  test('is asked of nobody twice, and can be taken back until it is begun', async () => {
    await rateSome('Ada', 2);
    await rateSome('Ben', 1);
    await save(shorter);
    const { act } = await ask();
    expect(await engine.ask('rubric.affected', {})).toMatchObject({ chosen: { ratings: 0 }, underway: 3 });
    await rate(engine, await lastOf('Ben'), [{ kind: 'value', dimension: 'fluency', value: 1 }]);
    expect((await engine.ask('rubric.read', {})).requests).toMatchObject([
      {
        act,
        rubric: 'ssfb@2',
        dimensions: ['fluency'],
        actor: 'Lea',
        asked: 3,
        started: 1,
        done: 0,
        takenBack: 0,
      },
    ]);
    expect(await engine.ask('rubric.takeBack', { act })).toEqual({ released: 2, started: 1 });
    expect(await queueOf(engine, idOf(study, 'Ada'))).toHaveLength(4);
    expect(await queueOf(engine, idOf(study, 'Ben'))).toHaveLength(5);
    expect(await engine.refused('rubric.takeBack', { act })).toMatchObject({ code: 'RERATE_BEGUN' });
    expect(await ask(['Ada'])).toMatchObject({ assignments: 2 });
    expect((await engine.ask('rubric.read', {})).requests).toHaveLength(2);
    expect(await verified()).toMatchObject({ ok: true });
  });

  test('is asked of no known answer and no hidden repeat, and stays with its rater when work is handed on', async () => {
    const gold = writeLines(join(folder, 'gold.jsonl'), [
      {
        conversation: 'c-1',
        message: 2,
        rater: 'lead',
        values: { sensibleness: 1, specificity: 1, fluency: 5, bias: 0 },
      },
    ]);
    await engine.ask('assign.plan', {
      sample: study.sample,
      raters: ['Ada'],
      overlap: 1,
      repeat: 1,
      gold,
      seed: 3,
    });
    for (const assignment of await queueOf(engine, idOf(study, 'Ada')))
      await rate(engine, assignment, complete());
    await save(shorter);
    expect(await ask()).toMatchObject({ assignments: 3, items: 3 });
    await engine.ask('assign.replace', { rater: 'Ada', by: ['Eve'], seed: 1 });
    expect(
      (await engine.ask('queue.open', { rater: idOf(study, 'Ada') })).entries.filter(
        ({ status }) => status === 'open',
      ),
    ).toHaveLength(3);
  });

  test('is not recorded by a rater as carried over', async () => {
    const [first = ''] = await queueOf(engine, idOf(study, 'Ada'));
    expect(
      await engine.refused('rating.record', {
        assignment: first,
        action: {
          kind: 'carry',
          rubric: 'ssfb@1',
          values: { fluency: 5 },
          cannot: {},
          categories: [],
          spans: [],
          rationale: '',
          rewrite: null,
          preference: null,
          candidates: {},
        },
      }),
    ).toMatchObject({ code: 'VALUE_NOT_ALLOWED' });
  });
});

describe('ratings of several versions', () => {
  const fluency = async () => {
    const report = await engine.ask('agreement.report', { dimension: 'fluency' });
    return { ...report, fluency: report.dimensions[0] };
  };

  test('count together where only words changed, and the report names the versions', async () => {
    await rateSome('Ada', 2);
    expect((await fluency()).versions).toBeUndefined();
    await save(reworded);
    await rateSome('Ben', 3);
    const report = await fluency();
    expect(report).toMatchObject({
      rubric: 'ssfb@2',
      versions: [
        { rubric: 'ssfb@2', ratings: 3 },
        { rubric: 'ssfb@1', ratings: 2 },
      ],
      fluency: { ratings: 5, notes: expect.not.arrayContaining([expect.stringContaining('ssfb@1')]) },
    });
  });

  test('are missing on a dimension whose scale is another, until they are made again', async () => {
    await rateSome('Ada', 4);
    await rateSome('Ben', 4);
    await save(shorter);
    const report = await fluency();
    expect(report.fluency).toMatchObject({ ratings: 0, categories: [1, 2, 3] });
    expect(report.fluency?.notes.join(' ')).toContain('8 values were given under ssfb@1');
    const bias = await engine.ask('agreement.report', { dimension: 'bias' });
    expect(bias.dimensions[0]).toMatchObject({ ratings: 8, units_paired: 4 });
    await engine.ask('rubric.rerate', { dimensions: ['fluency'] });
    for (const rater of ['Ada', 'Ben'] as const)
      for (const assignment of (await queueOf(engine, idOf(study, rater))).slice(-4))
        await rate(engine, assignment, [
          { kind: 'value', dimension: 'fluency', value: 3 },
          { kind: 'submit' },
        ]);
    const later = await fluency();
    expect(later.fluency).toMatchObject({ ratings: 8, units_paired: 4 });
    expect(later.versions).toBeUndefined();
  });

  test('make one dataset, of each rater the newest, which says what they were made under', async () => {
    await rateSome('Ada', 4, 4);
    await save(reworded);
    const { act } = await engine.ask('rubric.rerate', { dimensions: ['fluency'] });
    const again = (await queueOf(engine, idOf(study, 'Ada'))).slice(-4, -3)[0] ?? '';
    await rate(engine, again, [{ kind: 'value', dimension: 'fluency', value: 1 }, { kind: 'submit' }]);
    await engine.ask('rubric.takeBack', { act });
    const out = join(folder, 'out');
    await engine.ask('export.write', {
      recipe: { format: 'trl-sft', atLeast: { fluency: 2 }, minShare: 0 },
      out,
    });
    const manifest = JSON.parse(readFileSync(join(out, 'trl-sft.manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      rubric: 'ssfb@2',
      ratings_by_rubric: { 'ssfb@2': 1, 'ssfb@1': 3 },
      dropped: [{ reason: 'below_threshold', count: 1 }],
    });
    expect(readFileSync(join(out, 'trl-sft.README.md'), 'utf8')).toContain('1 under ssfb@2, 3 under ssfb@1');
  });

  test('come from files beside what is there, each under its own', async () => {
    await rateSome('Ada', 1);
    await save(reworded);
    const values = { sensibleness: 1, specificity: 1, fluency: 2, bias: 0 };
    const line = (rubric: string) => ({ conversation: 'c-1', message: 2, rater: 'Dan', rubric, values });
    const file = writeLines(join(folder, 'ratings.jsonl'), [line('ssfb@2'), line('ssfb@1')]);
    expect(await engine.ask('import.ratings', { files: [file] })).toMatchObject({ imported: 2 });
    expect(
      rowsOf(
        study.path,
        "SELECT r.rubric, r.occasion FROM rating r JOIN rater p ON p.id = r.rater_id WHERE p.name = 'Dan' ORDER BY r.occasion",
      ),
    ).toEqual([
      { rubric: 'ssfb@2', occasion: 0 },
      { rubric: 'ssfb@1', occasion: 1 },
    ]);
    const { versions } = await engine.ask('agreement.report', { dimension: 'fluency' });
    expect(versions).toEqual([
      { rubric: 'ssfb@2', ratings: 1 },
      { rubric: 'ssfb@1', ratings: 1 },
    ]);
    expect(await verified()).toMatchObject({ ok: true });
  });
});
