import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestEngine } from '../../support/engine.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { queueOf, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines, writeTranscripts } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
const CONVERSATIONS = 4;

const values = { correctness: 2, usefulness: 80, faults: ['tone'], advice: 'Shorter.', bias: 0 };
const rating = (n: number, rater: string, more: object = {}) => ({
  conversation: `c-${n}`,
  message: 2,
  rater,
  rubric: 'review@1',
  values,
  ...more,
});

beforeAll(async () => {
  await engine.ask('project.create', {
    file: join(folder, 'study.touchstone'),
    rubric: shippedRubric('review'),
  });
  await engine.ask('import.transcripts', {
    files: [writeTranscripts(join(folder, 't.jsonl'), CONVERSATIONS)],
  });
});
afterAll(() => engine.close());

const importing = (...records: object[]) =>
  engine.ask('import.ratings', { files: [writeLines(join(folder, `r-${records.length}.jsonl`), records)] });

describe('a project whose rubric has dimensions of every kind', () => {
  test('takes native ratings with lists, texts and what cannot be judged, and turns away what does not fit', async () => {
    const outcome = await importing(
      rating(0, 'Ada'),
      rating(0, 'Ben', { values: { ...values, usefulness: 70, faults: [] } }),
      rating(1, 'Ada', { values: { usefulness: 20 }, cannot_judge: { correctness: 'knowledge' } }),
      rating(1, 'Ben', { values: { usefulness: 25, correctness: 1 } }),
      rating(2, 'Ada', { values: { usefulness: 101 } }),
      rating(2, 'Ada', { values: { faults: ['rude'] } }),
      rating(2, 'Ada', { values: { correctness: 1 }, cannot_judge: { correctness: 'context' } }),
      rating(2, 'Ada', { values: { faults: { tone: true } } }),
    );
    expect(outcome).toMatchObject({
      imported: 4,
      rejected: 4,
      reasons: { VALUE_NOT_ALLOWED: 3, RECORD_INVALID: 1 },
    });
  });

  test('reports agreement on each, by what kind it is', async () => {
    const { dimensions } = await engine.ask('agreement.report', {});
    const by = Object.fromEntries(dimensions.map((report) => [report.dimension, report]));
    expect(by.usefulness?.headline).toMatchObject({ level: 'interval', value: expect.any(Number) });
    expect(by.advice?.headline).toMatchObject({ value: null, reason: 'level' });
    expect(by.correctness).toMatchObject({ cannot_judge: 1, units_paired: 1 });
    expect(by.faults?.prevalence.map(({ label }) => label)).toEqual(['none', 'Tone']);
    expect(by.faults?.multi_label?.masi).toMatchObject({ value: expect.any(Number) });
    expect(JSON.stringify(dimensions)).not.toMatch(/NaN|Infinity/);
  });

  test('exports the slider as a number of its scale, and nothing of what has none', async () => {
    const out = join(folder, 'dataset');
    mkdirSync(out);
    const written = await engine.ask('export.write', {
      out,
      recipe: { format: 'trl-sft', atLeast: { usefulness: 60 }, minShare: 0 },
    });
    const rows = written.files.reduce((sum, file) => sum + file.rows, 0);
    expect(rows).toBe(1);
    expect(readFileSync(written.files[0]?.path ?? '', 'utf8')).toContain('Answer 0');
  });

  test('is rated step by step, counted, and found whole', async () => {
    const { sample } = await engine.ask('sample.draw', { size: CONVERSATIONS, seed: 7, includeRated: true });
    await engine.ask('assign.plan', { sample, raters: ['Cyd'], overlap: 1, seed: 7 });
    const { raters } = await engine.ask('project.summary', {});
    const cyd = raters.find(({ name }) => name === 'Cyd')?.id ?? '';
    const [first = ''] = await queueOf(engine, cyd);
    const stored = await rate(engine, first, [
      { kind: 'value', dimension: 'usefulness', value: 40 },
      { kind: 'value', dimension: 'faults', value: ['tone', 'other'] },
      { kind: 'value', dimension: 'other_fault', value: 'Shouts.' },
      { kind: 'value', dimension: 'bias', value: 0 },
      { kind: 'cannot', dimension: 'correctness', reason: 'it is a poem' },
      { kind: 'submit' },
    ]);
    expect(stored.rating).toMatchObject({ status: 'submitted', cannot: { correctness: 'it is a poem' } });
    const undone = await engine.ask('rating.undo', { rater: cyd });
    expect(undone.rating.status).toBe('draft');
    expect((await engine.ask('rating.redo', { rater: cyd })).rating).toEqual(stored.rating);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    expect(await engine.ask('project.stats', {})).toMatchObject({ ssa: { value: null, reason: 'level' } });
  });

  test('refuses a value that does not fit its kind, in a sentence', async () => {
    const { raters } = await engine.ask('project.summary', {});
    const [, second = ''] = await queueOf(engine, raters.find(({ name }) => name === 'Cyd')?.id ?? '');
    const refused = await engine.refused('rating.record', {
      assignment: second,
      action: { kind: 'value', dimension: 'usefulness', value: 12.5 },
    });
    expect(refused).toMatchObject({
      code: 'VALUE_NOT_ALLOWED',
      message: expect.stringContaining('between the steps of usefulness'),
    });
  });
});
