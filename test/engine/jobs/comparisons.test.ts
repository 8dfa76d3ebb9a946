import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationOf, itemsOf, makeComparisons, placeIn, SIZES } from '../../support/comparisons.ts';
import { numberOf, tamper, withDatabase } from '../../support/database.ts';
import { TestEngine, withEngine } from '../../support/engine.ts';
import { queueOf, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeTranscripts } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
let study: Awaited<ReturnType<typeof makeComparisons>>;
beforeAll(async () => {
  study = await makeComparisons(engine, folder);
});
afterAll(() => engine.close());

const refsOf = (path: string, sample: string): unknown[] =>
  withDatabase(path, (db) =>
    db
      .prepare(
        `SELECT i.ref FROM sample_item s JOIN item i ON i.id = s.item_id JOIN sample d ON d.id = s.sample_id
         WHERE d.uuid = ? ORDER BY s.position`,
      )
      .pluck()
      .all(sample),
  );

describe('drawing comparisons', () => {
  test('takes every context with two answers or more, and of more than four takes four', async () => {
    const shown = await itemsOf(engine, study.raters.Ada ?? '');
    const sizes = Object.fromEntries(shown.map((item) => [conversationOf(item), item.candidates.length]));
    const wanted = SIZES.flatMap((size, n) => (size > 1 ? [[n, Math.min(4, size)]] : []));
    expect(sizes).toEqual(Object.fromEntries(wanted));
  });

  test('says in the plan that not all answers are compared', async () => {
    const plan = await engine.ask('sample.plan', {
      size: 5,
      seed: 1,
      comparisons: true,
      includeRated: true,
    });
    expect(plan.population).toBe(9);
    expect(plan.warnings).toContain(
      '1 context has more than 4 answers; 4 of each, chosen by chance, are compared.',
    );
  });

  test('names each by its content, the candidates in the order of the source', () => {
    const refs = refsOf(study.path, study.sample);
    expect(refs).toHaveLength(9);
    for (const ref of refs) expect(ref).toMatch(/^[0-9a-f]{64}:2:\d(\+\d){1,3}$/);
  });

  test('gives the same items, orders and numbers in another project with the same content', async () => {
    const other = tempFolder();
    await withEngine(async (second) => {
      const again = await makeComparisons(second, other, { sizes: SIZES.toReversed().toReversed() });
      expect(refsOf(again.path, again.sample)).toEqual(refsOf(study.path, study.sample));
      const said = async (desk: TestEngine, rater: string) =>
        (await itemsOf(desk, rater)).map(({ candidates }) =>
          candidates.map(({ number, message }) => [number, message.text]),
        );
      expect(await said(second, again.raters.Ben ?? '')).toEqual(await said(engine, study.raters.Ben ?? ''));
    });
  });

  test('compares the answers that meet the filter, where there are two of them', async () => {
    const { sample, items } = await engine.ask('sample.draw', {
      size: 9,
      seed: 3,
      comparisons: true,
      where: 'model in (asst-2, asst-3, asst-5)',
    });
    expect(items).toBe(5);
    for (const ref of refsOf(study.path, sample)) expect(ref).toMatch(/:2:2\+3(\+5)?$/);
  });

  test('makes strata of what differs between the candidates, and of what does not', async () => {
    const plan = async (strata: string[]) =>
      (await engine.ask('sample.plan', { size: 9, seed: 3, comparisons: true, strata })).strata.map(
        ({ key, population }) => [key, population],
      );
    expect(await plan(['language'])).toEqual([
      ['language=de', 5],
      ['language=en', 4],
    ]);
    expect((await plan(['model']))[0]).toEqual(['model=asst-1 | model=asst-2', 4]);
  });

  test('is refused where nothing can be compared, with what to do', async () => {
    await withEngine(async (plain) => {
      const path = join(folder, 'plain.touchstone');
      await plain.ask('project.create', { file: path });
      await plain.ask('import.transcripts', { files: [writeTranscripts(join(folder, 'p.jsonl'), 3)] });
      const refused = await plain.refused('sample.draw', { size: 2, seed: 1, comparisons: true });
      expect(refused).toMatchObject({ code: 'SAMPLE_EMPTY' });
      expect(refused.advice).toContain('several candidate answers');
    });
  });

  test('comes out the same again, also after more answers came in', async () => {
    const check = () => engine.ask('sample.verify', { sample: study.sample });
    expect(await check()).toMatchObject({ result: 'same', population: { at_draw: 9, now: 9 } });
    const singles = await engine.ask('sample.draw', { size: 4, seed: 1 });
    expect(await engine.ask('sample.verify', { sample: singles.sample })).toMatchObject({ result: 'same' });
  });
});

