import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openContents, packetBytes } from '../../../electron/engine/packets/read-contents.ts';
import type { TestEngine } from '../../support/engine.ts';
import { complete, idOf, queueOf, rate } from '../../support/study.ts';
import { scene } from './scene.ts';

const { at, study, inProject, copyOfStudy, merge } = scene({ conversations: 3 });

const isSound = async (engine: TestEngine): Promise<void> =>
  expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
const ada = (): string => idOf(study(), 'Ada');
const atHome = <Value>(work: (engine: TestEngine) => Promise<Value>): Promise<Value> =>
  inProject(work, at('home.touchstone'));

test('what was marked, answered, sent back and asked for again goes back and forth in packets', async () => {
  const lead = copyOfStudy('lead.touchstone');
  await inProject(async (engine) => {
    await engine.ask('packet.open', { file: at('Ada.packet'), out: at('home.touchstone') });
    const [first = '', second = ''] = await queueOf(engine, ada());
    await rate(engine, first, [{ kind: 'flag', flagged: true, question: 'Is this fluent?' }, ...complete(2)]);
    await rate(engine, second, complete(3));
    await engine.ask('packet.make', { out: at('first.packet') });
  });

  await inProject(async (engine) => {
    await merge(engine, at('first.packet'));
    const { marks } = await engine.ask('mark.list', {});
    expect(marks).toMatchObject([{ rater: 'Ada', question: 'Is this fluent?', isOpen: true }]);
    const [mark] = marks;
    await engine.ask('mark.answer', { assignment: mark?.assignment ?? '', text: 'Look at the rubric.' });
    const { rubric } = await engine.ask('project.summary', {});
    const { contents } = openContents(packetBytes(at('first.packet')), 'first.packet', undefined);
    const item = contents.items[1]?.id ?? '';
    await engine.ask('adjudication.return', {
      unit: { item, dimension: 'fluency' },
      note: 'Once more, please.',
    });
    const dimensions = rubric.dimensions.map((entry) =>
      entry.id === 'fluency' ? { ...entry, question: 'How well does it read?' } : entry,
    );
    await engine.ask('rubric.save', { base: 1, rubric: { ...rubric, dimensions }, note: 'Clearer.' });
    await engine.ask('rubric.rerate', { dimensions: ['fluency'] });
    await engine.ask('packet.make', { raters: ['Ada'], out: at('second.packet') });
    // Nobody but the rater is named in it.
    expect(readFileSync(at('second.packet')).includes('Ben')).toBe(false);
  }, lead);

  await atHome(async (engine) => {
    const merged = await merge(engine, at('second.packet'));
    expect(merged).toMatchObject({ new: 0, duplicates: 2, conflicts: [], brought: { assignments: 2 } });
    expect(await merge(engine, at('second.packet'))).toMatchObject({
      brought: { assignments: 0 },
      digest: merged.digest,
    });
    const [first = '', second = '', again = ''] = await queueOf(engine, ada());
    const back = await engine.ask('item.show', { assignment: second });
    expect(back.reply?.text).toContain('Once more, please.');
    const shown = await engine.ask('item.show', { assignment: first });
    expect(shown.reply).toMatchObject({ question: 'Is this fluent?', text: 'Look at the rubric.' });
    const anew = await engine.ask('item.show', { assignment: again });
    expect(anew.rerating).toMatchObject({ rubric: 'ssfb@1', dimensions: ['fluency'] });
    expect(anew.stored.rating.values).toMatchObject({ sensibleness: 1, specificity: 1, bias: 0 });
    await rate(engine, again, [{ kind: 'value', dimension: 'fluency', value: 5 }, { kind: 'submit' }]);
    await engine.ask('packet.make', { out: at('third.packet') });
    await isSound(engine);
  });

  // Opened afresh it is the same.
  await inProject(async (engine) => {
    await engine.ask('packet.open', { file: at('second.packet'), out: at('fresh.touchstone') });
    const queue = await queueOf(engine, ada());
    expect(queue).toHaveLength(4);
    expect((await engine.ask('item.show', { assignment: queue[0] ?? '' })).reply).not.toBeNull();
    expect((await engine.ask('item.show', { assignment: queue[2] ?? '' })).rerating).not.toBeNull();
    await isSound(engine);
  });

  await inProject(async (engine) => {
    expect(await merge(engine, at('third.packet'))).toMatchObject({ ratings: 3, new: 1, conflicts: [] });
    expect((await engine.ask('rubric.read', {})).requests).toMatchObject([{ asked: 2, done: 1 }]);
    await isSound(engine);
  }, lead);

  // Another file of the study takes the requests and answers along, whichever way it comes.
  await inProject(async (engine) => {
    const merged = await merge(engine, lead);
    expect(merged.brought.assignments).toBe(2);
    await isSound(engine);
    expect((await merge(engine, lead)).digest).toBe(merged.digest);
  });
});

test('a hidden repeat is an item like any other to its rater, and a repeat to the study', async () => {
  const lead = copyOfStudy('repeats.touchstone');
  const eve = await inProject(async (engine) => {
    await engine.ask('assign.plan', {
      sample: study().sample,
      raters: ['Eve'],
      overlap: 1,
      repeat: 1,
      seed: 1,
    });
    const { raters } = await engine.ask('project.summary', {});
    const id = raters.find(({ name }) => name === 'Eve')?.id ?? '';
    // One is rated at the lead's before the packet is made.
    const [first = ''] = await queueOf(engine, id);
    await rate(engine, first, complete(4));
    await engine.ask('packet.make', { raters: ['Eve'], out: at('eve.packet') });
    return id;
  }, lead);
  const { contents } = openContents(packetBytes(at('eve.packet')), 'eve.packet', undefined);
  expect(contents.work?.assignments.map(({ occasion }) => occasion)).toEqual([0, 0, 0, 0]);
  expect(new Set(contents.items.map(({ id, key }) => `${id[14]} ${key.length}`)).size, 'ids look alike').toBe(
    1,
  );

  await inProject(async (engine) => {
    await engine.ask('packet.open', { file: at('eve.packet'), out: at('eve.touchstone') });
    for (const [place, assignment] of (await queueOf(engine, eve)).entries())
      if (place > 0) await rate(engine, assignment, complete(2));
    await engine.ask('packet.make', { out: at('eve back.packet') });
    await isSound(engine);
  });
  await inProject(async (engine) => {
    const merged = await merge(engine, at('eve back.packet'));
    expect(merged).toMatchObject({ ratings: 4, new: 3, duplicates: 1, conflicts: [] });
    const { entries } = await engine.ask('queue.open', { rater: eve });
    expect(entries.map(({ status }) => status)).toEqual(Array(4).fill('submitted'));
    expect(await merge(engine, at('eve.touchstone'))).toMatchObject({ new: 0, digest: merged.digest });
    await isSound(engine);
  }, lead);
  // A copy of the study from before the plan knows them too.
  await inProject(async (engine) => {
    expect(await merge(engine, at('eve back.packet'))).toMatchObject({ ratings: 4, new: 4, conflicts: [] });
    await isSound(engine);
  });
});
