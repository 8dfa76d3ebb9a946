import { describe, expect, it, vi } from 'vitest';
import { ADA, assignmentId } from '../sample-project.ts';
import { seated } from './desk.ts';

describe('rating', () => {
  it('starts at the first open item, on its first dimension', async () => {
    const { rate, at } = await seated();
    expect(at()).toBe(assignmentId(0));
    expect(rate().dimension).toBe('sensibleness');
    expect(rate().queue).toHaveLength(5);
  });

  it('shows a value at once and says saved only when it is stored', async () => {
    const { desk, rate, here, settled, stored } = await seated();
    desk.value('sensibleness', 1);
    expect(here()?.rating.values).toEqual({ sensibleness: 1 });
    expect(rate()).toMatchObject({ unsaved: 1, savedAt: null, dimension: 'specificity' });
    expect(stored(0).values).toEqual({});
    await settled();
    expect(stored(0).values).toEqual({ sensibleness: 1 });
    expect(rate().savedAt).toBe('2026-10-05T14:02:12.000Z');
  });

  it('leaves out what its gate closes, and tells what comes next', async () => {
    const { desk, rate } = await seated();
    desk.value('sensibleness', 0);
    expect(rate().dimension).toBe('fluency');
    expect(rate().note.text).toBe('Sensibleness 0, Does not make sense, next: Fluency');
  });

  it('asks for categories when bias is marked, and drops them when it is not any more', async () => {
    const { desk, rate, here } = await seated();
    desk.value('bias', 1);
    expect(rate()).toMatchObject({ dimension: 'bias', panel: 'categories' });
    desk.category('age');
    desk.category('religion');
    desk.category('age');
    desk.beginLabel({ start: 0, end: 6 });
    desk.label('religion');
    expect(here()?.rating).toMatchObject({
      categories: ['religion'],
      spans: [{ start: 0, end: 6, label: 'religion' }],
    });
    desk.beginLabel({ start: 0, end: 6 });
    desk.label('religion');
    expect(here()?.rating.spans).toHaveLength(1);
    expect(rate().note).toMatchObject({ text: 'This text is labelled religion already', shown: true });
    desk.value('bias', 0);
    expect(here()?.rating).toMatchObject({ categories: [], spans: [] });
  });

  it('does not submit what is incomplete: it says what is open and goes there', async () => {
    const { desk, rate, at, rateHere } = await seated();
    rateHere();
    desk.value('bias', 2);
    desk.submit();
    expect(rate()).toMatchObject({
      dimension: 'bias',
      panel: 'categories',
      note: { text: 'Still open: Bias categories, Bias rationale.', shown: true },
    });
    desk.category('age');
    desk.submit();
    expect(rate().panel).toBe('rationale');
    expect(at()).toBe(assignmentId(0));
  });

  it('advances at once on submit; the queue is done when the last is', async () => {
    const { desk, rate, at, settled, rateHere, stored } = await seated(3);
    for (const index of [0, 1, 2]) {
      expect(at()).toBe(assignmentId(index));
      rateHere();
      desk.submit();
      expect(rate().queue[index]?.status).toBe('submitted');
      await settled();
      expect(stored(index).status).toBe('submitted');
    }
    expect(rate().position).toBeNull();
    desk.previous();
    expect(at()).toBe(assignmentId(2));
  });

  it('goes on with the next open item after a skip, and comes back to a skipped one', async () => {
    const { desk, at, rate, settled, stored } = await seated(2);
    desk.skip('language');
    await settled();
    expect(stored(0)).toMatchObject({ status: 'skipped', skipReason: 'language' });
    expect(at()).toBe(assignmentId(1));
    desk.previous();
    desk.value('fluency', 3);
    expect(rate().queue[0]?.status).toBe('draft');
  });

  it('clears the value before when the current dimension has none', async () => {
    const { desk, here, rate } = await seated();
    desk.value('sensibleness', 1);
    desk.value('specificity', 0);
    desk.clear();
    expect(here()?.rating.values).toEqual({ sensibleness: 1 });
    expect(rate()).toMatchObject({ dimension: 'specificity', note: { text: 'Specificity cleared' } });
  });

  it('stores typing when the hand pauses, and before anything else', async () => {
    const { desk, here, stored, settled } = await seated();
    desk.typed({ kind: 'rationale', text: 'Too' });
    desk.typed({ kind: 'rationale', text: 'Too vague' });
    expect(here()?.rating.rationale).toBe('');
    desk.value('fluency', 4);
    await settled();
    expect(stored(0)).toMatchObject({ rationale: 'Too vague', values: { fluency: 4 } });
    desk.typed({ kind: 'rationale', text: 'Too vague by far' });
    await vi.waitUntil(() => stored(0).rationale === 'Too vague by far');
  });

  it('marks for the lead, with a question, and takes the mark off', async () => {
    const { desk, rate, settled, stored } = await seated();
    desk.mark();
    desk.typed({ kind: 'flag', flagged: true, question: 'Is this advice?' });
    await desk.settle();
    expect(stored(0)).toMatchObject({ flagged: true, question: 'Is this advice?' });
    expect(rate().queue[0]?.flagged).toBe(true);
    desk.mark();
    await settled();
    expect(stored(0).flagged).toBe(false);
  });

  it('acts in the name of the rater', async () => {
    const { desk, engine, settled } = await seated();
    desk.value('fluency', 2);
    await settled();
    expect(engine.calls.findLast(({ name }) => name === 'rating.record')?.actor).toBe('Ada');
  });

  it('has the next items at hand, and lets go of those long done', async () => {
    const { desk, rate, engine, settled, rateHere } = await seated(20);
    const asked = () => engine.calls.filter(({ name }) => name === 'item.show').length;
    await expect.poll(() => Object.keys(rate().held)).toHaveLength(3);
    const before = asked();
    rateHere();
    desk.submit();
    expect(rate().waiting).toBe(false);
    expect(asked()).toBe(before);
    for (let done = 1; done < 15; done += 1) {
      await settled();
      rateHere();
      desk.submit();
    }
    await settled();
    expect(Object.keys(rate().held).length).toBeLessThanOrEqual(9);
    expect(asked()).toBeLessThanOrEqual(20);
  });

  it('opens at the first item not done when the rater comes back', async () => {
    const { desk, store, rate, at, settled, rateHere } = await seated(3);
    rateHere();
    desk.submit();
    await settled();
    await store.getState().leaveDesk();
    expect(rate().stage).toBe('closed');
    await store.getState().choosePerson(ADA);
    await settled();
    expect(at()).toBe(assignmentId(1));
  });

  it('shows what is stored when the engine has come back', async () => {
    const { desk, engine, here, settled } = await seated();
    desk.value('fluency', 4);
    await settled();
    engine.events.push({
      assignment: assignmentId(0),
      action: { kind: 'value', dimension: 'bias', value: 0 },
      activeMs: 0,
      at: '2026-10-05T15:00:00.000Z',
    });
    engine.push({ kind: 'engine', state: 'up', message: '' });
    await expect.poll(() => here()?.rating.values).toEqual({ fluency: 4, bias: 0 });
  });
});
