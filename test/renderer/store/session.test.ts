import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createBridge } from '../../../renderer/calls.ts';
import { type AppState, appState } from '../../../renderer/store/state.ts';
import { createFakeEngine } from '../fake-engine.ts';
import { ADA, BEN, project, shortItems } from '../sample-project.ts';

type Options = Partial<Parameters<typeof createFakeEngine>[0]>;

function opened(options: Options = {}) {
  const engine = createFakeEngine({ project: project(3), items: shortItems(3), ...options });
  const store = createStore<AppState>()(appState(createBridge(engine.bridge)));
  return { engine, store, now: () => store.getState() };
}

describe('a session', () => {
  it('starts with the ways in when no project was given', async () => {
    const { now } = opened();
    await now().begin();
    expect(now()).toMatchObject({ started: true, project: null, route: 'start' });
  });

  it('goes straight to the screen and person of last time when started with a project', async () => {
    const { id } = project(3);
    const preferences = { people: { [id]: 'Ben' }, screens: { [id]: 'audit' } };
    const { now } = opened({ launch: 'token', preferences });
    await now().begin();
    expect(now()).toMatchObject({ route: 'audit', person: BEN });
  });

  it('asks who is at the desk when nobody is remembered', async () => {
    const { now } = opened({ launch: 'token' });
    await now().begin();
    expect(now()).toMatchObject({ route: 'rate', person: null });
    expect(now().project?.name).toBe('refund-2026-10');
  });

  it('remembers the person and the screen by project, and opens the queue on Rate', async () => {
    const { now, engine } = opened();
    await now().begin();
    await now().openProject('token');
    await now().choosePerson(ADA);
    await expect.poll(() => now().rate.stage).toBe('open');
    now().navigate('agreement');
    now().navigate('rate');
    await now().desk.settle();
    const { id } = project(3);
    expect(now().preferences).toMatchObject({ people: { [id]: 'Ada' }, screens: { [id]: 'rate' } });
    expect(engine.calls.filter(({ name }) => name === 'queue.open')).toHaveLength(2);
  });

  it('says what went wrong when the project cannot be opened, and shows the ways in', async () => {
    const { now, engine } = opened({ launch: 'token' });
    engine.failNext('project.open', 'PROJECT_NEWER');
    await now().begin();
    expect(now()).toMatchObject({ started: true, project: null, route: 'start' });
    expect(now().openFailure?.code).toBe('PROJECT_NEWER');
  });

  it('opens the project that the system hands over later', async () => {
    const { now, engine } = opened();
    await now().begin();
    engine.push({ kind: 'open', file: 'token' });
    await expect.poll(() => now().project?.name).toBe('refund-2026-10');
  });

  it('adds someone new and seats them', async () => {
    const { now } = opened();
    await now().begin();
    await now().openProject('token');
    const added = await now().addRater('Chidi');
    expect(added.ok && added.value.name).toBe('Chidi');
    expect(now().project?.raters.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Chidi']);
  });
});
