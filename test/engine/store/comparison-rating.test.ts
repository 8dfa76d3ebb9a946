import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ShownItem } from '../../../shared/contract/rating.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { itemsOf, makeComparisons } from '../../support/comparisons.ts';
import { TestEngine } from '../../support/engine.ts';
import { ssfb } from '../../support/rubric.ts';
import { rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const engine = new TestEngine();
let items: ShownItem[];
let rater = '';
let next = 0;
beforeAll(async () => {
  const rubric = join(folder, 'rubric.json');
  writeFileSync(rubric, JSON.stringify({ ...ssfb, comparison: { dimensions: ['fluency', 'bias'] } }));
  const study = await makeComparisons(engine, folder, { rubric });
  rater = study.raters.Ada ?? '';
  items = await itemsOf(engine, rater);
});
afterAll(() => engine.close());

const nextItem = (): ShownItem => {
  const item = items[next];
  next += 1;
  if (!item) throw new Error('there is no other item');
  return item;
};
const judged = (candidate: number, fluency: number): RatingAction[] => [
  { kind: 'value', dimension: 'fluency', value: fluency, candidate },
  { kind: 'value', dimension: 'bias', value: 0, candidate },
];

describe('rating a comparison', () => {
  test('stores the preference by the candidate’s number, whatever place it was shown at', async () => {
    const { assignment, candidates } = nextItem();
    const choice = candidates[1]?.number ?? 0;
    const all = candidates.flatMap(({ number }) => judged(number, 3));
    await rate(engine, assignment, [{ kind: 'preference', choice, strength: 2 }, ...all, { kind: 'submit' }]);
    const { stored } = await engine.ask('item.show', { assignment });
    expect(stored.rating).toMatchObject({ status: 'submitted', preference: { choice, strength: 2 } });
    expect(Object.keys(stored.rating.candidates)).toHaveLength(candidates.length);
  });

  test('says what is open before it is submitted', async () => {
    const { assignment } = nextItem();
    const submit = { assignment, action: { kind: 'submit' as const } };
    expect((await engine.refused('rating.record', submit)).message).toContain('which one is better');
    await rate(engine, assignment, [{ kind: 'preference', choice: 'tie', strength: null }]);
    const refused = await engine.refused('rating.record', submit);
    expect(refused).toMatchObject({ code: 'RATING_INCOMPLETE' });
    expect(refused.message).toContain('fluency of candidate 1');
  });

  test('refuses what is of single answers, and single answers what is of comparisons', async () => {
    const { assignment } = nextItem();
    const action: RatingAction = { kind: 'value', dimension: 'fluency', value: 3 };
    expect((await engine.refused('rating.record', { assignment, action })).code).toBe('VALUE_NOT_ALLOWED');
    const { sample } = await engine.ask('sample.draw', { size: 1, seed: 1 });
    await engine.ask('assign.plan', { sample, raters: ['Eve'], overlap: 1, seed: 1 });
    const { raters } = await engine.ask('project.summary', {});
    const [single] = await itemsOf(engine, raters.find(({ name }) => name === 'Eve')?.id ?? '');
    expect(single?.candidates).toEqual([]);
    const refused = await engine.refused('rating.record', {
      assignment: single?.assignment ?? '',
      action: { kind: 'preference', choice: 0, strength: null },
    });
    expect(refused.message).toContain('not a comparison');
  });

  test('checks spans against the candidate they are of', async () => {
    const { assignment, candidates } = nextItem();
    const { number = 0, message } = candidates[0] ?? {};
    const spans = (end: number): RatingAction => ({
      kind: 'spans',
      spans: [{ start: 0, end, label: 'age' }],
      candidate: number,
    });
    const length = message?.text.length ?? 0;
    await rate(engine, assignment, [spans(length)]);
    expect((await engine.refused('rating.record', { assignment, action: spans(length + 1) })).code).toBe(
      'VALUE_NOT_ALLOWED',
    );
  });

  test('is undone and redone step by step, submits and skips too', async () => {
    const { assignment, candidates } = nextItem();
    const actions: RatingAction[] = [
      { kind: 'preference', choice: 0, strength: 1 },
      { kind: 'preference', choice: 0, strength: 2 },
      ...candidates.flatMap(({ number }) => judged(number, 4)),
      { kind: 'submit' },
    ];
    await rate(engine, assignment, actions);
    const states: unknown[] = [];
    for (const _action of actions) states.push((await engine.ask('rating.undo', { rater })).rating);
    expect(states.at(-2)).toMatchObject({ status: 'draft', preference: { choice: 0, strength: 1 } });
    expect(states.at(-1)).toMatchObject({ preference: null });
    for (const _action of actions) await engine.ask('rating.redo', { rater });
    const { stored } = await engine.ask('item.show', { assignment });
    expect(stored.rating).toMatchObject({ status: 'submitted', preference: { choice: 0, strength: 2 } });
    expect((await engine.ask('audit.verify', {})).ok).toBe(true);
  });
});
