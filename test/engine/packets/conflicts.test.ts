import { describe, expect, test } from 'vitest';
import type { MergeConflict } from '../../../shared/contract/packets.ts';
import type { TestEngine } from '../../support/engine.ts';
import { useSettings } from '../../support/settings.ts';
import { complete, idOf, queueOf, rate } from '../../support/study.ts';
import { writeTranscripts } from '../../support/transcripts.ts';
import { scene } from './scene.ts';

const { at, study, inProject, copyOfStudy, rated, merge } = scene();

const codesOf = (conflicts: readonly MergeConflict[]): string[] => conflicts.map(({ code }) => code);
const open = async (engine: TestEngine): Promise<MergeConflict[]> =>
  (await engine.ask('packet.state', {})).conflicts;
const fluencies = async (engine: TestEngine, rater: string): Promise<unknown[]> => {
  const shown = [];
  for (const assignment of await queueOf(engine, rater))
    shown.push((await engine.ask('item.show', { assignment })).stored.rating.values.fluency ?? null);
  return shown;
};
const ada = (): string => idOf(study(), 'Ada');
/** Two machines on which one packet was rated differently: two answers on the first, one of them on the second. */
const twoMachines = async (where: string): Promise<[string, string]> => [
  await rated('Ada', `first ${where}`, 4, 2),
  await rated('Ada', `second ${where}`, 2, 1),
];

describe('two people under one name', () => {
  test('are told by their keys and by what they judged differently; nothing is lost, and nothing overwritten', async () => {
    const [first, second] = await twoMachines('here');
    const one = await inProject(async (engine) => {
      await merge(engine, first);
      const merged = await merge(engine, second);
      expect(merged).toMatchObject({ ratings: 1, new: 0, duplicates: 0, conflicting: 1 });
      expect(codesOf(merged.conflicts)).toEqual(['KEY_CHANGED', 'RATINGS_DIFFER']);
      expect(merged.conflicts[1]?.versions).toMatchObject([
        { current: true, rating: { values: { fluency: 4 } } },
        { current: false, rating: { values: { fluency: 2 } } },
      ]);
      expect(await fluencies(engine, ada()), 'what was judged first counts').toEqual([4, 4, null, null]);
      expect((await engine.ask('project.stats', {})).rating_events).toBe(15);
      return merged;
    });
    await inProject(async (engine) => {
      await merge(engine, second);
      const merged = await merge(engine, first);
      expect(merged).toMatchObject({ ratings: 2, new: 1, conflicting: 1, digest: one.digest });
      expect(await fluencies(engine, ada())).toEqual([4, 4, null, null]);
      // What is open is told again with each merge of the rater's.
      expect(codesOf((await merge(engine, first)).conflicts)).toEqual(['KEY_CHANGED', 'RATINGS_DIFFER']);
    });
  });

  test('are one conflict the less where both judged alike', async () => {
    const files = [await rated('Ada', 'third', 3, 1), await rated('Ada', 'fourth', 3, 1)];
    await inProject(async (engine) => {
      expect(codesOf((await merge(engine, ...files)).conflicts)).toEqual(['KEY_CHANGED']);
    });
  });

  test('become two raters when the lead says so, and what they send later goes to each', async () => {
    const [first, second] = await twoMachines('there');
    await inProject(async (engine) => {
      await merge(engine, first, second);
      const [keys, differing] = await open(engine);
      const event = differing?.versions[1]?.signedBy ?? '';
      const conflict = keys?.id ?? '';
      const left = await engine.ask('packet.resolve', { conflict, how: 'another', event, name: 'Ida' });
      expect(left).toEqual({ open: 0 });
      expect((await engine.ask('project.stats', {})).per_rater).toMatchObject({ Ada: 2, Ida: 1 });
      expect(await fluencies(engine, ada())).toEqual([4, 4, null, null]);
      await inProject(async (home) => {
        using _settings = useSettings(at('settings of second there'));
        const queue = await queueOf(home, ada());
        await rate(home, queue[2] ?? '', complete(1));
        await home.ask('packet.make', { out: at('second again.packet') });
      }, at('Ada on second there.touchstone'));
      const again = await merge(engine, at('second again.packet'), second);
      expect(again).toMatchObject({ new: 1, duplicates: 2, conflicts: [] });
      expect((await engine.ask('project.stats', {})).per_rater).toMatchObject({ Ada: 2, Ida: 2 });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
    });
  });

  test('are one person with two machines when the lead says so, until a third key comes', async () => {
    const files = [await rated('Ben', 'his', 3, 1), await rated('Ben', 'office', 3, 2)];
    const third = await rated('Ben', 'library', 3, 2);
    await inProject(async (engine) => {
      await merge(engine, ...files);
      const [keys] = await open(engine);
      await engine.ask('packet.resolve', { conflict: keys?.id ?? '', how: 'same' });
      expect(await open(engine)).toEqual([]);
      expect(codesOf((await merge(engine, third)).conflicts)).toEqual(['KEY_CHANGED']);
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
    });
  });
});

