import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createBridge } from '../../../renderer/calls.ts';
import { type AppState, appState } from '../../../renderer/store/state.ts';
import type { AgreedAnswer } from '../../../shared/contract/calibration.ts';
import { DEFAULT_SETTINGS, type ProjectSettings } from '../../../shared/domain/settings.ts';
import { createFakeEngine } from '../fake-engine.ts';
import { ADA, assignmentId, project, shortItems } from '../sample-project.ts';
import { seated } from './desk.ts';

const ROUND = '0199c0de-0000-7000-b000-000000000001';
const GOLD: AgreedAnswer = { source: 'gold', raters: 0, values: { sensibleness: 0 }, spread: {} };

/** The same in a project with settings of its own. */
async function inProject(settings: Partial<ProjectSettings>, round?: string) {
  const shown = { ...project(3), settings: { ...DEFAULT_SETTINGS, ...settings } };
  const engine = createFakeEngine({
    project: shown,
    items: shortItems(3),
    launch: 'launch',
    ...(round ? { round } : {}),
    preferences: { people: { [shown.id]: ADA.name }, screens: { [shown.id]: 'rate' } },
  });
  const store = createStore<AppState>()(appState(createBridge(engine.bridge)));
  const rate = () => store.getState().rate;
  const { desk } = store.getState();
  await store.getState().begin();
  await vi.waitUntil(() => !rate().waiting && rate().stage === 'open');
  const rateHere = () => {
    desk.value('sensibleness', 1);
    desk.value('specificity', 1);
    desk.value('fluency', 4);
    desk.value('bias', 0);
  };
  return {
    engine,
    rate,
    desk,
    rateHere,
    settled: () => vi.waitUntil(() => !rate().waiting && rate().unsaved === 0),
  };
}

describe('what comes back on demand', () => {
  it('are the marked items, one after another, and it says when there is no other', async () => {
    const { desk, at, rate, settled } = await seated();
    for (const index of [1, 3]) {
      while (at() !== assignmentId(index)) {
        desk.next();
        await settled();
      }
      desk.mark();
      desk.panel(null);
    }
    desk.nextMarked();
    await settled();
    expect(at()).toBe(assignmentId(1));
    desk.nextMarked();
    await settled();
    expect(at()).toBe(assignmentId(3));
    desk.mark();
    desk.nextMarked();
    await settled();
    desk.nextMarked();
    await settled();
    expect(at()).toBe(assignmentId(1));
    expect(rate().note).toEqual({ text: 'No other item is marked for the lead.', shown: true });
  });

  it('are the skipped items, also when the queue is through', async () => {
    const { desk, at, rate, settled, rateHere } = await seated(3);
    desk.skip('language');
    rateHere();
    desk.submit();
    await settled();
    desk.skip('other: the audio is missing');
    await settled();
    expect(rate().position).toBeNull();
    desk.nextSkipped();
    await settled();
    expect(at()).toBe(assignmentId(0));
    desk.nextSkipped();
    await settled();
    expect(at()).toBe(assignmentId(2));
  });
});

describe('what undo and redo would take', () => {
  it('is known before it is done: after a value, a submit, an undo, and at the start', async () => {
    const { desk, rate, settled, rateHere, store } = await seated();
    expect(rate().next).toEqual({ undo: null, redo: null });
    rateHere();
    expect(rate().next.undo).toMatchObject({ assignment: assignmentId(0), action: { dimension: 'bias' } });
    desk.submit();
    expect(rate().next.undo).toMatchObject({ assignment: assignmentId(0), action: { kind: 'submit' } });
    desk.undo();
    await settled();
    expect(rate().next).toMatchObject({
      undo: { action: { dimension: 'bias' } },
      redo: { action: { kind: 'submit' } },
    });
    await store.getState().leaveDesk();
    await store.getState().choosePerson(ADA);
    await settled();
    expect(rate().next).toMatchObject({
      undo: { action: { dimension: 'bias' } },
      redo: { action: { kind: 'submit' } },
    });
    desk.value('fluency', 1);
    expect(rate().next.redo).toBeNull();
  });

  it('is what it was when an act could not be stored', async () => {
    const { desk, engine, rate, settled } = await seated();
    desk.value('sensibleness', 1);
    await settled();
    engine.failNext('rating.record', 'DISK_FULL');
    desk.value('fluency', 2);
    expect(rate().next.undo).toMatchObject({ action: { dimension: 'fluency' } });
    await settled();
    expect(rate().next.undo).toMatchObject({ action: { dimension: 'sensibleness' } });
  });
});

