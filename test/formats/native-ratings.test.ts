import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRating } from '../../shared/formats/native-ratings.ts';

const rating = { conversation: 'c-17', message: 2, rater: 'r1', values: { fluency: 5 } };
const FED = '../shared/data/fed/ratings.jsonl';

describe('a native rating', () => {
  it('is read with all its fields', () => {
    const outcome = readRating({
      ...rating,
      rubric: 'ssfb@1',
      values: { sensibleness: 1, specificity: null, fluency: 5, tone: 'warm', faults: ['tone', 2], aims: [] },
      cannot_judge: { accuracy: ' knowledge ', length: null },
      bias_categories: ['age'],
      rationale: 'because',
      spans: [{ start: 0, end: 12, label: 'age' }],
      rewrite: 'Better.',
      created_at: '2026-10-03T08:00:00Z',
      active_ms: 5400,
      device: 'laptop',
    });
    expect(outcome).toEqual({
      ok: true,
      rating: {
        conversation: 'c-17',
        message: 2,
        rater: 'r1',
        rubric: 'ssfb@1',
        values: { sensibleness: 1, fluency: 5, tone: 'warm', faults: ['tone', 2], aims: [] },
        cannot: { accuracy: 'knowledge' },
        categories: ['age'],
        spans: [{ start: 0, end: 12, label: 'age' }],
        rationale: 'because',
        rewrite: 'Better.',
        comparison: null,
        createdAt: Date.UTC(2026, 9, 3, 8),
        activeMs: 5400,
        extra: { device: 'laptop' },
      },
    });
  });

  it('may leave out everything but conversation, message, rater and values', () => {
    const outcome = readRating({ ...rating, message: 'm-3' });
    expect(outcome).toMatchObject({
      ok: true,
      rating: {
        message: 'm-3',
        rubric: null,
        categories: [],
        spans: [],
        rationale: '',
        rewrite: null,
        createdAt: null,
      },
    });
  });

  it.each([
    [{ ...rating, conversation: '' }, '$.conversation'],
    [{ ...rating, message: -1 }, '$.message'],
    [{ ...rating, message: 1.5 }, '$.message'],
    [{ ...rating, rater: null }, '$.rater'],
    [{ ...rating, rubric: 'ssfb' }, '$.rubric'],
    [{ ...rating, values: [1] }, '$.values'],
    [{ ...rating, values: { fluency: true } }, '$.values.fluency'],
    [{ ...rating, bias_categories: 'age' }, '$.bias_categories'],
    [
      {
        ...rating,
        spans: [
          { start: 0, end: 1, label: 'x' },
          { start: 4, end: 4, label: 'x' },
        ],
      },
      '$.spans[1].end',
    ],
    [{ ...rating, spans: [{ start: 0, end: 1 }] }, '$.spans[0].label'],
    [{ ...rating, rewrite: 3 }, '$.rewrite'],
    [{ ...rating, created_at: '3 October' }, '$.created_at'],
    [{ ...rating, active_ms: '5' }, '$.active_ms'],
    ['text', '$'],
  ])('is refused with its place: %j', (record, path) => {
    expect(readRating(record)).toMatchObject({ ok: false, fault: { code: 'RECORD_INVALID', path } });
  });

  it.skipIf(!existsSync(FED))('reads every rating of the FED data', () => {
    const lines = readFileSync(FED, 'utf8').trim().split('\n');
    const refused = lines.filter((line) => !readRating(JSON.parse(line)).ok);
    expect(lines.length).toBeGreaterThan(1000);
    expect(refused).toEqual([]);
  });
});
