import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/contract/reporting.ts';
import { contentKey } from '../../../shared/domain/conversation.ts';
import { buildDataset } from '../../../shared/formats/export/build.ts';
import type { JudgedContext } from '../../../shared/formats/export/judged.ts';
import { judgedAnswer } from '../../../shared/formats/export/score.ts';
import { native } from '../../../shared/formats/native.ts';
import { readRating } from '../../../shared/formats/native-ratings.ts';
import { recipeOf, ssfb } from './scene.ts';

const lines = (name: string): unknown[] =>
  readFileSync(`resources/sample/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function sampleContexts(recipe: Recipe): JudgedContext[] {
  const rubric = ssfb();
  const ratings = lines('ratings').flatMap((record) => {
    const outcome = readRating(record);
    return outcome.ok ? [outcome.rating] : [];
  });
  return lines('transcripts').flatMap((record): JudgedContext[] => {
    const outcome = native.read(record);
    const [conversation] = outcome.ok ? outcome.conversations : [];
    if (!conversation) return [];
    const { messages: context, candidates, externalId } = conversation;
    const answers = candidates.flatMap(({ id, text }) => {
      const own = ratings.filter(({ message }) => message === id);
      const rewrites = own.flatMap(({ rewrite }) => rewrite ?? []);
      const values = own.map((rating) => rating.values);
      const answer = { ref: `${externalId}/${id}`, text, rewrites, ratings: values };
      return values.length > 0 ? [judgedAnswer(rubric, recipe.weights, answer)] : [];
    });
    const contextKey = contentKey({ ...conversation, candidates: [] });
    const conversations = [externalId ?? ''];
    return answers.length > 0 ? [{ contextKey, conversations, context, answers, comparisons: [] }] : [];
  });
}

describe('the datasets of the sample project', () => {
  it('hold good answers and rewrites, split by conversation', () => {
    const recipe = recipeOf({
      format: 'trl-sft',
      atLeast: { sensibleness: 0.6, specificity: 0.6, fluency: 3.5 },
      atMost: { bias: 0 },
      minShare: 0,
      testShare: 0.2,
      minRatings: 2,
    });
    const { files, dropped, preflight } = buildDataset(sampleContexts(recipe), recipe);
    const [train = 0, test = 0] = files.map(({ rows }) => rows.length);
    expect(preflight.trl).toMatchObject({ ok: true, rejected_rows: 0 });
    expect(test).toBeGreaterThan(5);
    expect(train).toBeGreaterThan(test);
    expect(Object.keys(dropped).toSorted()).toEqual(['above_threshold', 'below_threshold']);
    expect(train + test + Object.values(dropped).reduce((sum, count) => sum + count, 0)).toBe(97 + 10);
  });

  it('hold preferences from scores and from every rewrite', () => {
    const recipe = recipeOf({ format: 'trl-preference' });
    const { files, preflight } = buildDataset(sampleContexts(recipe), recipe);
    const kinds = files.flatMap(({ rows }) => rows.map(({ evidence }) => evidence.kind));
    expect(preflight.trl?.ok).toBe(true);
    expect(kinds.filter((kind) => kind === 'rewrite')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'scores').length).toBeGreaterThan(15);
  });
});
