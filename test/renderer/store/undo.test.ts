import { describe, expect, it } from 'vitest';
import { assignmentId } from '../sample-project.ts';
import { seated } from './desk.ts';

describe('undo and redo', () => {
  it('walk back over a submit to the item before, and name what was undone', async () => {
    const { desk, rate, at, here, settled, rateHere } = await seated();
    rateHere();
    desk.submit();
    desk.undo();
    await settled();
    expect(at()).toBe(assignmentId(0));
    expect(rate().queue[0]?.status).toBe('draft');
    expect(rate().note).toEqual({ text: 'Undone: submit, item 1', shown: true });
    desk.undo();
    await settled();
    expect(here()?.rating.values.bias).toBeUndefined();
    expect(rate()).toMatchObject({ dimension: 'bias', note: { text: 'Undone: Bias 0', shown: true } });
    desk.redo();
    await settled();
    expect(here()?.rating.values.bias).toBe(0);
    expect(rate().note.text).toBe('Brought back: Bias 0');
  });

  it('wait for what is still on its way', async () => {
    const { desk, here, settled, engine } = await seated();
    desk.value('sensibleness', 1);
    desk.value('specificity', 1);
    desk.undo();
    await settled();
    expect(here()?.rating.values).toEqual({ sensibleness: 1 });
    expect(engine.events).toHaveLength(1);
  });

  it('keep keys pressed meanwhile and apply them to where they land, in order', async () => {
    const { desk, here, settled, rateHere } = await seated();
    rateHere();
    desk.submit();
    desk.undo();
    expect(desk.holds(() => desk.value('fluency', 2))).toBe(true);
    await settled();
    expect(here()?.item.assignment).toBe(assignmentId(0));
    expect(here()?.rating.values.fluency).toBe(2);
  });

  it('say so when there is nothing further back', async () => {
    const { desk, rate, settled } = await seated();
    desk.undo();
    await settled();
    expect(rate().note).toMatchObject({ shown: true });
    expect(rate().note.text).toContain('nothing');
  });

  it('leave the dimension when what is undone is not a value', async () => {
    const { desk, rate, settled } = await seated();
    desk.value('sensibleness', 1);
    desk.jump('fluency');
    desk.record({ kind: 'rationale', text: 'hm' });
    desk.undo();
    await settled();
    expect(rate().dimension).toBe('fluency');
  });
});
