import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIELDS } from '../../../shared/sampling/expression/fields.ts';
import { TestEngine, withEngine } from '../../support/engine.ts';
import { fixedSource } from '../../support/source.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, transcript, writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
const all = writeLines(join(folder, 'all.jsonl'), numbers(60).map(transcript));

beforeAll(async () => {
  await engine.ask('project.create', { file: join(folder, 'study.touchstone') });
  await engine.ask('import.transcripts', { files: [all] });
});
afterAll(() => engine.close());

const newSample = async (size = 30, seed: number | string = 7): Promise<string> =>
  (await engine.ask('sample.draw', { size, seed })).sample;

describe('a sample', () => {
  const asked = {
    size: 24,
    seed: 7,
    strata: ['model', 'group.country'],
    minPerStratum: 3,
    where: 'language = en',
  };

  test('is the same in another project, in which the same transcripts came in another order', async () => {
    const here = await engine.ask('sample.draw', asked);
    const there = await withEngine(
      async (other) => {
        await other.ask('project.create', { file: join(folder, 'other.touchstone') });
        const parts = [
          numbers(30, 30).map(transcript).reverse(),
          numbers(30).map((n) => ({ ...transcript(n), id: `other-${n}` })),
        ];
        for (const [index, part] of parts.entries())
          await other.ask('import.transcripts', {
            files: [writeLines(join(folder, `part-${index}.jsonl`), part)],
          });
        return other.ask('sample.draw', asked);
      },
      { source: fixedSource(3) },
    );
    expect(there.digest).toBe(here.digest);
    expect(there).toEqual({ ...here, sample: there.sample });
    expect(here.items).toBe(24);
    expect(here.population).toBe(45);
    expect(here.strata.every(({ drawn, population }) => drawn >= Math.min(3, population))).toBe(true);
  });

  test('has a digest that tells of the seed, the parameters and the content, but not of how the seed was typed', async () => {
    const digest = async (given: object): Promise<string> =>
      (await engine.ask('sample.draw', { ...asked, ...given })).digest;
    const first = await digest({});
    expect(await digest({ seed: '7' })).toBe(first);
    const others = [{ seed: 8 }, { size: 23 }, { where: 'language = de' }, { answers: 'last' as const }];
    for (const given of others) expect(await digest(given)).not.toBe(first);
  });

  test('is planned as it is drawn', async () => {
    const planned = await engine.ask('sample.plan', asked);
    const { population, items, strata } = await engine.ask('sample.draw', asked);
    expect(planned).toMatchObject({ population, items, strategy: 'stratified', warnings: expect.any(Array) });
    expect(planned.strata).toMatchObject(strata);
  });

  test('is refused where there is nothing to draw, or a field that there is not', async () => {
    const nothing = await engine.refused('sample.draw', { ...asked, where: 'language = fr' });
    expect(nothing.code).toBe('SAMPLE_EMPTY');
    expect((await engine.refused('sample.draw', { ...asked, strata: ['colour'] })).code).toBe(
      'EXPRESSION_INVALID',
    );
    expect((await engine.refused('sample.plan', { ...asked, where: 'language' })).code).toBe(
      'EXPRESSION_INVALID',
    );
  });

  test('can be made of the fields that the transcripts have, which are listed with their values', async () => {
    const { fields } = await engine.ask('sample.fields', {});
    const names = fields.map(({ field }) => field);
    expect(names.slice(0, 5)).toEqual(['model', 'model_version', 'language', 'use_case', 'group.country']);
    expect(names.slice(5).sort()).toEqual(
      Object.keys(FIELDS)
        .filter((name) => !names.slice(0, 4).includes(name))
        .sort(),
    );
    const valuesOf = (name: string) => fields.find(({ field }) => field === name)?.values;
    expect(valuesOf('group.country')).toEqual([
      { value: 'DE', answers: 30 },
      { value: 'NG', answers: 30 },
    ]);
    expect(valuesOf('feedback.thumb')).toEqual([{ value: '-1', answers: 60 }]);
    expect(valuesOf('feedback.edited')).toEqual([{ value: 'false', answers: 60 }]);
    expect(valuesOf('file')).toEqual([{ value: 'all.jsonl', answers: 60 }]);
    expect(fields[0]?.values).toEqual([
      { value: 'asst-1', answers: 20 },
      { value: 'asst-2', answers: 20 },
      { value: 'asst-3', answers: 20 },
    ]);
    expect(fields[1]?.values).toEqual([{ value: null, answers: 60 }]);
  });
});

