import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADA, assignmentId } from '../sample-project.ts';
import { seated } from './desk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Away from the desk and back, as at the next start: nothing is left in memory but what the engine has. */
async function again({ desk, store, settled }: Awaited<ReturnType<typeof seated>>): Promise<void> {
  desk.keepPlace();
  await desk.settle();
  await store.getState().leaveDesk();
  await store.getState().choosePerson(ADA);
  await settled();
}

describe('where the rater was', () => {
  it('is where they are at the next start: the item, the dimension, the text field that was open', async () => {
    const own = await seated();
    const { desk, rate, at, settled } = own;
    desk.next();
    desk.next();
    await settled();
    desk.value('fluency', 3);
    desk.jump('fluency');
    desk.panel('rationale');
    desk.typed({ kind: 'rationale', text: 'Half a thou' });
    await again(own);
    expect(at()).toBe(assignmentId(2));
    expect(rate()).toMatchObject({ dimension: 'fluency', panel: 'rationale' });
    expect(own.here()?.rating).toMatchObject({ values: { fluency: 3 }, rationale: 'Half a thou' });
  });

  it('brings cursor and scrolling back', async () => {
    const own = await seated();
    own.desk.lookThrough(() => ({ caret: { start: 4, end: 4 }, scroll: { 'answer-pane': 320 } }));
    own.desk.panel('rationale');
    await again(own);
    expect(own.rate().restored).toMatchObject({
      caret: { start: 4, end: 4 },
      scroll: { 'answer-pane': 320 },
    });
    own.desk.placeRestored();
    expect(own.rate().restored).toBeNull();
  });

  it('is the next open item when the one on the screen was done by then', async () => {
    const own = await seated(4);
    own.desk.next();
    await own.settled();
    own.desk.keepPlace();
    own.rateHere();
    own.desk.submit();
    await own.desk.settle();
    const kept = own.engine.place();
    expect(kept?.assignment).toBe(assignmentId(1));
    await own.store.getState().leaveDesk();
    await own.store.getState().choosePerson(ADA);
    await own.settled();
    expect(own.at()).toBe(assignmentId(2));
  });

  it('does not open what cannot be gone on with: a label without its selection', async () => {
    const own = await seated();
    own.desk.value('bias', 1);
    own.desk.beginLabel({ start: 0, end: 6 });
    await again(own);
    expect(own.rate()).toMatchObject({ dimension: 'bias', panel: null, labelling: null });
  });

  it('is not kept before what was done on the way there is stored', async () => {
    const { desk, engine, rateHere, settled } = await seated();
    await vi.advanceTimersByTimeAsync(1000);
    rateHere();
    desk.submit();
    desk.keepPlace();
    expect(engine.place()?.assignment).toBe(assignmentId(0));
    await settled();
    await vi.advanceTimersByTimeAsync(1000);
    expect(engine.place()?.assignment).toBe(assignmentId(1));
  });

  it('is kept when the hand rests, not at every key, and only when it changed', async () => {
    const { desk, engine } = await seated();
    const kept = () => engine.calls.filter(({ name }) => name === 'place.keep').length;
    await vi.advanceTimersByTimeAsync(1000);
    const before = kept();
    for (const dimension of ['specificity', 'fluency', 'bias', 'fluency']) desk.jump(dimension);
    expect(kept()).toBe(before);
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept()).toBe(before + 1);
    expect(engine.place()?.dimension).toBe('fluency');
    desk.moved();
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept()).toBe(before + 1);
  });
});

describe('the answers of the lead', () => {
  const reply = {
    id: '0199c0de-0000-7000-a000-000000000001',
    question: 'Advice?',
    text: 'Yes.',
    at: '2026-10-05T15:00:00.000Z',
  };

  it('are new until the rater was at the item, at later starts too', async () => {
    const own = await seated();
    own.engine.replies[assignmentId(3)] = reply;
    await again(own);
    expect(own.rate().replies).toHaveLength(1);
    expect(own.rate().seen).toEqual([]);
    own.desk.showReply();
    await own.settled();
    expect(own.at()).toBe(assignmentId(3));
    expect(own.here()?.item.reply?.text).toBe('Yes.');
    expect(own.rate().seen).toEqual([reply.id]);
    await again(own);
    expect(own.rate().seen).toEqual([reply.id]);
  });

  it('are read again where the item was at hand already', async () => {
    const own = await seated();
    expect(own.here()?.item.reply).toBeNull();
    own.engine.replies[assignmentId(0)] = reply;
    await own.desk.open();
    await own.settled();
    expect(own.here()?.item.reply?.text).toBe('Yes.');
  });
});
