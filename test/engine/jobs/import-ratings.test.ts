import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestEngine } from '../../support/engine.ts';
import { fc } from '../../support/property.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines, writeTranscripts } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
let files = 0;
const lines = (...records: unknown[]): string => {
  files += 1;
  return writeLines(join(folder, `file-${files}.jsonl`), records);
};

beforeAll(async () => {
  await engine.ask('project.create', { file: join(folder, 'study.touchstone') });
  await engine.ask('import.transcripts', { files: [writeTranscripts(join(folder, 't.jsonl'), 10)] });
});
afterAll(() => engine.close());

const values = { sensibleness: 1, specificity: 0, fluency: 4, bias: 0 };
const rating = (n: number, rater: string, more: object = {}) => ({
  conversation: `c-${n}`,
  message: 2,
  rater,
  rubric: 'ssfb@1',
  values,
  ...more,
});

/** Records that are turned away, and why. */
const bad: [unknown, string][] = [
  ['{"conversation":', 'NOT_JSON'],
  [rating(1, 'Ada', { conversation: 'none' }), 'ITEM_UNKNOWN'],
  [rating(1, 'Ada', { message: 9 }), 'ITEM_UNKNOWN'],
  [rating(1, 'Ada', { message: 1 }), 'ITEM_UNKNOWN'],
  [rating(1, 'Ada', { message: 'm-2' }), 'ITEM_UNKNOWN'],
  [rating(1, 'Ada', { rubric: 'ssfb@9' }), 'RUBRIC_UNKNOWN'],
  [rating(1, 'Ada', { values: { fluency: 6 } }), 'VALUE_NOT_ALLOWED'],
  [rating(1, 'Ada', { values: { charm: 1 } }), 'VALUE_NOT_ALLOWED'],
  [rating(1, 'Ada', { spans: [{ start: 0, end: 999, label: 'age' }] }), 'VALUE_NOT_ALLOWED'],
  [rating(1, 'Ada', { rater: null }), 'RECORD_INVALID'],
];

describe('ratings from a file', () => {
  test('records = imported + duplicates + rejected, and each that is rejected is kept with its line and reason', async () => {
    const known = new Set<string>();
    const good = fc.record({
      n: fc.nat(9),
      rater: fc.constantFrom('Ada', 'Ben', 'ada'),
      fluency: fc.integer({ min: 1, max: 5 }),
    });
    const messy = fc.array(
      fc.oneof({ weight: 2, arbitrary: good }, { weight: 1, arbitrary: fc.nat(bad.length - 1) }),
      {
        maxLength: 20,
      },
    );
    await fc.assert(
      fc.asyncProperty(messy, async (content) => {
        const all = [{ n: 0, rater: 'Ada', fluency: 1 }, ...content];
        const file = lines(
          ...all.map((line) =>
            typeof line === 'number'
              ? bad[line]?.[0]
              : rating(line.n, line.rater, { values: { fluency: line.fluency } }),
          ),
        );
        const fresh = new Set<string>();
        const rejected = all.flatMap((line, index) =>
          typeof line === 'number' ? [{ line: index + 1, code: bad[line]?.[1] }] : [],
        );
        for (const line of all)
          if (typeof line !== 'number' && !known.has(JSON.stringify(line))) fresh.add(JSON.stringify(line));
        for (const key of fresh) known.add(key);

        const result = await engine.ask('import.ratings', { files: [file] });
        expect(result).toMatchObject({
          records: all.length,
          imported: fresh.size,
          duplicates: all.length - rejected.length - fresh.size,
          rejected: rejected.length,
        });
        expect(Object.values(result.reasons).reduce((sum, own) => sum + own, 0)).toBe(rejected.length);
        const [batch] = result.quarantine;
        const rows =
          batch === undefined ? [] : (await engine.ask('import.quarantine', { batch, each: true })).rows;
        expect(rows.map(({ line, code }) => ({ line, code })).sort((a, b) => a.line - b.line)).toEqual(
          rejected,
        );
      }),
      { numRuns: 20 },
    );
    const { rating_events: events, per_rater: perRater } = await engine.ask('project.stats', {});
    expect(events).toBe(known.size);
    expect(Object.keys(perRater).sort(), 'a name in another case is the same rater').toEqual(['Ada', 'Ben']);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('are found by the index or the id of the message, with all that was given', async () => {
    const file = lines(
      rating(3, 'Cyd', {
        message: 'm-3',
        rationale: 'It is late.',
        rewrite: 'It came on Monday.',
        bias_categories: ['age'],
        spans: [{ start: 0, end: 6, label: 'age' }],
        active_ms: 5400,
        created_at: '2026-03-01T08:00:00Z',
      }),
    );
    expect(await engine.ask('import.ratings', { files: [file] })).toMatchObject({ imported: 1 });
    const { sample } = await engine.ask('sample.draw', { size: 100, seed: 1 });
    await engine.ask('assign.plan', { sample, raters: ['Cyd'], overlap: 1, seed: 1 });
    const { raters } = await engine.ask('project.summary', {});
    const { entries, next } = await engine.ask('queue.open', {
      rater: raters.find(({ name }) => name === 'Cyd')?.id ?? '',
    });
    const done = entries.filter(({ status }) => status === 'submitted');
    expect([done.length, next.undo]).toEqual([1, null]);
    const { stored, answer } = await engine.ask('item.show', { assignment: done[0]?.assignment ?? '' });
    expect(answer.text).toContain('Answer 3:');
    expect(stored).toMatchObject({
      activeMs: 5400,
      rating: {
        values,
        rationale: 'It is late.',
        rewrite: 'It came on Monday.',
        categories: ['age'],
        spans: [{ end: 6 }],
      },
    });
  });

  test('for the same item and rater again: the newer stands, both are in the record', async () => {
    const before = (await engine.ask('project.stats', {})).rating_events;
    for (const fluency of [2, 5])
      await engine.ask('import.ratings', { files: [lines(rating(4, 'Dan', { values: { fluency } }))] });
    const { rating_events: events, per_rater: perRater } = await engine.ask('project.stats', {});
    expect([events - before, perRater.Dan]).toEqual([2, 1]);
    const { dimensions } = await engine.ask('agreement.report', { dimension: 'fluency' });
    expect(dimensions[0]?.raters).toBeGreaterThan(1);
  });

  test('in several files of which one cannot be read go in from none', async () => {
    const before = await engine.ask('project.stats', {});
    const good = lines(rating(5, 'Eve'));
    for (const [file, code] of [
      [join(folder, 'missing.jsonl'), 'FILE_NOT_FOUND'],
      [lines('no JSON', 'at all'), 'NOT_JSON'],
    ] as const)
      expect(await engine.refused('import.ratings', { files: [good, file] })).toMatchObject({ code });
    expect(await engine.ask('project.stats', {})).toEqual(before);
  });
});
