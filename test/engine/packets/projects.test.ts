import { describe, expect, test } from 'vitest';
import type { TestEngine } from '../../support/engine.ts';
import { complete, idOf, queueOf, rate } from '../../support/study.ts';
import { writeLines, writeTranscripts } from '../../support/transcripts.ts';
import { scene } from './scene.ts';

const { at, study, inProject, copyOfStudy, merge } = scene();

const rateOf = async (
  engine: TestEngine,
  rater: 'Ada' | 'Ben' | 'Cyd',
  item: number,
  fluency: number,
): Promise<void> => {
  const queue = await queueOf(engine, idOf(study(), rater));
  await rate(engine, queue.at(item) ?? '', complete(fluency));
};

/** Two leads go on with copies of the study, each in their own way. */
async function twoLeads(): Promise<[string, string]> {
  const [mine, yours] = [copyOfStudy('mine.touchstone'), copyOfStudy('yours.touchstone')];
  await inProject(async (engine) => {
    await rateOf(engine, 'Ada', 0, 4);
    await rateOf(engine, 'Ben', 0, 2);
  }, mine);
  await inProject(async (engine) => {
    await rateOf(engine, 'Ada', 1, 5);
    await engine.ask('import.transcripts', { files: [writeTranscripts(at('more.jsonl'), 3, 70)] });
    const { sample } = await engine.ask('sample.draw', { size: 3, seed: 1, where: 'text contains "7"' });
    const gold = writeLines(at('gold.jsonl'), [
      {
        conversation: 'c-70',
        message: 2,
        rater: 'lead',
        values: { sensibleness: 1, specificity: 1, fluency: 5, bias: 0 },
      },
    ]);
    await engine.ask('assign.plan', { sample, raters: ['Dan', 'Eve'], overlap: 1, gold, seed: 1 });
    await engine.ask('assign.replace', { rater: 'Eve', by: ['Dan'], sample, seed: 1 });
    const { raters } = await engine.ask('project.summary', {});
    const dan = raters.find(({ name }) => name === 'Dan')?.id ?? '';
    const [first = ''] = await queueOf(engine, dan);
    await rate(engine, first, complete(3));
  }, yours);
  return [mine, yours];
}

describe('two project files of one study', () => {
  test('merge into the same, whichever takes in the other: ratings, who they are of, what they are of, what is still to do', async () => {
    const [mine, yours] = await twoLeads();
    const one = await inProject(async (engine) => {
      const merged = await merge(engine, yours);
      expect(merged).toMatchObject({ ratings: 2, new: 2, conflicts: [] });
      expect(merged.brought).toMatchObject({ raters: 2, conversations: 3, gold: 1 });
      const { per_rater, conversations } = await engine.ask('project.stats', {});
      expect(per_rater).toEqual({ Ada: 2, Ben: 1, Cyd: 0, Dan: 1, Eve: 0 });
      expect(conversations).toBe(9);
      const { raters } = await engine.ask('packet.state', {});
      expect(raters.find(({ rater }) => rater.name === 'Dan')).toMatchObject({ assigned: 3, done: 1 });
      expect(raters.find(({ rater }) => rater.name === 'Eve')).toMatchObject({ assigned: 0, done: 0 });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
      expect(await merge(engine, yours)).toMatchObject({ new: 0, duplicates: 2, digest: merged.digest });
      return merged.digest;
    }, mine);
    await inProject(async (engine) => {
      await engine.ask('project.close', {});
      await engine.ask('project.open', { file: yours });
      const merged = await merge(engine, mine);
      expect(merged).toMatchObject({ ratings: 4, new: 2, duplicates: 2, digest: one });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
    });
  });

  test('a project made from a packet can be sent back as it is', async () => {
    await inProject(async (engine) => {
      await engine.ask('packet.open', { file: at('Cyd.packet'), out: at('cyd.touchstone') });
      await rateOf(engine, 'Cyd', 0, 2);
    });
    await inProject(async (engine) => {
      expect(await merge(engine, at('cyd.touchstone'))).toMatchObject({
        ratings: 1,
        new: 1,
        sources: [{ kind: 'project', raters: ['Cyd'], signedBy: null }],
        brought: { conversations: 0, assignments: 0 },
        conflicts: [],
      });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
    });
  });

  test('that judged one answer differently leave it to the lead', async () => {
    const [one, other] = [copyOfStudy('one.touchstone'), copyOfStudy('other.touchstone')];
    await inProject((engine) => rateOf(engine, 'Ben', 0, 2), one);
    await inProject((engine) => rateOf(engine, 'Ben', 0, 4), other);
    await inProject(async (engine) => {
      const { conflicts } = await merge(engine, other);
      expect(conflicts).toMatchObject([
        { code: 'RATINGS_DIFFER', rater: 'Ben', versions: [{ here: true }, { here: false }] },
      ]);
      const [conflict] = conflicts;
      const event = conflict?.versions[1]?.event;
      await engine.ask('packet.resolve', { conflict: conflict?.id ?? '', how: 'another', event });
      expect((await engine.ask('project.stats', {})).per_rater).toMatchObject({ Ben: 1, 'Ben 2': 1 });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
    }, one);
  });
});
