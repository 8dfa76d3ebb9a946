import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../../../renderer/calls.ts';
import { lengthOf, rowAt } from '../../../../renderer/features/transcripts/pages.ts';
import { type TranscriptsState, transcriptsState } from '../../../../renderer/features/transcripts/state.ts';
import { TestEngine } from '../../../support/engine.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { writeVaried } from '../../../support/varied-transcripts.ts';
import { enginePage } from '../engine-page.ts';

const folder = tempFolder();
const engine = new TestEngine();
const ALL = 450;

beforeAll(async () => {
  await engine.ask('project.create', { file: join(folder, 'page.touchstone') });
  await engine.ask('import.transcripts', { files: [writeVaried(join(folder, 'a.jsonl'), ALL, 7)] });
});
afterAll(() => engine.close());

/** A screen that has just been entered, over the engine, with what it asked. */
async function entered() {
  const { bridge } = enginePage(engine);
  const asked: string[] = [];
  const through: Pick<Bridge, 'call'> = {
    call: (name, input) => {
      asked.push(name === 'browse.page' ? JSON.stringify(input) : name);
      return bridge.call(name, input);
    },
  };
  const store = createStore<TranscriptsState>()(transcriptsState(through));
  store.getState().enter('p', ALL);
  await settled(store);
  return { store, asked };
}

type Store = Awaited<ReturnType<typeof entered>>['store'];
const settled = (store: { getState(): TranscriptsState }) =>
  vi.waitFor(() => {
    const { loading, count } = store.getState();
    expect(!loading && count?.isComplete).toBe(true);
  }, 5000);
const refs = (store: Store): (string | undefined)[] => {
  const { list } = store.getState();
  return Array.from({ length: lengthOf(list) }, (_, index) => rowAt(list, index)?.ref);
};

describe('the list', () => {
  test('begins with the newest, the first of which is read, and says how many there are', async () => {
    const { store } = await entered();
    const { list, selected, count, facets } = store.getState();
    expect(lengthOf(list)).toBe(100);
    expect(selected).toEqual(rowAt(list, 0));
    expect(count).toEqual({ count: ALL, total: ALL, isComplete: true });
    await vi.waitFor(() => expect(facets.length || store.getState().facets.length).toBeGreaterThan(3));
  });

  test('grows as its end comes near, until all are there, each once', async () => {
    const { store } = await entered();
    for (let end = 100; end < ALL; end = lengthOf(store.getState().list)) {
      store.getState().show(end - 20, end - 1);
      await vi.waitFor(() => expect(lengthOf(store.getState().list)).toBeGreaterThan(end));
    }
    await vi.waitFor(() => expect(lengthOf(store.getState().list)).toBe(ALL));
    expect(new Set(refs(store)).size).toBe(ALL);
    expect(store.getState().list.next).toBeNull();
  });

  test('stays within its ends when one goes through it', async () => {
    const { store } = await entered();
    store.getState().select(-5);
    expect(store.getState().at).toBe(0);
    store.getState().select(7);
    expect(store.getState().selected).toEqual(rowAt(store.getState().list, 7));
    store.getState().select(5000);
    expect(store.getState().at).toBe(99);
  });

  test('is not begun again when the screen is come back to, but is when there is more', async () => {
    const { store, asked } = await entered();
    store.getState().select(5);
    const before = asked.length;
    store.getState().enter('p', ALL);
    expect(asked).toHaveLength(before);
    expect(store.getState().at).toBe(5);
    store.getState().enter('p', ALL + 1);
    await settled(store);
    expect(asked.length).toBeGreaterThan(before);
  });
});

describe('a search', () => {
  test('is answered for what was typed last, and letters in between are passed over', async () => {
    const { store, asked } = await entered();
    const before = asked.length;
    for (const text of ['r', 're', 'ref', 'refu', 'refund']) store.getState().ask({ text });
    await vi.waitFor(() => expect(store.getState().answered?.text).toBe('refund'), 5000);
    await settled(store);
    const typed = asked.slice(before).filter((input) => input.includes('"text":"re'));
    expect(typed.length).toBeLessThan(5);
    for (const ref of refs(store)) expect(ref).toBeDefined();
    expect(store.getState().selected?.snippet?.marks.length).toBeGreaterThan(0);
  });

  test('that finds nothing leaves nothing to read', async () => {
    const { store } = await entered();
    store.getState().ask({ text: 'zzzz' });
    await vi.waitFor(() => expect(store.getState().count?.count).toBe(0), 5000);
    expect(store.getState().selected).toBeNull();
    expect(store.getState().list.next).toBeNull();
  });

  test('with a filter that cannot be read says so, and goes on when it can be', async () => {
    const { store } = await entered();
    store.getState().ask({ where: 'model =' });
    await vi.waitFor(() => expect(store.getState().error?.code).toBe('EXPRESSION_INVALID'), 5000);
    store.getState().ask({ where: 'model = asst-1' });
    await settled(store);
    expect(store.getState().error).toBeNull();
    expect(store.getState().count?.count).toBeLessThan(ALL);
  });
});
