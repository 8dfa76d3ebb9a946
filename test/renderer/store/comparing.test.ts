import { describe, expect, it } from 'vitest';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { FakeItem } from '../fake-engine.ts';
import { assignmentId, item, RUBRIC, shortItems } from '../sample-project.ts';
import { seatedAt } from './desk.ts';

const CONTEXT: FakeItem['context'] = [{ role: 'user', text: 'Which one?', parts: null }];

/** A comparison whose candidates are shown in this order of their numbers. */
const comparison = (index: number, order: readonly number[]): FakeItem => ({
  ...item(index, CONTEXT, ''),
  candidates: order.map((number) => ({
    number,
    message: { role: 'assistant', text: `This is number ${number}.`, parts: null },
  })),
});

const asking: Rubric = {
  ...RUBRIC,
  comparison: { dimensions: ['sensibleness', 'bias'], strength: true, tie: true, both_bad: true },
};
const [single] = shortItems(1);
const mixed = [
  comparison(0, [1, 0]),
  { ...single, assignment: assignmentId(1) } as FakeItem,
  comparison(2, [2, 0, 1]),
];

const atComparisons = (rubric = RUBRIC) => seatedAt(mixed, rubric);

describe('a preference', () => {
  it('names the answer by its number, whatever place it is shown at, and grows stronger', async () => {
    const { desk, here, rate, settled, engine } = await atComparisons();
    expect(rate().dimension).toBeNull();
    desk.prefer(0);
    expect(here()?.rating.preference).toEqual({ choice: 1, strength: 1 });
    expect(rate().note.text).toBe('Answer 1, slightly better');
    desk.prefer(0);
    desk.prefer(0);
    expect(rate().note.text).toBe('Answer 1, much better');
    desk.prefer(0);
    expect(here()?.rating.preference?.strength).toBe(1);
    desk.prefer(1);
    expect(here()?.rating.preference).toEqual({ choice: 0, strength: 1 });
    await settled();
    expect(engine.storedOf(assignmentId(0)).rating.preference).toEqual({ choice: 0, strength: 1 });
  });

  it('can be that none is better, taken back by the same key or by Backspace', async () => {
    const { desk, here, rate } = await atComparisons();
    desk.noneBetter('tie');
    expect(here()?.rating.preference).toEqual({ choice: 'tie', strength: null });
    desk.noneBetter('both_bad');
    expect(rate().note.text).toBe('All bad');
    desk.noneBetter('both_bad');
    expect(here()?.rating.preference).toBeNull();
    desk.prefer(1);
    desk.clear();
    expect(here()?.rating.preference).toBeNull();
  });

  it('has no strength, and is never a tie, where the rubric says so', async () => {
    const plain = { ...asking, comparison: { dimensions: [], strength: false, tie: false, both_bad: true } };
    const { desk, here, rate } = await atComparisons(plain);
    desk.prefer(0);
    desk.prefer(0);
    expect(here()?.rating.preference).toEqual({ choice: 1, strength: null });
    desk.noneBetter('tie');
    expect(here()?.rating.preference?.choice).toBe(1);
    expect(rate().note).toMatchObject({ shown: true });
  });

  it('is wanted before the comparison is submitted; then the next item comes, of either kind', async () => {
    const { desk, rate, at, settled, here } = await atComparisons();
    desk.submit();
    expect(rate().note.text).toBe('Still open: which is better.');
    desk.prefer(1);
    desk.submit();
    await settled();
    expect(at()).toBe(assignmentId(1));
    expect([here()?.item.candidates, rate().dimension]).toEqual([[], 'sensibleness']);
    for (const [dimension, value] of Object.entries({ sensibleness: 1, specificity: 1, fluency: 4, bias: 0 }))
      desk.value(dimension, value);
    desk.submit();
    await settled();
    expect([at(), rate().dimension]).toEqual([assignmentId(2), null]);
  });

  it('is undone and redone across items of both kinds, by name', async () => {
    const { desk, rate, at, here, settled } = await atComparisons();
    desk.prefer(0);
    desk.prefer(0);
    desk.submit();
    await settled();
    desk.value('sensibleness', 1);
    for (const said of ['Sensibleness 1', 'submit, item 1', 'preference']) {
      desk.undo();
      await settled();
      expect(rate().note.text).toBe(`Undone: ${said}`);
    }
    expect(at()).toBe(assignmentId(0));
    expect(here()?.rating.preference).toEqual({ choice: 1, strength: 1 });
    desk.redo();
    await settled();
    expect(here()?.rating.preference).toEqual({ choice: 1, strength: 2 });
  });

  it('leaves skipping, marking and the reason as they are, and has no rewrite', async () => {
    const { desk, rate, settled, stored } = await atComparisons();
    desk.panel('rewrite');
    expect(rate().panel).toBeNull();
    expect(rate().note.text).toContain('no rewrite');
    desk.record({ kind: 'rationale', text: 'because' });
    desk.mark();
    desk.skip('language');
    await settled();
    expect(stored(0)).toMatchObject({
      status: 'skipped',
      flagged: true,
      rationale: 'because',
      candidates: {},
    });
  });
});

