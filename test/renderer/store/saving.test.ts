import { describe, expect, it } from 'vitest';
import { assignmentId } from '../sample-project.ts';
import { seated } from './desk.ts';

describe('saving', () => {
  it('puts the stored state back when a value cannot be stored, and saves it again on demand', async () => {
    const { desk, engine, rate, here, settled, stored } = await seated();
    engine.failNext('rating.record', 'DISK_FULL');
    desk.value('sensibleness', 1);
    desk.value('specificity', 1);
    await settled();
    expect(here()?.rating.values).toEqual({});
    expect(rate().trouble?.failure.code).toBe('DISK_FULL');
    expect(rate().trouble?.lost).toHaveLength(2);
    desk.retry();
    await settled();
    expect(stored(0).values).toEqual({ sensibleness: 1, specificity: 1 });
    expect(rate().trouble).toBeNull();
  });

  it('keeps what was lost of one item while the next is rated', async () => {
    const { desk, engine, rate, at, settled, rateHere, stored } = await seated();
    rateHere();
    await settled();
    engine.failNext('rating.record', 'DISK_FULL');
    desk.submit();
    rateHere();
    await settled();
    expect(at()).toBe(assignmentId(1));
    expect(stored(1).values.fluency).toBe(4);
    expect(rate().queue[0]?.status).toBe('draft');
    desk.retry();
    await settled();
    expect(rate().queue[0]?.status).toBe('submitted');
  });

  it('sends what was lost first when the item is touched again', async () => {
    const { desk, engine, settled, stored } = await seated();
    engine.failNext('rating.record', 'DISK_FULL');
    desk.record({ kind: 'rationale', text: 'A long thought' });
    await settled();
    desk.value('fluency', 3);
    await settled();
    expect(stored(0)).toMatchObject({ rationale: 'A long thought', values: { fluency: 3 } });
  });

  it('sends again what an engine that went away had not stored', async () => {
    const { desk, engine, settled, stored } = await seated();
    engine.failNext('rating.record', 'ENGINE_STOPPED');
    desk.value('fluency', 5);
    await settled();
    expect(stored(0).values).toEqual({ fluency: 5 });
    expect(engine.events).toHaveLength(1);
  });

  it('does not send twice what it had stored before it went', async () => {
    const { desk, engine, rate, settled, stored } = await seated();
    engine.failNext('rating.record', 'ENGINE_STOPPED', true);
    desk.value('fluency', 5);
    await settled();
    expect(stored(0).values).toEqual({ fluency: 5 });
    expect(engine.events).toHaveLength(1);
    expect(rate().trouble).toBeNull();
  });

  it('gives up when the engine is down, and says so', async () => {
    const { desk, engine, rate, settled } = await seated();
    engine.push({ kind: 'engine', state: 'down', message: 'five times' });
    engine.failNext('rating.record', 'ENGINE_STOPPED');
    engine.failNext('item.show', 'ENGINE_STOPPED');
    desk.value('fluency', 5);
    await settled();
    expect(rate().trouble?.failure.code).toBe('ENGINE_STOPPED');
  });

  it('loses and reorders nothing when keys come faster than answers', async () => {
    const { desk, engine, rate, settled, rateHere } = await seated(60);
    for (let done = 0; done < 60; done += 1) {
      if (desk.holds(rateHere)) desk.holds(desk.submit);
      else {
        rateHere();
        desk.submit();
      }
      await Promise.resolve();
    }
    await settled();
    expect(rate().queue.every(({ status }) => status === 'submitted')).toBe(true);
    const order = engine.events.map(({ assignment, action }) =>
      action.kind === 'value' ? `${assignment} ${action.dimension}` : `${assignment} ${action.kind}`,
    );
    const expected = Array.from({ length: 60 }, (_, index) =>
      ['sensibleness', 'specificity', 'fluency', 'bias', 'submit'].map(
        (what) => `${assignmentId(index)} ${what}`,
      ),
    ).flat();
    expect(order).toEqual(expected);
  });
});