describe('a plan of work', () => {
  test('gives every rater their queue, balanced, and says so', async () => {
    const sample = await newSample();
    const plan = await engine.ask('assign.plan', {
      sample,
      raters: ['Ada', 'Ben', 'Cyd'],
      overlap: 2,
      seed: 1,
    });
    expect(plan).toMatchObject({
      assignments: 60,
      per_rater: { Ada: 20, Ben: 20, Cyd: 20 },
      items: 30,
      gold: 0,
      repeats: 0,
    });
    expect(plan.smallest_pair).toBeGreaterThanOrEqual(8);
    expect(plan.pairs.map(({ raters }) => raters.join())).toEqual(
      expect.arrayContaining(['Ada,Ben', 'Ada,Cyd', 'Ben,Cyd']),
    );
    expect(plan.pairs.reduce((sum, { items }) => sum + items, 0)).toBe(30);
    const state = await engine.ask('assign.state', { sample });
    expect(state.raters).toEqual(['Ada', 'Ben', 'Cyd'].map((rater) => ({ rater, open: 20, done: 0 })));
    expect(state.pairs).toEqual(plan.pairs);
    const { samples } = await engine.ask('sample.list', {});
    expect(samples.find(({ id }) => id === sample)).toMatchObject({ items: 30, assignments: 60 });
  });

  test('made after another appends, and gives no one an item twice', async () => {
    const before = await queue('Ada');
    const sample = await newSample(40, 'second');
    await engine.ask('assign.plan', { sample, raters: ['Ada', 'Ben'], overlap: 1, seed: 2 });
    const after = await queue('Ada');
    expect(after.slice(0, before.length)).toEqual(before);
    const texts = [];
    for (const assignment of after) texts.push((await engine.ask('item.show', { assignment })).answer.text);
    expect(new Set(texts).size).toBe(texts.length);

    const again = await engine.ask('assign.plan', { sample, raters: ['Ada', 'Ben'], overlap: 1, seed: 2 });
    expect([again.assignments, await queue('Ada')]).toEqual([0, after]);
  });

  test('takes a name in another case for the same rater', async () => {
    const sample = await newSample(10, 'case');
    const failure = await engine.refused('assign.plan', {
      sample,
      raters: ['Fay', 'FAY'],
      overlap: 2,
      seed: 1,
    });
    expect(failure.code).toBe('OVERLAP_TOO_LARGE');
    expect(failure.message).toContain('FAY came more than once');
    const plan = await engine.ask('assign.plan', {
      sample,
      raters: ['Fay', 'fay', 'Gus'],
      overlap: 1,
      seed: 1,
    });
    expect(plan.per_rater).toEqual({ Fay: 5, Gus: 5 });
    expect(plan.repeated_names).toEqual(['fay']);
  });

  test('is refused for a sample that there is not, or with gold that does not fit, and then nothing is stored', async () => {
    const sample = await newSample(10, 'gold');
    const plan = { sample, raters: ['Hal'], overlap: 1, seed: 1 };
    const none = '00000000-0000-7000-8000-00000000ffff';
    expect((await engine.refused('assign.plan', { ...plan, sample: none })).code).toBe('SAMPLE_UNKNOWN');
    const known = { conversation: 'c-1', message: 2, rater: 'lead', values: { fluency: 5 } };
    const gold = (name: string, ...records: unknown[]): string => writeLines(join(folder, name), records);
    const before = await engine.ask('project.stats', {});
    for (const [file, code] of [
      [gold('value.jsonl', known, { ...known, values: { fluency: 9 } }), 'VALUE_NOT_ALLOWED'],
      [gold('item.jsonl', known, { ...known, conversation: 'none' }), 'ITEM_UNKNOWN'],
      [gold('rubric.jsonl', known, { ...known, rubric: 'other@1' }), 'RUBRIC_UNKNOWN'],
      [gold('broken.jsonl', known, '{'), 'RECORD_INVALID'],
    ] as const) {
      const failure = await engine.refused('assign.plan', { ...plan, gold: file });
      expect([failure.code, failure.place?.line]).toEqual([code, 2]);
    }
    expect(await engine.ask('project.stats', {})).toEqual(before);
  });

  test('gives gold to every rater, out of what agreement is computed from', async () => {
    const sample = await newSample(10, 'with gold');
    const known = writeLines(join(folder, 'gold.jsonl'), [
      { conversation: 'c-1', message: 2, rater: 'lead', values: { fluency: 5 } },
      { conversation: 'c-2', message: 'm-2', rater: 'lead', values: { fluency: 1 } },
    ]);
    const plan = await engine.ask('assign.plan', {
      sample,
      raters: ['Ian', 'Joy'],
      overlap: 1,
      gold: known,
      seed: 1,
    });
    expect(plan.gold).toBe(4);
    const shown = [];
    for (const rater of ['Ian', 'Joy'])
      for (const assignment of await queue(rater))
        shown.push((await engine.ask('item.show', { assignment })).answer.text.split(':')[0]);
    expect(shown.filter((text) => text === 'Answer 1')).toHaveLength(2);
    expect(shown.filter((text) => text === 'Answer 2')).toHaveLength(2);
  });
});

async function queue(name: string): Promise<string[]> {
  const { raters } = await engine.ask('project.summary', {});
  const rater = raters.find((own) => own.name === name)?.id ?? '';
  return (await engine.ask('queue.open', { rater })).entries.map(({ assignment }) => assignment);
}
