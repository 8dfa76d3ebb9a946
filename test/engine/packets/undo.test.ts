import { describe, expect, test } from 'vitest';
import type { MergeConflict } from '../../../shared/contract/packets.ts';
import type { TestEngine } from '../../support/engine.ts';
import { complete, idOf, queueOf, rate } from '../../support/study.ts';
import { scene } from './scene.ts';

const { at, study, inProject, rated, merge } = scene({ conversations: 3 });

const open = async (engine: TestEngine): Promise<MergeConflict[]> =>
  (await engine.ask('packet.state', {})).conflicts;
const codes = async (engine: TestEngine): Promise<string[]> => (await open(engine)).map(({ code }) => code);
const perRater = async (engine: TestEngine): Promise<unknown> =>
  (await engine.ask('project.stats', {})).per_rater;
const digest = async (engine: TestEngine): Promise<unknown> =>
  (await engine.ask('audit.verify', {})).content_digest;
const isSound = async (engine: TestEngine): Promise<void> =>
  expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
/** Takes back the newest decision. */
const undo = async (engine: TestEngine): Promise<void> => {
  const [newest] = (await engine.ask('packet.state', {})).decided;
  await engine.ask('packet.resolve', { conflict: newest?.id ?? '', how: 'undo' });
};
const twoMachines = async (where: string): Promise<[string, string]> => [
  await rated('Ada', `first ${where}`, 4, 1),
  await rated('Ada', `second ${where}`, 2, 1),
];