describe('a judgement that differs', () => {
  test('counts when the lead keeps it, and can be gone on with; what comes later asks anew', async () => {
    const [first, second] = await twoMachines('in town');
    await inProject(async (engine) => {
      await merge(engine, first, second);
      const conflict = (await open(engine)).find(({ code }) => code === 'RATINGS_DIFFER');
      const event = conflict?.versions[1]?.event;
      await engine.ask('packet.resolve', { conflict: conflict?.id ?? '', how: 'keep', event });
      expect(await fluencies(engine, ada())).toEqual([2, 4, null, null]);
      expect(codesOf(await open(engine))).toEqual(['KEY_CHANGED']);
      const [assignment = ''] = await queueOf(engine, ada());
      await rate(engine, assignment, [{ kind: 'value', dimension: 'fluency', value: 5 }, { kind: 'submit' }]);
      expect(await fluencies(engine, ada())).toEqual([5, 4, null, null]);
      await engine.ask('rating.undo', { rater: ada() });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });

      await inProject(async (home) => {
        const queue = await queueOf(home, ada());
        await rate(home, queue[0] ?? '', [
          { kind: 'value', dimension: 'fluency', value: 1 },
          { kind: 'submit' },
        ]);
        await home.ask('packet.make', { out: at('changed.packet') });
      }, at('Ada on first in town.touchstone'));
      expect(codesOf((await merge(engine, at('changed.packet'))).conflicts)).toContain('RATINGS_DIFFER');
    });
  });

  test('can only be decided as far as it is open', async () => {
    const [first, second] = await twoMachines('on a train');
    await inProject(async (engine) => {
      const { conflicts } = await merge(engine, first, second);
      const id = conflicts.find(({ code }) => code === 'RATINGS_DIFFER')?.id ?? '';
      const refused = async (input: Parameters<typeof engine.refused<'packet.resolve'>>[1]) =>
        (await engine.refused('packet.resolve', input)).code;
      expect(await refused({ conflict: 'no such', how: 'keep' })).toBe('CONFLICT_UNKNOWN');
      expect(await refused({ conflict: id, how: 'dismiss' })).toBe('RESOLUTION_NOT_POSSIBLE');
      expect(await refused({ conflict: id, how: 'keep', event: 'no such' })).toBe('RESOLUTION_NOT_POSSIBLE');
      const other = conflicts.find((one) => one.id === id)?.versions[1]?.event;
      expect(await refused({ conflict: id, how: 'another', event: other, name: 'ada' })).toBe(
        'RESOLUTION_NOT_POSSIBLE',
      );
    });
  });
});