describe('typing', () => {
  it('is not said to be saved before the hand has paused and it is stored', async () => {
    const { desk, rate, settled } = await seated();
    desk.typed({ kind: 'rationale', text: 'T' });
    expect(rate().typing).toBe(true);
    desk.flush();
    expect(rate()).toMatchObject({ typing: false, unsaved: 1 });
    await settled();
    expect(rate()).toMatchObject({ typing: false, unsaved: 0 });
  });
});

describe('a pause', () => {
  it('stores what was typed, and ends when the rater goes on', async () => {
    const { desk, rate, stored, settled } = await seated();
    desk.typed({ kind: 'rationale', text: 'So' });
    desk.pause(true);
    expect(rate().paused).toBe(true);
    await settled();
    expect(stored(0).rationale).toBe('So');
    desk.pause(false);
    expect(rate().paused).toBe(false);
  });
});

describe('the known answer of a gold item', () => {
  it('is asked for by nobody while the project keeps it hidden', async () => {
    const { desk, rate, rateHere, engine, settled } = await inProject({});
    engine.known[assignmentId(0)] = GOLD;
    rateHere();
    desk.submit();
    await settled();
    expect(rate()).toMatchObject({ lesson: null, position: 1 });
    expect(engine.calls.some(({ name }) => name === 'feedback.show')).toBe(false);
  });

  it('is shown right after the submit where the project trains, and one key goes on', async () => {
    const { desk, rate, rateHere, engine, settled } = await inProject({ goldFeedback: 'training' });
    engine.known[assignmentId(0)] = GOLD;
    rateHere();
    desk.submit();
    expect(rate().waiting).toBe(true);
    desk.holds(() => desk.value('fluency', 1));
    await settled();
    expect(rate()).toMatchObject({ position: 0, lesson: { agreed: GOLD, round: null } });
    expect(engine.storedOf(assignmentId(0)).rating.values.fluency).toBe(4);
    desk.learnt();
    await settled();
    expect(rate()).toMatchObject({ position: 1, lesson: null });
  });

  it('is not shown for other items, and keys pressed ahead go to the next', async () => {
    const { desk, rate, rateHere, engine, settled } = await inProject({ goldFeedback: 'training' });
    rateHere();
    desk.submit();
    expect(desk.holds(() => desk.value('fluency', 2))).toBe(true);
    await settled();
    await vi.waitUntil(() => engine.storedOf(assignmentId(1)).rating.values.fluency === 2);
    expect(rate()).toMatchObject({ position: 1, lesson: null });
  });

  it('goes when the submit is undone', async () => {
    const { desk, rate, rateHere, engine, settled } = await inProject({ goldFeedback: 'training' });
    engine.known[assignmentId(0)] = GOLD;
    rateHere();
    desk.submit();
    await settled();
    desk.undo();
    await settled();
    expect(rate()).toMatchObject({ position: 0, lesson: null });
    expect(engine.storedOf(assignmentId(0)).rating.status).toBe('draft');
  });
});

describe('a calibration round', () => {
  it('shows its agreed answers when its last item is done, and goes on from there', async () => {
    const { desk, rate, rateHere, settled } = await inProject({}, ROUND);
    for (let done = 0; done < 2; done += 1) {
      rateHere();
      desk.submit();
      await settled();
      expect(rate().round).toBeNull();
    }
    desk.skip('unclear');
    await settled();
    expect(rate().round).toBe(ROUND);
    desk.learnt();
    await settled();
    expect(rate()).toMatchObject({ round: null, position: null });
    desk.showRound();
    expect(rate().round).toBe(ROUND);
  });

  it('shows them item by item where the project says so, and the whole at the end', async () => {
    const { desk, rate, rateHere, engine, settled } = await inProject({ calibrationFeedback: 'item' }, ROUND);
    const agreed: AgreedAnswer = { source: 'consensus', raters: 2, values: { fluency: 5 }, spread: {} };
    for (let index = 0; index < 3; index += 1) {
      engine.known[assignmentId(index)] = agreed;
      rateHere();
      desk.submit();
      await settled();
      expect(rate().lesson).toMatchObject({ assignment: assignmentId(index), agreed });
      desk.learnt();
      await settled();
    }
    expect(rate()).toMatchObject({ lesson: null, round: ROUND });
  });

  it('that is not finished has nothing to show', async () => {
    const { desk, rate } = await inProject({}, ROUND);
    desk.showRound();
    expect(rate()).toMatchObject({ round: null, note: { shown: true } });
  });
});