describe('a decision of the lead can be taken back, and what it was about is open again:', () => {
  test('which judgement is kept; what was rated on top of it meanwhile is not lost', async () => {
    const [first, second] = await twoMachines('here');
    await inProject(async (engine) => {
      await merge(engine, first, second);
      const before = await digest(engine);
      const differing = (await open(engine)).find(({ code }) => code === 'RATINGS_DIFFER');
      const event = differing?.versions[1]?.event;
      await engine.ask('packet.resolve', { conflict: differing?.id ?? '', how: 'keep', event });
      expect((await engine.ask('packet.state', {})).decided).toMatchObject([{ kind: 'keep', rater: 'Ada' }]);
      expect(await codes(engine)).toEqual(['KEY_CHANGED']);
      await undo(engine);
      expect((await engine.ask('packet.state', {})).decided).toEqual([]);
      expect(await codes(engine)).toEqual(['KEY_CHANGED', 'RATINGS_DIFFER']);
      expect(await digest(engine)).toBe(before);
      await isSound(engine);

      await engine.ask('packet.resolve', { conflict: differing?.id ?? '', how: 'keep', event });
      const [assignment = ''] = await queueOf(engine, idOf(study(), 'Ada'));
      await rate(engine, assignment, [{ kind: 'value', dimension: 'fluency', value: 5 }, { kind: 'submit' }]);
      await undo(engine);
      const again = (await open(engine)).find(({ code }) => code === 'RATINGS_DIFFER');
      expect(again?.versions.map(({ rating }) => rating.values.fluency)).toEqual([4, 5]);
      await isSound(engine);
    });
  });

  test('that it was another person; what came of them meanwhile goes back as well, and can be given away again', async () => {
    const [first, second] = await twoMachines('there');
    await inProject(async (engine) => {
      await merge(engine, first, second);
      const before = await digest(engine);
      const decide = async () => {
        const [keys, differing] = await open(engine);
        const event = differing?.versions[1]?.signedBy ?? '';
        await engine.ask('packet.resolve', { conflict: keys?.id ?? '', how: 'another', event, name: 'Ida' });
      };
      await decide();
      expect(await perRater(engine)).toMatchObject({ Ada: 1, Ida: 1 });
      await undo(engine);
      expect(await perRater(engine)).toMatchObject({ Ada: 1, Ida: 0 });
      expect(await codes(engine)).toEqual(['KEY_CHANGED', 'RATINGS_DIFFER']);
      expect(await digest(engine)).toBe(before);
      await isSound(engine);

      await decide();
      expect(await perRater(engine)).toMatchObject({ Ada: 1, Ida: 1 });
      await isSound(engine);
      await inProject(async (home) => {
        const queue = await queueOf(home, idOf(study(), 'Ada'));
        await rate(home, queue[1] ?? '', complete(1));
        await home.ask('packet.make', { out: at('more of Ida.packet') });
      }, at('Ada on second there.touchstone'));
      await merge(engine, at('more of Ida.packet'));
      expect(await perRater(engine)).toMatchObject({ Ada: 1, Ida: 2 });
      await undo(engine);
      expect(await perRater(engine)).toMatchObject({ Ada: 2, Ida: 0 });
      await isSound(engine);
    });
  });

  test('that all keys are one person’s', async () => {
    const files = await twoMachines('anywhere');
    await inProject(async (engine) => {
      await merge(engine, ...files);
      const [keys] = await open(engine);
      await engine.ask('packet.resolve', { conflict: keys?.id ?? '', how: 'same' });
      expect(await codes(engine)).toEqual(['RATINGS_DIFFER']);
      await undo(engine);
      expect(await codes(engine)).toEqual(['KEY_CHANGED', 'RATINGS_DIFFER']);
      const gone = { conflict: 'no such', how: 'undo' } as const;
      expect(await engine.refused('packet.resolve', gone)).toMatchObject({ code: 'CONFLICT_UNKNOWN' });
    });
  });

  test('that ratings under another text of the rubric are taken in, or left out', async () => {
    await inProject(async (engine) => {
      await engine.ask('packet.open', { file: at('Cyd.packet'), out: at('own rubric.touchstone') });
      const { rubric } = await engine.ask('project.summary', {});
      await engine.ask('rubric.save', { base: 1, rubric: { ...rubric, title: 'Hers' }, note: 'Mine.' });
      const [first = ''] = await queueOf(engine, idOf(study(), 'Cyd'));
      await rate(engine, first, complete(5));
      await engine.ask('packet.make', { out: at('rubric.packet') });
    });
    await inProject(async (engine) => {
      const { rubric } = await engine.ask('project.summary', {});
      await engine.ask('rubric.save', { base: 1, rubric: { ...rubric, title: 'Ours' }, note: 'The second.' });
      await merge(engine, at('rubric.packet'));
      const before = await digest(engine);
      const [conflict] = await open(engine);
      for (const how of ['dismiss', 'accept', 'accept'] as const) {
        await engine.ask('packet.resolve', { conflict: conflict?.id ?? '', how });
        expect(await codes(engine)).toEqual([]);
        expect(await perRater(engine)).toMatchObject({ Cyd: how === 'accept' ? 1 : 0 });
        await isSound(engine);
        // What comes again while it is accepted is known.
        expect(await merge(engine, at('rubric.packet'))).toMatchObject({ new: 0, duplicates: 1 });
        await undo(engine);
        expect(await codes(engine)).toEqual(['RUBRIC_DIFFERS']);
        expect(await perRater(engine)).toMatchObject({ Cyd: 0 });
        expect(await digest(engine)).toBe(before);
        await isSound(engine);
      }
      await engine.ask('packet.resolve', { conflict: conflict?.id ?? '', how: 'accept' });
      await inProject(async (home) => {
        const [, second = ''] = await queueOf(home, idOf(study(), 'Cyd'));
        await rate(home, second, complete(1));
        await home.ask('packet.make', { out: at('more rubric.packet') });
      }, at('own rubric.touchstone'));
      expect(await merge(engine, at('more rubric.packet'))).toMatchObject({ new: 1, conflicts: [] });
      await undo(engine);
      expect(await codes(engine)).toEqual(['RUBRIC_DIFFERS']);
      expect(await open(engine), 'all that is about one text is one question').toMatchObject([
        { ratings: 2 },
      ]);
      await isSound(engine);
    });
  });
});
