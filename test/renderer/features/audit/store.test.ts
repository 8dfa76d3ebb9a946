import { expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../../../renderer/bridge.ts';
import { ok } from '../../../../shared/contract/result.ts';

vi.stubGlobal('window', { touchstone: {} });
const { auditState } = await import('../../../../renderer/features/audit/store.ts');

const entry = (id: string, decision: 'confirm' | null) => ({ entry: id, marked: true, answer: id, decision });

/** A bridge that answers every call with the two entries of a sample. */
const call: Bridge['call'] = (_name, _input) =>
  Promise.resolve(ok(JSON.parse(JSON.stringify({ entries: [entry('a', 'confirm'), entry('b', null)] }))));

test('a sample opens at its first undecided entry', async () => {
  const store = createStore(auditState({ call }));
  await store.getState().openSample('s');
  expect(store.getState().entry).toBe('b');
});

test('what was typed for an entry stays when another is opened, and goes once it is recorded', async () => {
  const store = createStore(auditState({ call }));
  const { openSample, draft, show, noteDecision } = store.getState();
  await openSample('s');
  draft('b', { decision: 'overturn' });
  draft('b', { reason: 'A quotation.' });
  show('a');
  expect(store.getState().drafts.b).toEqual({ decision: 'overturn', reason: 'A quotation.' });
  noteDecision('b', 'overturn');
  expect(store.getState().drafts).toEqual({});
  expect(store.getState().entries?.at(1)?.decision).toBe('overturn');
});

test('another project starts with an empty desk', async () => {
  const store = createStore(auditState({ call }));
  store.getState().enter('one');
  await store.getState().openSample('s');
  store.getState().enter('one');
  expect(store.getState().entries).toHaveLength(2);
  store.getState().enter('two');
  expect(store.getState().entries).toBeNull();
});