describe('what cannot be taken in is held, told of, and taken in when it can be:', () => {
  test('ratings under a rubric that the study does not have, or has with another text', async () => {
    await rated('Cyd', 'own rubric', 3, 1);
    await inProject(async (engine) => {
      const { rubric } = await engine.ask('project.summary', {});
      const dimensions = rubric.dimensions.map((entry) => ({ ...entry, question: 'How good is it?' }));
      await engine.ask('rubric.save', { base: 1, rubric: { ...rubric, dimensions }, note: 'Mine.' });
      const [, second = ''] = await queueOf(engine, idOf(study(), 'Cyd'));
      await rate(engine, second, complete(5));
      await engine.ask('packet.make', { out: at('rubric.packet') });
    }, at('Cyd on own rubric.touchstone'));
    await inProject(async (engine) => {
      const merged = await merge(engine, at('rubric.packet'));
      expect(merged).toMatchObject({ ratings: 2, new: 1, conflicting: 1 });
      expect(codesOf(merged.conflicts)).toEqual(['RUBRIC_UNKNOWN']);
      expect(await merge(engine, at('rubric.packet'))).toMatchObject({ new: 0, duplicates: 2 });

      const { rubric } = await engine.ask('project.summary', {});
      await engine.ask('rubric.save', {
        base: 1,
        rubric: { ...rubric, title: 'Another text' },
        note: 'The second.',
      });
      const [differs] = await open(engine);
      expect(differs).toMatchObject({ code: 'RUBRIC_DIFFERS', resolutions: ['accept', 'dismiss'] });
      await engine.ask('packet.resolve', { conflict: differs?.id ?? '', how: 'accept' });
      expect(await open(engine)).toEqual([]);
      expect((await engine.ask('project.stats', {})).per_rater).toMatchObject({ Cyd: 2 });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
    });
  });

  test('ratings of an answer that is not there yet', async () => {
    const elsewhere = copyOfStudy('with more.touchstone');
    await inProject(async (engine) => {
      await engine.ask('import.transcripts', { files: [writeTranscripts(at('more.jsonl'), 1, 50)] });
      const { sample } = await engine.ask('sample.draw', { size: 1, seed: 1, where: 'text contains "50"' });
      await engine.ask('assign.plan', { sample, raters: ['Ben'], overlap: 1, seed: 1 });
      const queue = await queueOf(engine, idOf(study(), 'Ben'));
      await rate(engine, queue.at(-1) ?? '', complete(3));
      await engine.ask('packet.make', { ratings: true, raters: ['Ben'], out: at('unknown.packet') });
    }, elsewhere);
    await inProject(async (engine) => {
      const merged = await merge(engine, at('unknown.packet'));
      expect(merged).toMatchObject({ ratings: 1, new: 0, conflicting: 1 });
      expect(codesOf(merged.conflicts)).toEqual(['ITEM_UNKNOWN']);
      await engine.ask('import.transcripts', { files: [at('more.jsonl')] });
      expect(await merge(engine, at('unknown.packet'))).toMatchObject({ new: 1, conflicts: [] });
      expect((await engine.ask('project.stats', {})).per_rater).toMatchObject({ Ben: 1 });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
    });
    await inProject(async (engine) => {
      const { conflicts } = await merge(engine, at('unknown.packet'));
      await engine.ask('packet.resolve', { conflict: conflicts[0]?.id ?? '', how: 'dismiss' });
      expect(await open(engine)).toEqual([]);
    });
  });
});

test('the packet of another study is told of, and the others are merged', async () => {
  await inProject(async (engine) => {
    await engine.ask('project.create', { file: at('foreign.touchstone') });
    await engine.ask('import.transcripts', { files: [at('transcripts.jsonl')] });
    const { sample } = await engine.ask('sample.draw', { size: 1, seed: 1 });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 1 });
    await engine.ask('packet.make', { raters: ['Ada'], out: at('foreign.packet') });
  });
  const cyd = await rated('Cyd', 'home', 3, 1);
  await inProject(async (engine) => {
    const merged = await merge(engine, at('foreign.packet'), cyd, at('foreign.touchstone'));
    expect(merged).toMatchObject({
      new: 1,
      conflicts: [{ code: 'PACKET_FOREIGN' }, { code: 'PACKET_FOREIGN' }],
    });
    expect(merged.sources.map(({ refused }) => refused)).toEqual(['PACKET_FOREIGN', null, 'PACKET_FOREIGN']);
    expect(await engine.refused('packet.merge', { files: [cyd, at('nowhere.packet')] })).toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
  });
});