describe('the order candidates are shown in', () => {
  test('is drawn for each rater and each showing, and every order comes about as often', async () => {
    const other = tempFolder();
    await withEngine(async (many) => {
      const sizes = Array.from({ length: 120 }, () => 2);
      const { raters } = await makeComparisons(many, other, { sizes });
      const firsts = await Promise.all(
        ['Ada', 'Ben'].map(async (name) =>
          (await itemsOf(many, raters[name] ?? '')).map((item) => [
            conversationOf(item),
            placeIn(item.candidates[0]?.message.text ?? ''),
          ]),
        ),
      );
      const shown = firsts.flat();
      const first = shown.filter(([, place]) => place === 1).length;
      expect(shown).toHaveLength(240);
      expect(first).toBeGreaterThan(90);
      expect(first).toBeLessThan(150);
      const [ada, ben] = firsts.map((own) => new Map(own.map(([n = 0, place = 0]) => [n, place])));
      const same = [...(ada ?? [])].filter(([n, place]) => ben?.get(n) === place).length;
      expect(same).toBeGreaterThan(30);
      expect(same).toBeLessThan(90);
    });
  });

  test('is on record, and not to be seen from the number that names a candidate', async () => {
    for (const item of await itemsOf(engine, study.raters.Ada ?? '')) {
      const order = withDatabase(study.path, (db) =>
        db.prepare('SELECT shown_order FROM assignment WHERE uuid = ?').pluck().get(item.assignment),
      );
      expect(order).toBe(JSON.stringify(item.candidates.map(({ number }) => number)));
    }
    const numbered = (await itemsOf(engine, study.raters.Ada ?? '')).map(({ candidates }) =>
      candidates
        .toSorted((a, b) => a.number - b.number)
        .map(({ message }) => placeIn(message.text))
        .join(),
    );
    expect(numbered.some((places) => places !== places.split(',').sort().join())).toBe(true);
  });

  test('is another one where the item is shown again unawares, or handed on', async () => {
    const { sample } = await engine.ask('sample.draw', {
      size: 9,
      seed: 5,
      comparisons: true,
      includeRated: true,
    });
    await engine.ask('assign.plan', { sample, raters: ['Cyd'], overlap: 1, repeat: 4, seed: 5 });
    await engine.ask('assign.replace', { rater: 'Cyd', by: ['Dan'], seed: 6 });
    expect(numberOf(study.path, 'SELECT count(*) FROM assignment WHERE shown_order IS NULL')).toBe(0);
    expect(numberOf(study.path, 'SELECT count(*) FROM assignment WHERE occasion = 1')).toBe(8);
    expect((await engine.ask('audit.verify', {})).ok).toBe(true);
  });
});

describe('a comparison', () => {
  test('shows neither models nor users’ feedback nor the order of the source', async () => {
    const shown = JSON.stringify(await itemsOf(engine, study.raters.Ada ?? ''));
    expect(shown).not.toMatch(/asst-|thumb|k-\d|candidate":/);
  });

  test('that was rated is passed over by the next draw of comparisons, and its answers by none of single ones', async () => {
    const other = tempFolder();
    await withEngine(async (own) => {
      const { raters } = await makeComparisons(own, other);
      const [first = ''] = await queueOf(own, raters.Ada ?? '');
      await rate(own, first, [{ kind: 'preference', choice: 0, strength: 2 }, { kind: 'submit' }]);
      const before = await own.ask('sample.plan', { size: 9, seed: 1, comparisons: true });
      expect([before.population, before.left_out.rated]).toEqual([8, 1]);
      const single = await own.ask('sample.plan', { size: 9, seed: 1 });
      expect([single.population, single.left_out.rated]).toEqual([29, 0]);
      const rated = await own.ask('sample.plan', { size: 9, seed: 1, where: 'rated = true' });
      expect(rated.population).toBeGreaterThanOrEqual(2);
    });
  });
});

describe('verify', () => {
  const damages: [string, string, string][] = [
    [
      'an order that was changed',
      "UPDATE assignment SET shown_order = '[0,1]' WHERE shown_order = '[1,0]'",
      'acts',
    ],
    [
      'candidates that changed places',
      `UPDATE comparison_candidate SET number = 9 - number WHERE item_id = (SELECT min(item_id) FROM comparison_candidate)`,
      'items',
    ],
    [
      'a candidate that is gone',
      'DELETE FROM comparison_candidate WHERE number = 1 AND item_id = (SELECT min(item_id) FROM comparison_candidate)',
      'items',
    ],
    [
      'a comparison without candidates',
      'DELETE FROM comparison_candidate WHERE item_id = (SELECT max(item_id) FROM comparison_candidate)',
      'items',
    ],
  ];
  test.each(damages)('finds %s', async (_what, sql, check) => {
    const path = join(folder, 'damaged.touchstone');
    const other = tempFolder();
    await withEngine(async (own) => {
      await makeComparisons(own, other);
    });
    copyFileSync(join(other, 'comparisons.touchstone'), path);
    tamper(path, sql);
    await withEngine(async (own) => {
      await own.ask('project.open', { file: path });
      const { ok, checks } = await own.ask('audit.verify', {});
      expect(ok).toBe(false);
      expect(checks.filter((one) => !one.ok).map(({ name }) => name)).toContain(check);
    });
  });
});
