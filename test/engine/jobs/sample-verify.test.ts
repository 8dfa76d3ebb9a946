import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SampleCheck } from '../../../shared/contract/sampling.ts';
import { tamper } from '../../support/database.ts';
import { TestEngine, withEngine } from '../../support/engine.ts';
import { complete, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, transcript, writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
const path = join(folder, 'study.touchstone');
const engine = new TestEngine();
const samples: Record<string, string> = {};

const DRAWS = {
  simple: {},
  stratified: { strata: ['model', 'group.country'], minPerStratum: 2, where: 'language = en' },
  systematic: { strategy: 'systematic' as const, strata: ['use_case'], allocation: 'equal' as const },
  weighted: { strategy: 'weighted' as const },
  one: { answers: 'one' as const },
};

beforeAll(async () => {
  await engine.ask('project.create', { file: path });
  const file = writeLines(join(folder, 'all.jsonl'), numbers(60).map(transcript));
  await engine.ask('import.transcripts', { files: [file] });
  for (const [name, given] of Object.entries(DRAWS))
    samples[name] = (await engine.ask('sample.draw', { size: 20, seed: 7, ...given })).sample;
});
afterAll(() => engine.close());

const check = (name: string): Promise<SampleCheck> =>
  engine.ask('sample.verify', { sample: samples[name] ?? '' });

describe('a sample drawn again', () => {
  test.each(Object.keys(DRAWS))('comes out the same: %s', async (name) => {
    const found = await check(name);
    expect(found).toMatchObject({ result: 'same', items: { same: 20, missing: 0, other: 0 } });
    expect(found.digest_again).toBe(found.digest);
    expect(found.population).toMatchObject({ added: 0, removed: 0 });
  });

  test('is still the same after its items were rated, since what was passed over then is on record', async () => {
    const { sample } = await engine.ask('sample.draw', { size: 5, seed: 1 });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 1 });
    const { raters } = await engine.ask('project.summary', {});
    const { entries } = await engine.ask('queue.open', { rater: raters[0]?.id ?? '' });
    for (const { assignment } of entries) await rate(engine, assignment, complete());
    const later = await engine.ask('sample.draw', { size: 20, seed: 7 });
    expect(later.population).toBe(55);
    for (const name of Object.keys(DRAWS)) expect((await check(name)).result, name).toBe('same');
    expect((await engine.ask('sample.verify', { sample: later.sample })).result).toBe('same');
  });

  test('is told apart from a population that has changed, with how many came and went', async () => {
    const more = writeLines(join(folder, 'more.jsonl'), numbers(10, 60).map(transcript));
    await engine.ask('import.transcripts', { files: [more] });
    for (const name of ['simple', 'systematic', 'weighted', 'one']) {
      const found = await check(name);
      expect(found, name).toMatchObject({
        result: 'population_changed',
        population: { at_draw: 60, now: 70, added: 10, removed: 0 },
        items: { same: 20, missing: 0, other: 0 },
      });
      expect(found.sentence).toBe(
        'The draw comes out the same again from the answers there were. 10 answers came to the population since.',
      );
    }
    expect((await check('stratified')).population).toMatchObject({ at_draw: 45, added: 7, removed: 0 });
  });

  test('is refused where there is no such sample', async () => {
    const none = '00000000-0000-7000-8000-00000000ffff';
    expect((await engine.refused('sample.verify', { sample: none })).code).toBe('SAMPLE_UNKNOWN');
  });
});

describe('a sample that was changed behind the back of the program', () => {
  const afterTampering = async (...statements: string[]): Promise<SampleCheck> => {
    const copy = join(folder, 'tampered.touchstone');
    await engine.ask('project.close', {});
    copyFileSync(path, copy);
    await engine.ask('project.open', { file: path });
    tamper(copy, ...statements);
    return await withEngine(async (other) => {
      await other.ask('project.open', { file: copy });
      return await other.ask('sample.verify', { sample: samples.simple ?? '' });
    });
  };
  const SIMPLE = '(SELECT min(id) FROM sample)';

  test.each([
    [
      'another item in place of one',
      `UPDATE sample_item SET item_id = (SELECT id FROM item WHERE id NOT IN (SELECT item_id FROM sample_item WHERE sample_id = ${SIMPLE}))
       WHERE sample_id = ${SIMPLE} AND position = 3`,
    ],
    ['an item less', `DELETE FROM sample_item WHERE sample_id = ${SIMPLE} AND position = 19`],
    ['another seed', `UPDATE sample SET parameters = json_set(parameters, '$.seed', 8) WHERE id = ${SIMPLE}`],
    [
      'another digest',
      `UPDATE sample SET digest = replace(digest, substr(digest, 1, 1), 'x') WHERE id = ${SIMPLE}`,
    ],
  ])('differs: %s', async (_what, statement) => {
    const found = await afterTampering(statement);
    expect(found.result).toBe('differs');
    expect(found.sentence).toContain('does not come out as it is stored');
  });

  test('whose strata are made of what is told otherwise by now is a changed population', async () => {
    const found = await afterTampering(
      `UPDATE sample SET strata = json_set(strata, '$[0].population', 59) WHERE id = ${SIMPLE}`,
      `UPDATE sample SET digest = replace(digest, substr(digest, 1, 1), 'x') WHERE id = ${SIMPLE}`,
    );
    expect(found.result).toBe('population_changed');
  });
});
