import { describe, expect, it, vi } from 'vitest';
import { assignmentId, BEN } from '../sample-project.ts';
import { seated } from './desk.ts';

/** A rater with two values on the first item that the disk did not take. */
async function withLost() {
  const desk = await seated();
  desk.engine.failNext('rating.record', 'DISK_FULL');
  desk.desk.value('sensibleness', 1);
  desk.desk.value('specificity', 1);
  await desk.settled();
  const asked = () => vi.waitUntil(() => desk.store.getState().overlay === 'unsaved');
  return { ...desk, now: () => desk.store.getState(), asked };
}

type Away = Awaited<ReturnType<typeof withLost>>;
const WAYS: [string, (away: Away) => Promise<unknown>, (away: Away) => unknown][] = [
  ['closing the project', ({ now }) => now().closeProject(), ({ now }) => now().project],
  ['handing the desk over', ({ now }) => now().choosePerson(BEN), ({ now }) => now().person?.id !== BEN.id],
  ['asking who is there', ({ now }) => now().leaveDesk(), ({ now }) => now().person],
  ['opening another project', ({ now }) => now().openProject('other'), ({ now }) => now().person],
  [
    'making a project',
    ({ now }) => now().createProject({ file: 'new', name: 'New' }),
    ({ now }) => now().person,
  ],
];

describe.each(WAYS)('%s with ratings that could not be saved', (_, leave, isThere) => {
  it('saves them first, and asks nothing, when the disk takes them again', async () => {
    const away = await withLost();
    await leave(away);
    expect(away.stored(0).values).toEqual({ sensibleness: 1, specificity: 1 });
    expect(isThere(away)).toBeFalsy();
    expect(away.now().overlay).toBeNull();
  });

  it('asks when they still cannot be saved, and staying keeps them', async () => {
    const away = await withLost();
    away.engine.failNext('rating.record', 'DISK_FULL');
    const leaving = leave(away);
    await away.asked();
    away.now().answerLeaving(false);
    await leaving;
    expect(isThere(away)).toBeTruthy();
    expect(away.now().overlay).toBeNull();
    expect(away.rate().trouble?.lost).toHaveLength(2);
    away.desk.retry();
    await away.settled();
    expect(away.stored(0).values).toEqual({ sensibleness: 1, specificity: 1 });
  });

  it('leaves without them only when told to', async () => {
    const away = await withLost();
    away.engine.failNext('rating.record', 'DISK_FULL');
    const leaving = leave(away);
    await away.asked();
    away.now().answerLeaving(true);
    await leaving;
    expect(isThere(away)).toBeFalsy();
    expect(away.rate().trouble).toBeNull();
    expect(away.engine.events).toEqual([]);
  });
});

describe('the question before leaving', () => {
  it.each([
    ['dismissed', ({ now }: Away) => now().showOverlay(null)],
    ['covered by the help', ({ now }: Away) => now().showOverlay('help')],
    ['left for another section', ({ now }: Away) => now().navigate('audit')],
  ])('means staying when it is %s', async (_, dismiss) => {
    const away = await withLost();
    away.engine.failNext('rating.record', 'DISK_FULL');
    const opening = away.now().openProject('other');
    await away.asked();
    dismiss(away);
    expect(await opening).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(away.rate().trouble?.lost).toHaveLength(2);
  });

  it('leaves no failure behind when a project the system handed over is not opened', async () => {
    const away = await withLost();
    away.engine.failNext('rating.record', 'DISK_FULL');
    away.engine.push({ kind: 'open', file: 'other' });
    await away.asked();
    away.now().answerLeaving(false);
    await vi.waitUntil(() => away.now().overlay === null);
    await Promise.resolve();
    expect(away.now().openFailure).toBeNull();
    expect(away.engine.calls.filter(({ name }) => name === 'project.open')).toHaveLength(1);
  });
});

describe('what could not be saved', () => {
  it('is kept when the queue cannot be opened again', async () => {
    const { now, engine, rate, settled, stored, desk } = await withLost();
    now().navigate('audit');
    engine.failNext('queue.open', 'PROJECT_BUSY');
    now().navigate('rate');
    await vi.waitUntil(() => rate().failure !== null);
    now().navigate('audit');
    now().navigate('rate');
    await vi.waitUntil(() => rate().stage === 'open');
    desk.retry();
    await settled();
    expect(stored(0).values).toEqual({ sensibleness: 1, specificity: 1 });
  });
});

describe('an engine that goes away just after the desk was cleared', () => {
  it('is sent the last value again, though the item had been rated before', async () => {
    const { desk, engine, stored, settled } = await seated();
    desk.value('fluency', 3);
    await settled();
    engine.failNext('rating.record', 'ENGINE_STOPPED');
    desk.value('fluency', 5);
    desk.close();
    await desk.settle();
    expect(stored(0).values).toEqual({ fluency: 5 });
  });

  it('tells the last value from one stored a moment before it', async () => {
    const { desk, engine, stored } = await seated();
    const push = engine.events.push.bind(engine.events);
    vi.spyOn(engine.events, 'push').mockImplementationOnce((...event) => {
      engine.failNext('rating.record', 'ENGINE_STOPPED');
      return push(...event);
    });
    desk.value('fluency', 3);
    desk.value('bias', 0);
    desk.close();
    await desk.settle();
    expect(stored(0).values).toEqual({ fluency: 3, bias: 0 });
    expect(engine.events.map(({ assignment }) => assignment)).toEqual([assignmentId(0), assignmentId(0)]);
  });

  it('is not sent twice what it had stored', async () => {
    const { desk, engine, settled } = await seated();
    desk.value('fluency', 3);
    await settled();
    engine.failNext('rating.record', 'ENGINE_STOPPED', true);
    desk.value('fluency', 5);
    desk.close();
    await desk.settle();
    expect(engine.events).toHaveLength(2);
  });
});