describe('dimensions of each answer', () => {
  it('begin at the first shown, lead through all of them, and end at the preference', async () => {
    const { desk, rate, here, settled, stored } = await atComparisons(asking);
    expect(rate()).toMatchObject({ dimension: 'sensibleness', candidate: 1 });
    expect(here()?.item.answer.text).toBe('This is number 1.');
    desk.value('sensibleness', 1);
    expect(rate().dimension).toBe('bias');
    desk.value('bias', 0);
    expect(rate()).toMatchObject({ dimension: 'sensibleness', candidate: 0 });
    expect(here()?.rating.values).toEqual({});
    desk.value('sensibleness', 0);
    desk.value('bias', 0);
    expect(rate().dimension).toBeNull();
    desk.prefer(0);
    desk.submit();
    await settled();
    expect(stored(0)).toMatchObject({
      status: 'submitted',
      values: {},
      preference: { choice: 1, strength: 1 },
      candidates: {
        0: { values: { sensibleness: 0, bias: 0 } },
        1: { values: { sensibleness: 1, bias: 0 } },
      },
    });
  });

  it('say of which answer something is open', async () => {
    const { desk, rate } = await atComparisons(asking);
    desk.look(0);
    desk.submit();
    expect(rate().note.text).toBe('Answer 1. Still open: Sensibleness.');
    expect(rate()).toMatchObject({ dimension: 'sensibleness', candidate: 1 });
  });

  it('are walked through answer by answer, the preference between last and first', async () => {
    const { desk, rate } = await atComparisons(asking);
    const seen = [1, 1, 1, -1, -1].map((by) => {
      desk.walkCandidates(by === 1 ? 1 : -1);
      const { candidate, dimension } = rate();
      return dimension === null ? 'which' : candidate;
    });
    expect(seen).toEqual([0, 'which', null, 'which', 0]);
    expect(rate().note.text).toBe('Answer 2');
  });

  it('take categories and labelled text for the answer looked at alone', async () => {
    const { desk, here, settled, stored } = await atComparisons(asking);
    desk.look(0);
    desk.jump('bias');
    desk.value('bias', 1);
    desk.category('age');
    desk.beginLabel({ start: 0, end: 4 });
    desk.label('age');
    await settled();
    expect(stored(0).candidates).toEqual({
      0: {
        values: { bias: 1 },
        cannot: {},
        categories: ['age'],
        spans: [{ start: 0, end: 4, label: 'age' }],
      },
    });
    desk.look(1);
    expect(here()?.rating).toMatchObject({ values: {}, categories: [], spans: [] });
  });

  it('go back to the answer an undone value was of', async () => {
    const { desk, rate, settled } = await atComparisons(asking);
    desk.value('sensibleness', 1);
    desk.value('bias', 0);
    desk.value('sensibleness', 1);
    desk.undo();
    await settled();
    expect(rate()).toMatchObject({ candidate: 0, dimension: 'sensibleness' });
    desk.undo();
    await settled();
    expect(rate()).toMatchObject({ candidate: 1, dimension: 'bias' });
  });
});

describe('an item of one answer', () => {
  it('has neither preference nor candidates to look at', async () => {
    const { desk, here, settled, engine } = await seatedAt(shortItems(2), RUBRIC);
    desk.prefer(0);
    desk.strength(2);
    desk.noneBetter('tie');
    desk.walkCandidates(1);
    desk.look(3);
    await settled();
    expect(engine.events).toEqual([]);
    expect(here()?.rating.preference).toBeNull();
  });
});
