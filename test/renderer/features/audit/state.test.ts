import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { auditState } from '../../../../renderer/features/audit/state.ts';
import { type TestEngine, withEngine } from '../../../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, rate } from '../../../support/study.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { enginePage } from '../engine-page.ts';

const folder = tempFolder();

/** A project with six rated answers, a bias sample of them, and the desk it is opened on. */
async function desk(engine: TestEngine, name: string) {
  const own = join(folder, name);
  mkdirSync(own);
  const study = await makeStudy(engine, own, { conversations: 6 });
  for (const assignment of await queueOf(engine, idOf(study, 'Ada')))
    await rate(engine, assignment, complete(3));
  const { id } = await engine.ask('audit.draw', { unmarked: 3, seed: 7 });
  const store = createStore(auditState(enginePage(engine).bridge));
  const entries = () => store.getState().entries ?? [];
  return {
    store,
    sample: id,
    entries,
    first: () => entries()[0]?.entry ?? '',
    second: () => entries()[1]?.entry,
  };
}

test('a sample opens at its first undecided entry', () =>
  withEngine(async (engine) => {
    const { store, sample, entries, first, second } = await desk(engine, 'opens');
    await store.getState().openSample(sample);
    expect(entries()).toHaveLength(3);
    expect(store.getState().entry).toBe(first());
    await engine.ask('audit.decide', { entry: first(), decision: 'confirm', reason: 'As it should be.' });
    await store.getState().openSample(sample);
    expect(store.getState().entry).toBe(second());
  }));

test('what was typed for an entry stays when another is opened, and goes once it is recorded', () =>
  withEngine(async (engine) => {
    const { store, sample, entries, first, second } = await desk(engine, 'typed');
    const { openSample, draft, show, noteDecision } = store.getState();
    await openSample(sample);
    draft(first(), { decision: 'overturn' });
    draft(first(), { reason: 'A quotation.' });
    show(second() ?? null);
    expect(store.getState().drafts[first()]).toEqual({ decision: 'overturn', reason: 'A quotation.' });
    noteDecision(first(), 'overturn');
    expect(store.getState().drafts).toEqual({});
    expect(entries()[0]?.decision).toBe('overturn');
  }));

test('another project starts with an empty desk', () =>
  withEngine(async (engine) => {
    const { store, sample, entries } = await desk(engine, 'other');
    store.getState().enter('one');
    await store.getState().openSample(sample);
    store.getState().enter('one');
    expect(entries()).toHaveLength(3);
    store.getState().enter('two');
    expect(store.getState().entries).toBeNull();
  }));

test('a sample that cannot be read is an error on the desk', () =>
  withEngine(async (engine) => {
    const store = createStore(auditState(enginePage(engine).bridge));
    await store.getState().openSample('01890000-0000-7000-8000-000000000000');
    expect(store.getState()).toMatchObject({ entries: null, error: { code: 'NO_PROJECT' } });
  }));
