import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createBridge } from '../../../renderer/calls.ts';
import { assignmentAt, currentOf } from '../../../renderer/store/rate/state.ts';
import { type AppState, appState } from '../../../renderer/store/state.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { createFakeEngine, type FakeItem } from '../fake-engine.ts';
import { ADA, assignmentId, project, RUBRIC, shortItems } from '../sample-project.ts';

/** A rater seated at a queue of short items, over a fake engine. */
export const seated = (items = 5, rubric = RUBRIC) => seatedAt(shortItems(items), rubric);

/** A rater seated at a queue of these items. */
export async function seatedAt(items: readonly FakeItem[], rubric: Rubric) {
  const shown = { ...project(items.length), rubric };
  const engine = createFakeEngine({
    project: shown,
    items,
    launch: 'launch',
    preferences: { people: { [shown.id]: ADA.name }, screens: { [shown.id]: 'rate' } },
  });
  const store = createStore<AppState>()(appState(createBridge(engine.bridge)));
  const rate = () => store.getState().rate;
  const { desk } = store.getState();
  const settled = () => vi.waitUntil(() => !rate().waiting && rate().unsaved === 0);
  await store.getState().begin();
  await settled();
  /** Rates the item on the screen: sensible, specific, fluency 4, no bias. */
  const rateHere = () => {
    desk.value('sensibleness', 1);
    desk.value('specificity', 1);
    desk.value('fluency', 4);
    desk.value('bias', 0);
  };
  return {
    engine,
    store,
    desk,
    rate,
    settled,
    rateHere,
    here: () => currentOf(rate()),
    at: () => assignmentAt(rate()),
    stored: (index: number) => engine.storedOf(assignmentId(index)).rating,
  };
}
