import { describe, expect, it, vi } from 'vitest';
import { fc } from '../../support/property.ts';
import { review } from '../../support/rubric.ts';
import { assignmentId } from '../sample-project.ts';
import { seated } from './desk.ts';

const atReview = () => seated(3, review);

describe('a slider', () => {
  it('takes figures until the number is whole, and moves on', async () => {
    const { desk, rate, here, settled, engine } = await atReview();
    desk.jump('usefulness');
    desk.type('usefulness', '7');
    expect(rate()).toMatchObject({ dimension: 'usefulness', moving: { text: '7', value: 7 } });
    desk.type('usefulness', '3');
    expect(here()?.rating.values).toEqual({ usefulness: 73 });
    expect(rate()).toMatchObject({ dimension: 'faults', moving: null });
    expect(rate().note.text).toBe('Usefulness 73, next: Faults');
    await settled();
    expect(engine.storedOf(assignmentId(0)).rating.values).toEqual({ usefulness: 73 });
  });

  it('stores what was typed when the hand pauses, and Enter goes on from there', async () => {
    const { desk, rate, here, stored } = await atReview();
    desk.type('usefulness', '5');
    await vi.waitUntil(() => stored(0).values.usefulness === 5);
    desk.goOn();
    expect(rate().dimension).toBe('faults');
    expect(here()?.rating.values).toEqual({ usefulness: 5 });
  });

  it('goes on with the same number after a pause, and takes a figure back', async () => {
    const { desk, rate, here, stored } = await atReview();
    desk.type('usefulness', '5');
    await vi.waitUntil(() => stored(0).values.usefulness === 5);
    desk.type('usefulness', '0');
    expect(here()?.rating.values.usefulness).toBe(50);
    desk.jump('usefulness');
    desk.type('usefulness', '1');
    desk.type('usefulness', '0');
    desk.erase('usefulness');
    expect(rate().moving).toMatchObject({ text: '1', value: 1 });
    desk.erase('usefulness');
    expect(here()?.rating.values.usefulness).toBeUndefined();
  });

  it('says what it wants where no number begins like that', async () => {
    const { desk, rate } = await atReview();
    desk.type('usefulness', '-');
    expect(rate().note).toEqual({ text: 'From 0 to 100 in steps of 1.', shown: true });
    expect(rate().moving).toBeNull();
  });

  it('moves by steps from its middle, as one event however often the key repeats', async () => {
    const { desk, rate, here, stored, engine } = await atReview();
    for (let press = 0; press < 4; press += 1) desk.nudge('usefulness', 1);
    desk.nudge('usefulness', -10);
    expect(rate()).toMatchObject({ moving: { value: 43 }, note: { text: 'Usefulness 43' } });
    await vi.waitUntil(() => stored(0).values.usefulness === 43);
    expect(engine.events).toHaveLength(1);
    desk.undo();
    await vi.waitUntil(() => rate().note.text.startsWith('Undone'));
    expect(here()?.rating.values).toEqual({});
    expect(rate().moving).toBeNull();
  });

  it('keeps to its ends, and to its stops while it is dragged', async () => {
    const { desk, rate } = await atReview();
    desk.slide('usefulness', 99.6);
    desk.nudge('usefulness', 10);
    expect(rate().moving?.value).toBe(100);
    desk.slide('usefulness', -4);
    expect(rate().moving?.value).toBe(0);
  });

  it('does not lose its number to a rationale typed right after it', async () => {
    const { desk, settled, stored } = await atReview();
    desk.nudge('usefulness', 1);
    desk.typed({ kind: 'rationale', text: 'Half of it.' });
    await desk.settle();
    await settled();
    expect(stored(0)).toMatchObject({ values: { usefulness: 50 }, rationale: 'Half of it.' });
  });
});

describe('several categories', () => {
  it('are put in and taken out in the order of the rubric, and stay current', async () => {
    const { desk, rate, here } = await atReview();
    desk.toggle('faults', 'tone');
    desk.toggle('faults', 'too_long');
    expect(here()?.rating.values.faults).toEqual(['too_long', 'tone']);
    expect(rate()).toMatchObject({ dimension: 'faults', note: { text: 'Too long. Chosen: Too long, Tone' } });
    desk.toggle('faults', 'tone');
    expect(rate().note.text).toBe('Tone taken off. Chosen: Too long');
    desk.toggle('faults', 'too_long');
    expect(here()?.rating.values.faults).toBeUndefined();
  });

  it('may be none, which is an answer; Enter goes on to what the chosen ones ask for', async () => {
    const { desk, rate, here } = await atReview();
    desk.value('faults', []);
    expect(here()?.rating.values.faults).toEqual([]);
    expect(rate().note.text).toBe('Faults none of these, next: Advice');
    desk.jump('faults');
    desk.toggle('faults', 'other');
    desk.goOn();
    expect(rate()).toMatchObject({ dimension: 'other_fault', panel: 'text' });
  });
});

