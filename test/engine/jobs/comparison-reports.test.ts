import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choice, conversationOf, itemsOf, makeComparisons, placeIn } from '../../support/comparisons.ts';
import { TestEngine } from '../../support/engine.ts';
import { ssfb } from '../../support/rubric.ts';
import { complete, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
/** Which candidate of each conversation a rater prefers, by its place in the source. */
const VOTES: Record<string, (number | 'tie' | 'both_bad')[]> = {
  Ada: [1, 1, 2, 'tie', 3, 'both_bad'],
  Ben: [1, 1, 2, 'tie', 3, 1],
};

let comparisonItems = 0;

beforeAll(async () => {
  const rubric = join(folder, 'rubric.json');
  writeFileSync(rubric, JSON.stringify({ ...ssfb, comparison: { dimensions: ['fluency'] } }));
  const { raters } = await makeComparisons(engine, folder, { rubric, sizes: [2, 2, 2, 2, 3, 2] });
  for (const [name, votes] of Object.entries(VOTES))
    for (const item of await itemsOf(engine, raters[name] ?? '')) {
      const vote = votes[conversationOf(item)];
      const chosen = item.candidates.find(({ message }) => placeIn(message.text) === vote)?.number;
      await rate(engine, item.assignment, [
        vote === 'tie' || vote === 'both_bad'
          ? { kind: 'preference', choice: vote, strength: null }
          : { kind: 'preference', choice: chosen ?? 0, strength: name === 'Ada' ? 1 : 3 },
        ...item.candidates.map(({ number, message }) => ({
          kind: 'value' as const,
          dimension: 'fluency',
          value: placeIn(message.text) + (name === 'Ben' && number === 0 ? 1 : 0),
          candidate: number,
        })),
        { kind: 'submit' },
      ]);
      comparisonItems += 1;
    }
});
afterAll(() => engine.close());

describe('agreement on comparisons', () => {
  test('has the preference as a nominal dimension, after those of single answers', async () => {
    const { dimensions } = await engine.ask('agreement.report', {});
    expect(dimensions.map(({ dimension, level }) => [dimension, level])).toEqual([
      ['sensibleness', 'nominal'],
      ['specificity', 'nominal'],
      ['fluency', 'ordinal'],
      ['bias', 'ordinal'],
      ['preference', 'nominal'],
      ['preference_strength', 'ordinal'],
      ['candidate.fluency', 'ordinal'],
    ]);
    const report = dimensions.find(({ dimension }) => dimension === 'preference');
    expect(report).toMatchObject({ raters: 2, units: 6, units_paired: 6, ratings: 12 });
    expect(report?.percent_agreement.value).toBeCloseTo(5 / 6);
    expect(report?.categories).toEqual([1, 2, 3, 'tie', 'both_bad']);
  });

  test('says how strong preferences of two were, and judges candidates one by one', async () => {
    const one = async (dimension: string) =>
      (await engine.ask('agreement.report', { dimension })).dimensions[0];
    // Both bad, and of three, have no strength; a tie is in the middle.
    expect(await one('preference_strength')).toMatchObject({ units: 5, units_paired: 4, ratings: 9 });
    expect(await one('candidate.fluency')).toMatchObject({ units: 13, ratings: 26 });
    expect((await engine.refused('agreement.report', { dimension: 'candidate.bias' })).code).toBe(
      'INVALID_INPUT',
    );
  });

  test('leaves single answers and SSA as they were', async () => {
    const { dimensions } = await engine.ask('agreement.report', { dimension: 'fluency' });
    expect(dimensions[0]).toMatchObject({ ratings: 0 });
    const stats = await engine.ask('project.stats', {});
    expect(stats.ssa).toMatchObject({ value: null, reason: 'no_pairs' });
    expect(stats.comparisons).toMatchObject({ items: 6, ratings: 12, decided: 9, ties: 2, both_bad: 1 });
    expect(stats.ratings).toBe(comparisonItems);
  });

  test('says how often what was shown first won, with an interval', async () => {
    const { comparisons } = await engine.ask('agreement.report', {});
    const [first, second, third] = comparisons?.places ?? [];
    expect(comparisons?.strengths).toEqual({ slightly: 4, clearly: 0, much: 5, unsaid: 0 });
    expect([first?.shown, second?.shown, third?.shown]).toEqual([9, 9, 2]);
    expect((first?.wins ?? 0) + (second?.wins ?? 0) + (third?.wins ?? 0)).toBe(9);
    expect(first?.expected).toBeCloseTo((7 * 0.5 + 2 / 3) / 9);
    expect(comparisons?.sentence).toMatch(/^The answer shown first won \d+ % of 9 decided comparisons/);
  });

  test('names the comparisons that cost most, with the opening words of what was compared', async () => {
    const { html } = await engine.ask('agreement.document', { at: '2026-10-05T14:02:11Z' });
    expect(html).toMatch(/<h3>Preference<\/h3>[\s\S]*<h3>Fluency, side by side<\/h3>/);
    const { units } = await engine.ask('agreement.costly', { dimension: 'preference' });
    expect(units).toMatchObject([{ conversation: 'k-5', message: 2, share: 1 }]);
    expect(units[0]?.answer).toMatch(/^1: Answer 5, version \d\. \| 2: Answer 5, version \d\.$/);
    const { units: candidates } = await engine.ask('agreement.costly', { dimension: 'candidate.fluency' });
    expect(candidates.length).toBeGreaterThan(2);
    expect(candidates[0]?.answer).toMatch(/^Answer \d, version \d\.$/);
  });

  test('goes by slices, candidates of several models together', async () => {
    const { dimensions } = await engine.ask('agreement.report', { dimension: 'preference', by: 'model' });
    expect(dimensions[0]?.slices?.map(({ key, units }) => [key, units])).toEqual([
      ['asst-1 | asst-2', 5],
      ['asst-1 | asst-2 | asst-3', 1],
    ]);
  });
});

describe('a dataset of preferences', () => {
  test('holds what most raters preferred, with the evidence, and counts what gives none', async () => {
    const { rows, first, dropped } = await engine.ask('export.preview', {
      recipe: { format: 'trl-preference' },
      limit: 50,
    });
    expect(rows).toBe(5);
    expect(dropped).toEqual({ comparison_tied: 1, comparison_undecided: 1 });
    const said = first.map((line) => {
      const { prompt, chosen, rejected } = JSON.parse(line);
      return [prompt.at(-1).content, chosen[0].content, rejected[0].content];
    });
    expect(said).toContainEqual(['Question 2: which one?', 'Answer 2, version 2.', 'Answer 2, version 1.']);
    expect(said.filter(([question]) => question === 'Question 4: which one?')).toHaveLength(2);
    const out = join(folder, 'out');
    const { files } = await engine.ask('export.write', { recipe: { format: 'trl-preference' }, out });
    const evidence = files.map(({ path }) => readFileSync(path, 'utf8')).join('');
    expect(evidence).toContain('Answer 2, version 2.');
  });
});

describe('comparisons from a file', () => {
  const line = (n: number, more: object) => ({ conversation: `k-${n}`, message: 2, rater: 'Cyd', ...more });
  const report = async (...records: object[]) => {
    const file = writeLines(join(folder, `r-${Math.abs(JSON.stringify(records).length)}.jsonl`), records);
    return await engine.ask('import.ratings', { files: [file] });
  };

  test('name answers by index or id, with values of each, strength and the order shown', async () => {
    const found = await report(
      line(0, { candidates: [2, 3], preference: 3, strength: 2, shown: [3, 2] }),
      line(1, {
        candidates: [
          { message: 'k-1-1', values: { fluency: 5 } },
          { message: 'k-1-2', values: { fluency: 1 } },
        ],
        preference: 'k-1-1',
        note: 'kept',
      }),
      line(2, { preference: 'tie' }),
    );
    expect(found).toMatchObject({ imported: 3, rejected: 0 });
    expect((await engine.ask('project.stats', {})).comparisons).toMatchObject({
      items: 6,
      ratings: 15,
      ties: 3,
    });
    expect((await engine.ask('audit.verify', {})).ok).toBe(true);
  });

  test('count once, and are refused with the reason where they do not fit', async () => {
    expect(await report(line(2, { preference: 'tie' }))).toMatchObject({ duplicates: 1 });
    const bad: [object, string][] = [
      [line(0, { candidates: [2, 9], preference: 2 }), 'ITEM_UNKNOWN'],
      [line(0, { candidates: [2, 3], preference: 1 }), 'RECORD_INVALID'],
      [line(0, { candidates: [2], preference: 2 }), 'RECORD_INVALID'],
      [line(0, { preference: 3, strength: 4 }), 'RECORD_INVALID'],
      [line(0, { preference: 3, shown: [2] }), 'VALUE_NOT_ALLOWED'],
      [
        line(0, { preference: 3, values: {}, candidates: [{ message: 2, values: { bias: 1 } }, 3] }),
        'VALUE_NOT_ALLOWED',
      ],
    ];
    for (const [record, code] of bad) {
      const file = writeLines(join(folder, `bad-${code}.jsonl`), [record]);
      const answer = await engine.call('import.ratings', { files: [file] });
      const reasons = answer.ok ? Object.keys(answer.value.reasons) : [answer.error.code];
      expect([record, ...reasons]).toEqual([record, code === 'RECORD_INVALID' ? 'UNKNOWN_FORMAT' : code]);
    }
  });

  test('must name which are compared where there are more than four', async () => {
    const file = writeLines(join(folder, 'crowd.jsonl'), [choice(70, 6)]);
    await engine.ask('import.transcripts', { files: [file] });
    const found = await report(
      line(70, { preference: 3 }),
      line(70, { candidates: [2, 4, 6], preference: 6 }),
    );
    expect(found).toMatchObject({ imported: 1, rejected: 1, reasons: { ITEM_UNKNOWN: 1 } });
  });

  test('can be known answers, left out of the figures', async () => {
    const before = (await engine.ask('project.stats', {})).comparisons?.items;
    const gold = writeLines(join(folder, 'gold.jsonl'), [line(3, { preference: 3 })]);
    const { samples } = await engine.ask('sample.list', {});
    const sample = samples[0]?.id ?? '';
    const plan = await engine.ask('assign.plan', { sample, raters: ['Fay'], overlap: 1, gold, seed: 2 });
    expect(plan.gold).toBe(1);
    expect((await engine.ask('project.stats', {})).comparisons?.items).toBe((before ?? 0) - 1);
    expect((await engine.ask('audit.verify', {})).ok).toBe(true);
  });
});

test('a bias sample holds comparisons with all that was compared', async () => {
  const { sample } = await engine.ask('sample.draw', { size: 2, seed: 9 });
  await engine.ask('assign.plan', { sample, raters: ['Gus'], overlap: 1, seed: 9 });
  const { raters } = await engine.ask('project.summary', {});
  for (const item of await itemsOf(engine, raters.find(({ name }) => name === 'Gus')?.id ?? ''))
    await rate(engine, item.assignment, complete());
  const { id } = await engine.ask('audit.draw', { unmarked: 100, seed: 3 });
  const { entries } = await engine.ask('audit.entries', { sample: id });
  expect(new Set(entries.map(({ candidates }) => candidates))).toEqual(new Set([0, 2, 3]));
  for (const { entry, candidates, answer } of entries) {
    const item = await engine.ask('audit.item', { entry });
    expect(item.candidates).toHaveLength(candidates);
    expect((item.candidates[0] ?? item.answer).startsWith(answer)).toBe(true);
  }
});
