import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import {
  adjudicateState,
  neighbour,
  nextOpen,
  openUnit,
  unitOf,
} from '../../../../renderer/features/adjudicate/state.ts';
import { choicesOf } from '../../../../renderer/features/adjudicate/value-keys.ts';
import { unitKey } from '../../../../shared/domain/adjudication.ts';
import { type TestEngine, withEngine } from '../../../support/engine.ts';
import { ssfb } from '../../../support/rubric.ts';
import { complete, makeStudy, queueOf, RATERS, rate } from '../../../support/study.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { enginePage } from '../engine-page.ts';

const folder = tempFolder();

/** A desk with three units in the queue: three raters differ on the fluency of three answers. */
async function desk(engine: TestEngine, name: string) {
  const own = join(folder, name);
  mkdirSync(own);
  const study = await makeStudy(engine, own, { conversations: 3, overlap: 3 });
  for (const [place, rater] of RATERS.entries())
    for (const assignment of await queueOf(engine, study.raters[rater] ?? ''))
      await rate(engine, assignment, complete(1 + place * 2));
  const { bridge, jobs } = enginePage(engine);
  const store = createStore(adjudicateState({ call: bridge.call, jobs, title: () => '' }));
  store.getState().enter('study');
  await store.getState().load();
  return { store, at: () => store.getState() };
}

test('the queue opens at its first unit, and a filter lists others', () =>
  withEngine(async (engine) => {
    const { at } = await desk(engine, 'opens');
    expect(at().units).toHaveLength(3);
    const [first] = at().units;
    expect(openUnit(at())).toEqual(first);
    await at().load({ dimension: 'bias' });
    expect([at().units, at().open]).toEqual([[], null]);
    await at().load({ dimension: null, by: 'model' });
    expect(at().queue?.slices.length).toBeGreaterThan(0);
  }));

test('a decision is stored before the next open unit is shown, and what was chosen elsewhere stays', () =>
  withEngine(async (engine) => {
    const { at } = await desk(engine, 'decides');
    const [first, second] = at().units;
    if (!first || !second) throw new Error('the queue is too short');
    await at().decide();
    expect(at().said).toEqual({ kind: 'choose' });
    at().choose({ value: 3, how: 'adopted', adopted: 'B' });
    at().write('rationales', 'In the middle.');
    at().show(unitKey(second));
    at().choose({ value: null, how: 'set', adopted: null });
    at().show(unitKey(first));
    const deciding = at().decide();
    expect(at().open).toBe(unitKey(first));
    expect(at().saving).toBe(true);
    await deciding;
    expect(at().open).toBe(unitKey(second));
    expect(at().queue?.counts).toEqual({ open: 2, decided: 1, returned: 0 });
    expect(at().said).toMatchObject({ kind: 'decided', value: 3 });
    expect(Object.keys(at().drafts)).toEqual([unitKey(second)]);
    const { standing } = await engine.ask('adjudication.unit', unitOf(first));
    expect(standing).toMatchObject({ kind: 'decided', value: 3, rationale: 'In the middle.' });
  }));

test('undo goes to the unit it takes back, redo brings it back', () =>
  withEngine(async (engine) => {
    const { at } = await desk(engine, 'undoes');
    const [first] = at().units;
    const key = first ? unitKey(first) : '';
    at().choose({ value: 2, how: 'set', adopted: null });
    await at().decide();
    await at().step('undo');
    expect([at().open, openUnit(at())?.state, at().said]).toEqual([key, 'open', { kind: 'undone' }]);
    await at().step('redo');
    expect([at().open, openUnit(at())?.decided]).toEqual([key, 2]);
    await at().step('redo');
    expect([at().error, at().said]).toEqual([null, { kind: 'nothing' }]);
    // Where the unit is not listed, what is listed changes.
    await at().load({ state: 'returned' });
    await at().step('undo');
    expect([at().filter.state, at().open, at().units.length]).toEqual(['open', key, 3]);
  }));

test('a unit is sent back with a note, and not without', () =>
  withEngine(async (engine) => {
    const { at } = await desk(engine, 'returns');
    await at().sendBack();
    expect(at().queue?.counts.returned).toBe(0);
    at().write('notes', 'Look again.');
    await at().sendBack();
    expect(at().queue?.counts).toEqual({ open: 2, decided: 0, returned: 1 });
    expect(at().notes).toEqual({});
  }));

test('J and K stop at the ends, and the next open unit is looked for from the start again', () =>
  withEngine(async (engine) => {
    const { at } = await desk(engine, 'moves');
    const keys = at().units.map(unitKey);
    expect(neighbour(at().units, keys[0] ?? '', -1)).toBe(keys[0]);
    expect(neighbour(at().units, keys[0] ?? '', 1)).toBe(keys[1]);
    expect(nextOpen(at().units, keys[2] ?? '')).toBe(keys[0]);
  }));

test('a value is set by the key the rubric gives it, a preference by the number of the answer', () => {
  const fluency = ssfb.dimensions.find(({ id }) => id === 'fluency') ?? null;
  expect(choicesOf(fluency, 0).map(({ code }) => code)).toEqual([
    'Digit1',
    'Digit2',
    'Digit3',
    'Digit4',
    'Digit5',
  ]);
  expect(choicesOf(null, 2)).toEqual([
    { value: 1, code: 'Digit1' },
    { value: 2, code: 'Digit2' },
    { value: 'tie', code: 'Digit5' },
    { value: 'both_bad', code: 'Digit0' },
  ]);
});
