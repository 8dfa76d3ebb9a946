import { expect, test } from 'vitest';
import { countPopulation } from '../../../electron/engine/store/count-population.ts';
import { drawParameters } from '../../../shared/contract/sampling.ts';
import { Desk } from '../../support/desk.ts';
import { intake } from '../../support/intake.ts';
import { writeLines } from '../../support/transcripts.ts';

const { lines, path, withProject } = intake();

const SIGNALS = [
  [],
  [{ kind: 'explicit', signal: 'thumb', value: -1 }],
  [
    { kind: 'explicit', signal: 'thumb', value: 1 },
    { kind: 'implicit', signal: 'copied' },
  ],
] as const;

/** Conversations that differ in all that can be asked of them. */
const conversation = (n: number) => ({
  id: `c-${n}`,
  ...(n % 5 === 0 ? {} : { model: `asst-${n % 3}` }),
  ...(n % 4 === 0 ? {} : { language: n % 2 === 0 ? 'en' : 'de' }),
  groups: n % 3 === 0 ? {} : { country: n % 2 === 0 ? 'NG' : 'IN' },
  created_at: `2026-0${1 + (n % 6)}-02T00:00:00Z`,
  messages: Array.from({ length: 1 + (n % 4) }, (_, turn) => [
    { role: 'user', content: `Question ${n} in turn ${turn}` },
    {
      role: 'assistant',
      content: n % 7 === 0 && turn === 0 ? '' : `Answer ${n} in turn ${turn}, mail a${n}@example.org`,
      ...(n % 6 === 1 && turn === 0 ? { model: 'other' } : {}),
      feedback: SIGNALS[(n + turn) % 3],
    },
  ]).flat(),
});

const rating = (n: number) => ({
  ...{ conversation: `c-${n}`, message: 3, rater: 'r1', rubric: 'ssfb@1' },
  values: { sensibleness: 1, specificity: 1, fluency: 5, bias: 0 },
});

test('a plan counts what a draw then finds, whatever is asked of conversations and of answers', async () => {
  await withProject(async (engine) => {
    await engine.ask('import.transcripts', {
      files: [lines(...Array.from({ length: 60 }, (_, n) => conversation(n)))],
    });
    const rated = writeLines(path('ratings.jsonl'), [3, 6, 7, 11, 14, 18].map(rating));
    expect((await engine.ask('import.ratings', { files: [rated] })).imported).toBeGreaterThan(2);
    for (const asked of [
      { strata: [] },
      { strata: ['language', 'model'] },
      { strata: ['model'], includeRated: true },
      { strata: ['group.country', 'created_at:month'], where: 'not model = other' },
      { strata: ['feedback.thumb', 'finding'] },
      { strata: ['language'], where: 'feedback.thumb = -1 or finding = pii.email' },
      { strata: ['feedback.copied'], where: 'model is null' },
      { strata: ['rated'], includeRated: true },
      { strata: ['turns'], where: 'rated = false' },
      {
        strategy: 'weighted' as const,
        strata: ['language'],
        weights: [{ where: 'feedback.thumb = -1', weight: 4 }],
      },
      { strata: ['model'], excludeSampled: true },
      { strata: ['length', 'language'] },
    ]) {
      const parameters = { size: 5, seed: 7, ...asked };
      const plan = await engine.ask('sample.plan', parameters);
      const drawn = await engine.ask('sample.draw', parameters);
      const of = (strata: readonly { key: string; population: number }[]) =>
        strata.map(({ key, population }) => `${key} ${population}`).sort();
      expect([asked, plan.population, of(plan.strata)]).toEqual([asked, drawn.population, of(drawn.strata)]);
      expect(plan.population).toBeGreaterThan(5);
    }
  });
});

test('counting tells how far it is, and may be called off', async () => {
  const project = await withProject(async (engine, own) => {
    await engine.ask('import.transcripts', { files: [lines(...[1, 2, 3].map(conversation))] });
    return own;
  });
  const desk = await Desk.open(project);
  const parameters = drawParameters.parse({ size: 1, seed: 1, strata: ['model'] });
  const told: number[][] = [];
  const tick = (...far: number[]) => told.push(far);
  const off = countPopulation(desk.db, parameters, { signal: AbortSignal.abort(), tick });
  await expect(off).rejects.toMatchObject({ failure: { code: 'CANCELLED' } });
  const signal = new AbortController().signal;
  const { strata } = await countPopulation(desk.db, parameters, { signal, tick });
  expect(strata.reduce((sum, { population }) => sum + population, 0)).toBe(9);
  expect(told).toEqual([
    [3, 3],
    [3, 3],
  ]);
  desk.close();
});
