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

  it('apply keys pressed meanwhile to what the screen shows by then, a submit among them', async () => {
    const { desk, settled, rateHere, rate, stored } = await seated();
    rateHere();
    desk.undo();
    // As the keys do: each asks what is current when it is done.
    const give = (value: number) => () => desk.value(rate().dimension ?? '', value);
    for (const press of [give(0), desk.submit, () => desk.jump('sensibleness'), give(1), give(1)])
      expect(desk.holds(press)).toBe(true);
    await settled();
    expect(stored(0)).toMatchObject({ status: 'submitted', values: { bias: 0 } });
    expect(stored(1).values).toEqual({ sensibleness: 1, specificity: 1 });
  });

  it('leave letters pressed after a key that opens a text field to the field', async () => {
    const { desk, settled, rateHere, rate } = await seated();
    rateHere();
    desk.undo();
    desk.holds(() => desk.panel('rationale'), 'c');
    for (const letter of 'of it') desk.holds(() => desk.jump('fluency'), letter);
    desk.holds(() => desk.panel(null));
    desk.holds(() => desk.value('fluency', 2), '2');
    await expect.poll(() => rate().panel).toBe('rationale');
    expect(rate()).toMatchObject({ waiting: true, dimension: 'bias' });
    const typed: string[] = [];
    desk.typeAhead((text) => typed.push(text));
    await settled();
    expect(typed).toEqual(['of it']);
    expect(rate()).toMatchObject({ panel: null, waiting: false });
    expect(Object.values(rate().held)[0]?.rating.values.fluency).toBe(2);
  });

  it('draw what a press changed before the next one is done', async () => {
    const { desk, settled, rateHere, rate } = await seated();
    const drawn: (string | null)[] = [];
    desk.drawThrough(() => drawn.push(rate().panel));
    rateHere();
    desk.undo();
    const met: (string | null)[] = [];
    const press = (act: () => void) => () => {
      met.push(drawn.at(-1) ?? null);
      act();
    };
    desk.holds(press(() => desk.panel('skip')));
    desk.holds(press(() => desk.panel('cannot')));
    desk.holds(press(() => desk.panel(null)));
    await settled();
    expect(met).toEqual([null, 'skip', 'cannot']);
    expect(rate().panel).toBeNull();
  });

  it('write into a field of one line up to Enter, and leave what follows to what is shown then', async () => {
    const { desk, settled, rateHere, rate, at } = await seated();
    rateHere();
    desk.undo();
    desk.holds(() => desk.panel('skipWhy'));
    for (const letter of 'no') desk.holds(() => desk.jump('fluency'), letter);
    desk.holds(() => desk.skip('other: no'), '\n');
    desk.holds(() => desk.value('sensibleness', 0), '0');
    await expect.poll(() => rate().panel).toBe('skipWhy');
    const typed: string[] = [];
    desk.typeAhead((text) => typed.push(text));
    await settled();
    expect(typed).toEqual(['no']);
    expect(at()).toBe(assignmentId(1));
    expect(rate().held[assignmentId(1)]?.rating.values).toEqual({ sensibleness: 0 });
  });

  it('are taken once, whether the engine went away before it had taken them or after', async () => {
    for (const after of [false, true]) {
      const { desk, engine, rate, here, settled, rateHere } = await seated();
      rateHere();
      await settled();
      engine.failNext('rating.undo', 'ENGINE_STOPPED', after);
      desk.undo();
      await settled();
      expect(here()?.rating.values, after ? 'after' : 'before').toEqual({
        sensibleness: 1,
        specificity: 1,
        fluency: 4,
      });
      expect(rate()).toMatchObject({ dimension: 'bias', note: { text: 'Undone: Bias 0' } });
      expect(engine.events).toHaveLength(3);
      expect(rate().next.redo).toMatchObject({ action: { dimension: 'bias' } });
    }
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
