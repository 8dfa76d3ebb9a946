import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createBridge } from '../../../renderer/calls.ts';
import { type AppState, appState } from '../../../renderer/store/state.ts';
import { createFakeEngine } from '../fake-engine.ts';
import { ADA, BEN, project, shortItems } from '../sample-project.ts';

/** Ada, who has a PIN and likes it dark, and Ben, who has neither, before the project's door. */
async function atTheDoor(options: Partial<Parameters<typeof createFakeEngine>[0]> = {}) {
  const engine = createFakeEngine({
    project: project(3),
    items: shortItems(3),
    pins: { Ada: '4471' },
    profiles: {
      Ada: { theme: 'dark', language: 'de', keys: { next: ['KeyL'] } },
      Ben: { theme: 'light', textSize: 16 },
    },
    ...options,
  });
  const store = createStore<AppState>()(appState(createBridge(engine.bridge)));
  const now = () => store.getState();
  await now().begin();
  if (!now().project) await now().openProject('token');
  return { engine, now };
}

const asked = (engine: ReturnType<typeof createFakeEngine>, command: string) =>
  engine.calls.filter(({ name }) => name === command);

describe('sitting down', () => {
  it('brings a person their own colours, keys and language at once', async () => {
    const { now } = await atTheDoor();
    expect(await now().choosePerson(BEN)).toMatchObject({ ok: true });
    expect(now()).toMatchObject({ person: BEN, preferences: { theme: 'light', textSize: 16, keys: {} } });
    expect(await now().choosePerson(ADA, '4471')).toMatchObject({ ok: true });
    expect(now()).toMatchObject({
      person: ADA,
      preferences: { theme: 'dark', language: 'de', keys: { next: ['KeyL'] } },
    });
  });

  it('lets go of what was said when the language changes, which it was not said in', async () => {
    const { now } = await atTheDoor();
    await now().choosePerson(BEN);
    now().desk.tell('Still open: Bias.');
    now().remember({ theme: 'dark' });
    expect(now().rate.note.text).toBe('Still open: Bias.');
    now().remember({ language: 'de' });
    expect(now().rate.note.text).toBe('');
  });

  it('with a PIN asks for it, and a wrong one lets nobody in', async () => {
    const { now } = await atTheDoor();
    expect(await now().choosePerson(ADA)).toMatchObject({ ok: false, error: { code: 'PIN_NEEDED' } });
    expect(now()).toMatchObject({ person: null, asked: ADA });
    expect(await now().choosePerson(ADA, '0000')).toMatchObject({ ok: false, error: { code: 'PIN_WRONG' } });
    expect(now()).toMatchObject({ person: null, asked: ADA, rate: { stage: 'closed' } });
    await now().choosePerson(ADA, '4471');
    expect(now()).toMatchObject({ person: ADA, asked: null });
  });

  it('in somebody’s place leaves the desk to nobody until the PIN is given', async () => {
    const { now, engine } = await atTheDoor();
    await now().choosePerson(BEN);
    await now().choosePerson(ADA);
    expect(now()).toMatchObject({ person: null, asked: ADA });
    expect(asked(engine, 'profile.leave').length).toBeGreaterThan(0);
    await now().choosePerson(BEN);
    expect(now()).toMatchObject({ person: BEN, asked: null });
  });

  it('is asked for before any work of that person is', async () => {
    const { now, engine } = await atTheDoor();
    await now().choosePerson(ADA);
    expect(asked(engine, 'queue.open')).toEqual([]);
  });
});

describe('leaving', () => {
  it.each([
    ['the desk', (now: () => AppState) => now().leaveDesk()],
    ['the project', (now: () => AppState) => now().closeProject()],
    ['it for another project', (now: () => AppState) => now().openProject('other')],
  ])('%s takes the person’s keys along', async (_, leave) => {
    const { now, engine } = await atTheDoor();
    await now().choosePerson(ADA, '4471');
    await leave(now);
    await expect.poll(() => now().preferences.keys).toEqual({});
    expect(now().person).toBeNull();
    expect(asked(engine, 'profile.leave').length).toBeGreaterThan(0);
  });
});

describe('a start with the project of last time', () => {
  const remembered = (name: string) => ({
    launch: 'token',
    preferences: { people: { [project(3).id]: name }, screens: { [project(3).id]: 'audit' } },
  });

  it('seats who sat there, where no PIN is in the way', async () => {
    const { now } = await atTheDoor(remembered('Ben'));
    expect(now()).toMatchObject({ person: BEN, preferences: { textSize: 16 } });
  });

  it('asks who sat there for the PIN', async () => {
    const { now } = await atTheDoor(remembered('Ada'));
    expect(now()).toMatchObject({ started: true, person: null, asked: ADA });
  });
});
