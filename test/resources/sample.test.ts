import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Conversation, isJudgeable, placedMessages } from '../../shared/domain/conversation.ts';
import { applyAction, EMPTY_RATING, gaps, refusal } from '../../shared/domain/rating.ts';
import type { Rubric } from '../../shared/domain/rubric.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { native } from '../../shared/formats/native.ts';
import { type RatingRecord, readRating } from '../../shared/formats/native-ratings.ts';

const TREES = '../shared/data/oasst/trees.jsonl';
const lines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function rubricOf(path: string): Rubric {
  const parsed = parseRubric(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

const conversations = lines('resources/sample/transcripts.jsonl').map((record): Conversation => {
  const outcome = native.read(record);
  if (!outcome.ok || !outcome.conversations[0]) throw new Error(JSON.stringify(outcome));
  return outcome.conversations[0];
});
const ratings = lines('resources/sample/ratings.jsonl').map((record): RatingRecord => {
  const outcome = readRating(record);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.rating;
});

describe('the rubrics', () => {
  it.each(readdirSync('resources/rubrics'))(
    '%s can be used, with an anchor and example for every option',
    (file) => {
      const rubric = rubricOf(`resources/rubrics/${file}`);
      expect(rubric.guidelines.length).toBeGreaterThan(1000);
      for (const { options, kind } of rubric.dimensions)
        for (const option of options) {
          expect(option.anchor).toMatch(/\.$/);
          expect(option.example).toBeTruthy();
          if (kind !== 'slider') expect(option.key).toMatch(/^Digit[0-5]$/);
        }
    },
  );
});

describe('the sample project', () => {
  it('has conversations with ids of their own, in several scripts, with candidates and feedback', () => {
    expect(conversations).toHaveLength(120);
    expect(new Set(conversations.map(({ externalId }) => externalId)).size).toBe(120);
    expect(new Set(conversations.map(({ language }) => language)).size).toBeGreaterThanOrEqual(7);
    expect(conversations.filter(({ candidates }) => candidates.length > 1).length).toBeGreaterThan(90);
    const feedback = conversations.flatMap((one) =>
      placedMessages(one).flatMap(({ message }) => message.feedback),
    );
    expect(feedback.map(({ signal }) => signal)).toContain('thumb');
  });

  it('has complete ratings of answers that are there, by raters who share items', () => {
    const rubric = rubricOf('resources/rubrics/ssfb.json');
    const raters = new Map<string, Set<string>>();
    for (const rating of ratings) {
      const conversation = conversations.find(({ externalId }) => externalId === rating.conversation);
      const answer = conversation?.candidates.find(({ id }) => id === rating.message);
      expect(answer && isJudgeable(answer)).toBe(true);
      const { values, categories, spans, rationale, rewrite, createdAt } = rating;
      const action = { kind: 'import' as const, values, categories, spans, rationale, rewrite, createdAt };
      expect(refusal(rubric, EMPTY_RATING, action, answer?.text.length ?? 0)).toBeNull();
      expect(gaps(rubric, applyAction(EMPTY_RATING, action))).toEqual([]);
      const seen = raters.get(rating.rater) ?? new Set<string>();
      expect(seen.has(`${rating.message}`)).toBe(false);
      raters.set(rating.rater, seen.add(`${rating.message}`));
    }
    expect([...raters.keys()].toSorted()).toEqual(['Ada', 'Ben', 'Chidi', 'Dana']);
    const [ada = new Set(), ben = new Set()] = raters.values();
    expect([...ada].filter((item) => ben.has(item)).length).toBeGreaterThan(40);
  });

  it('has rewrites that differ from the answer they stand on', () => {
    const rewrites = ratings.filter(({ rewrite }) => rewrite !== null);
    expect(rewrites.length).toBeGreaterThanOrEqual(6);
    for (const { rewrite, conversation, message } of rewrites) {
      const answers = conversations.find(({ externalId }) => externalId === conversation)?.candidates;
      expect(rewrite).not.toBe(answers?.find(({ id }) => id === message)?.text);
    }
  });

  it.skipIf(!existsSync(TREES))('is made from the OASST trees, byte for byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchstone-sample-'));
    execFileSync(process.execPath, ['resources/sample/make-sample.ts', TREES, folder]);
    for (const file of ['transcripts.jsonl', 'ratings.jsonl'])
      expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(`resources/sample/${file}`, 'utf8'));
    rmSync(folder, { recursive: true });
  });
});
