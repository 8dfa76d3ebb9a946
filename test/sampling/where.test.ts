import { describe, expect, test } from 'vitest';
import type { AnswerFacts } from '../../shared/sampling/facts.ts';
import { meets, parseWhere } from '../../shared/sampling/where.ts';
import { failureOf, unwrap } from '../support/engine.ts';

const facts: AnswerFacts = {
  model: 'asst 3',
  model_version: null,
  language: 'en',
  use_case: 'refund',
  groups: { country: 'NG', 'age-band': '65+', gender: 'null' },
};
const holds = (expression: string): boolean => meets(facts, unwrap(parseWhere(expression)));

describe('a filter', () => {
  test.each([
    ['', true],
    ['  ', true],
    ['language = en', true],
    ['language=en', true],
    ['language != en', false],
    ['language = de', false],
    ['language = en and use_case = refund', true],
    ['language = en AND use_case != refund', false],
    ['model = "asst 3"', true],
    ["model = 'asst 3'", true],
    ['group.country = NG', true],
    ['group.age-band = 65+', true],
    ['group.gender = "null"', true],
    ['model_version = null', true],
    ['model_version != null', false],
    ['language = null', false],
    ['group.none = null', true],
    ['group.none = x', false],
    ['group.none != x', true],
  ])('%j: %j', (expression, expected) => expect(holds(expression)).toBe(expected));
});

describe('a filter that cannot be read is refused, with the place', () => {
  test.each([
    ['language', 'character 1'],
    ['language = ', 'character 1'],
    ['language > en', 'character 1'],
    ['colour = red', '"colour"'],
    ['group. = red', '"group."'],
    ['language = en use_case = refund', '"and" at character 15'],
    ['language = en and', '"and"'],
    ['language = en and ', '"and"'],
    ['language = en and 7 = x', 'character 19'],
    ['language = "en', 'character 1'],
  ])('%j', (expression, where) => {
    const failure = failureOf(parseWhere(expression));
    expect([failure.code, failure.message]).toEqual(['EXPRESSION_INVALID', expect.stringContaining(where)]);
  });
});
