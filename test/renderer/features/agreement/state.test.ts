import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { agreementState } from '../../../../renderer/features/agreement/state.ts';
import { withEngine } from '../../../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, rate } from '../../../support/study.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { enginePage } from '../engine-page.ts';

const now = () => new Date('2026-10-05T14:02:11Z');

test('agreement is counted from submitted ratings, first without and then with intervals', () =>
  withEngine(async (engine) => {
    const study = await makeStudy(engine, tempFolder(), { conversations: 12, overlap: 3 });
    for (const [index, name] of (['Ada', 'Ben', 'Cyd'] as const).entries()) {
      const queue = await queueOf(engine, idOf(study, name));
      for (const [place, assignment] of queue.entries())
        await rate(engine, assignment, complete(1 + ((place + index) % 5)));
    }
    const store = createStore(agreementState(enginePage(engine).jobs, now));
    const intervals: boolean[] = [];
    store.subscribe(({ report }) => {
      if (report) intervals.push(report.dimensions.some(({ bootstrap }) => bootstrap !== undefined));
    });
    await store.getState().count();
    const { report, countedAt, error, counting } = store.getState();
    expect({ countedAt, error, counting }).toEqual({
      countedAt: '2026-10-05T14:02:11.000Z',
      error: null,
      counting: false,
    });
    const fluency = report?.dimensions.find(({ dimension }) => dimension === 'fluency');
    expect(fluency).toMatchObject({ raters: 3, units: 12, ratings: 36 });
    expect(fluency?.headline.ci).toHaveLength(2);
    expect(intervals[0]).toBe(false);
    expect(intervals.at(-1)).toBe(true);
  }));

test('slices are counted by a field, again with every count, and are gone with the field', () =>
  withEngine(async (engine) => {
    const study = await makeStudy(engine, tempFolder(), { conversations: 4, overlap: 2 });
    for (const name of ['Ada', 'Ben', 'Cyd'] as const)
      for (const assignment of await queueOf(engine, idOf(study, name)))
        await rate(engine, assignment, complete(4));
    const store = createStore(agreementState(enginePage(engine).jobs, now));
    await store.getState().slice('created_at:month');
    const sliced = () =>
      store.getState().sliced?.dimensions[0]?.slices?.reduce((sum, { units }) => sum + units, 0);
    expect(sliced()).toBe(4);
    expect(store.getState().by).toBe('created_at:month');
    await store.getState().slice('nonsense');
    expect(store.getState()).toMatchObject({ sliced: null, sliceError: { code: 'EXPRESSION_INVALID' } });
    await store.getState().slice(null);
    expect(store.getState()).toMatchObject({ by: null, sliced: null, sliceError: null });
  }));

test('a report that cannot be counted leaves the last one and says why', () =>
  withEngine(async (engine) => {
    const store = createStore(agreementState(enginePage(engine).jobs, now));
    await store.getState().count();
    expect(store.getState()).toMatchObject({ report: null, counting: false, error: { code: 'NO_PROJECT' } });
  }));
