import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../../support/engine.ts';
import { idOf, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const engine = new TestEngine();
let study: Study;
let first: string;
let second: string;
beforeAll(async () => {
  study = await makeStudy(engine, folder);
  [first = '', second = ''] = await queueOf(engine, idOf(study, 'Ada'));
  await rate(engine, first, [{ kind: 'flag', flagged: true, question: 'Is this advice?' }]);
  await rate(engine, second, [{ kind: 'flag', flagged: true, question: '' }]);
});
afterAll(() => engine.close());

test('the lead finds what raters marked, with the question and the item in its context', async () => {
  const { marks } = await engine.ask('mark.list', {});
  expect(marks).toMatchObject([
    {
      assignment: first,
      rater: 'Ada',
      question: 'Is this advice?',
      status: 'draft',
      reply: null,
      isOpen: true,
    },
    { assignment: second, rater: 'Ada', question: '', isOpen: true },
  ]);
  const item = await engine.ask('mark.item', { assignment: first });
  const shown = await engine.ask('item.show', { assignment: first });
  expect(item).toEqual({ context: shown.context, answers: [shown.answer] });
});

test('an answer is shown to the rater who asked, at the item, and to nobody else', async () => {
  const reply = await engine.ask('mark.answer', { assignment: first, text: ' Yes, it is. ' });
  expect(reply).toMatchObject({ question: 'Is this advice?', text: 'Yes, it is.' });
  expect((await engine.ask('item.show', { assignment: first })).reply).toEqual(reply);
  expect((await engine.ask('item.show', { assignment: second })).reply).toBeNull();
  const { replies } = await engine.ask('queue.open', { rater: idOf(study, 'Ada') });
  expect(replies).toEqual([{ assignment: first, id: reply.id }]);
  expect((await engine.ask('queue.open', { rater: idOf(study, 'Ben') })).replies).toEqual([]);
});

test('what is answered comes after what is open, until the rater asks something else', async () => {
  const order = async () => (await engine.ask('mark.list', {})).marks.map(({ assignment }) => assignment);
  expect(await order()).toEqual([second, first]);
  await rate(engine, first, [{ kind: 'flag', flagged: true, question: 'And this?' }]);
  const { marks } = await engine.ask('mark.list', {});
  expect(marks.find(({ assignment }) => assignment === first)).toMatchObject({
    question: 'And this?',
    isOpen: true,
    reply: { question: 'Is this advice?' },
  });
});

test('the newest answer counts, the earlier stays on record, and both are in the audit log', async () => {
  const again = await engine.ask('mark.answer', { assignment: first, text: 'This too.' });
  expect((await engine.ask('item.show', { assignment: first })).reply).toEqual(again);
  const { entries } = await engine.ask('audit.log', {});
  expect(entries.filter(({ action }) => action === 'mark.answer')).toHaveLength(2);
  expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
});

test('what is not marked any more is not in the list, and cannot be answered', async () => {
  await rate(engine, first, [{ kind: 'flag', flagged: false, question: '' }]);
  const { marks } = await engine.ask('mark.list', {});
  expect(marks.map(({ assignment }) => assignment)).toEqual([second]);
  for (const name of ['mark.answer', 'mark.item'] as const)
    expect(await engine.refused(name, { assignment: first, text: 'So.' })).toMatchObject({
      code: 'ITEM_UNKNOWN',
    });
});