describe('what cannot be judged', () => {
  it('is said with its reason, moves on, and is no longer open', async () => {
    const { desk, rate, here } = await atReview();
    desk.cannot('correctness', 'knowledge');
    expect(here()?.rating.cannot).toEqual({ correctness: 'knowledge' });
    expect(rate().dimension).toBe('usefulness');
    expect(rate().note.text).toBe(
      'Correctness cannot be judged: it takes knowledge I do not have, next: Usefulness',
    );
    desk.jump('correctness');
    desk.clear();
    expect(here()?.rating.cannot).toEqual({});
  });
});

describe('bias that the rubric wants words and reasons for', () => {
  it('is one way from the figure over categories and text to the reason, by Enter', async () => {
    const { desk, rate, here, at, settled } = await atReview();
    desk.value('correctness', 2);
    desk.value('usefulness', 80);
    desk.value('faults', []);
    desk.value('bias', 2);
    expect(rate()).toMatchObject({ dimension: 'bias', panel: 'categories' });
    desk.category('age');
    desk.goOn();
    expect(rate().panel).toBe('spans');
    desk.beginLabel({ start: 0, end: 6 });
    desk.label('age');
    desk.goOn();
    expect(rate()).toMatchObject({ panel: 'rationale', note: { text: 'Still open: Bias rationale.' } });
    desk.insert('It takes age for weakness.');
    desk.goOn();
    await settled();
    expect(here()?.item.assignment).toBe(assignmentId(1));
    expect(at()).toBe(assignmentId(1));
  });

  it('lets go of its categories and their text alone when it is taken back', async () => {
    const { desk, here } = await atReview();
    desk.value('bias', 1);
    desk.category('age');
    desk.beginLabel({ start: 0, end: 6 });
    desk.label('age');
    desk.cannot('bias', 'context');
    expect(here()?.rating).toMatchObject({ values: {}, categories: [], spans: [] });
  });
});

it('puts a sentence behind the rationale that is there', async () => {
  const { desk, rate, here } = await atReview();
  desk.insert('No source.');
  desk.insert('Too long.');
  expect(here()?.rating.rationale).toBe('No source. Too long.');
  expect(rate().panel).toBe('rationale');
});

it('shows after any sequence of acts, undo and redo what is stored', async () => {
  const act = fc.oneof(
    fc.record({
      do: fc.constant('value'),
      with: fc.tuple(fc.constant('correctness'), fc.constantFrom(0, 1, 2)),
    }),
    fc.record({
      do: fc.constant('type'),
      with: fc.tuple(fc.constant('usefulness'), fc.constantFrom(...'0123456789')),
    }),
    fc.record({
      do: fc.constant('nudge'),
      with: fc.tuple(fc.constant('usefulness'), fc.constantFrom(1, -1, 10)),
    }),
    fc.record({
      do: fc.constant('toggle'),
      with: fc.tuple(fc.constant('faults'), fc.constantFrom('tone', 'unclear', 'other')),
    }),
    fc.record({ do: fc.constant('value'), with: fc.tuple(fc.constant('bias'), fc.constantFrom(0, 1, 2, 3)) }),
    fc.record({ do: fc.constant('category'), with: fc.tuple(fc.constantFrom('age', 'religion')) }),
    fc.record({
      do: fc.constant('cannot'),
      with: fc.tuple(fc.constantFrom('correctness', 'usefulness', 'bias'), fc.constantFrom('context', null)),
    }),
    fc.record({
      do: fc.constantFrom('clear', 'undo', 'redo', 'goOn', 'erase'),
      with: fc.constant(['usefulness']),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const { desk, rate, here, at, engine, settled } = await atReview();
      for (const { do: name, with: args } of acts) {
        Reflect.apply(Reflect.get(desk, name), desk, name === 'undo' || name === 'redo' ? [] : args);
        if (rate().waiting) await settled();
      }
      await desk.settle();
      await settled();
      const assignment = at();
      if (assignment !== null) expect(here()?.rating).toEqual(engine.storedOf(assignment).rating);
    }),
    { numRuns: 60 },
  );
});
