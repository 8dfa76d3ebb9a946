import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import { printExpression } from '../../../shared/sampling/expression/print.ts';
import { failureOf, unwrap } from '../../support/engine.ts';
import { fc } from '../../support/property.ts';
import { trees } from './expressions.ts';

const read = (text: string) => unwrap(parseExpression(text));
const printed = (text: string): string => printExpression(read(text));

describe('a filter', () => {
  test.each([
    ['', ''],
    ['  ', ''],
    ['language=en', 'language = en'],
    ['language = null', 'language is null'],
    ['language != null', 'language is not null'],
    ['language = "null"', 'language = "null"'],
    ['a', null],
    ['LANGUAGE = en', null],
    ['language = en AND use_case = refund OR model = x', 'language = en and use_case = refund or model = x'],
    [
      '(language = en) and ((use_case = a or use_case = b))',
      'language = en and (use_case = a or use_case = b)',
    ],
    ['not language = en', 'not language = en'],
    ['NOT (language = en and model = x)', 'not (language = en and model = x)'],
    ['model ~ GPT', 'model contains GPT'],
    ['model not contains "a b"', 'model not contains "a b"'],
    ['model in (a, \'b c\', "d""e")', 'model in (a, "b c", "d""e")'],
    ['model not in(a)', 'model not in (a)'],
    [
      'created_at >= 2026-10-01 and created_at < 2026-11',
      'created_at >= 2026-10-01 and created_at < 2026-11',
    ],
    ['length >= 1e3', 'length >= 1000'],
    ['feedback.thumb = down', 'feedback.thumb = -1'],
    ['feedback.edited = yes', 'feedback.edited = true'],
    ['group."age band" = "65+"', 'group."age band" = 65+'],
    ['group.age >= 65 or group.age < "65"', 'group.age >= 65 or group.age < "65"'],
    ['text contains "late refund"', 'text contains "late refund"'],
  ])('%s', (text, expected) => {
    if (expected === null) expect(failureOf(parseExpression(text)).code).toBe('EXPRESSION_INVALID');
    else expect(printed(text)).toBe(expected);
  });

  test('printed and read again is the same, whatever it is', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(read(printExpression(tree))).toEqual(tree);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what could be asked before it had brackets means what it meant', () => {
  const OLD = /^\s*([A-Za-z_][\w.-]*)\s*(!=|=)\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))\s*/;
  const fields = ['model', 'model_version', 'language', 'use_case', 'group.a', 'group.a-b', 'group.not'];
  const conditions = fc.record({
    field: fc.constantFrom(...fields),
    mark: fc.constantFrom('=', '!=', ' = ', '!= '),
    value: fc.oneof(
      fc.constantFrom(
        'en',
        '(x)',
        'a)',
        'a,b',
        'x=y',
        '=x',
        '~',
        '<3',
        'and',
        'or',
        'null',
        '65+',
        '"a b"',
        "'\\'",
        '"("',
      ),
      fc.stringMatching(/^[^\s"']+$/),
    ),
  });

  test('each condition, with any value that was allowed', () => {
    fc.assert(
      fc.property(conditions, ({ field, mark, value }) => {
        const text = `${field}${mark}${value}`;
        const match = OLD.exec(text);
        if (!match || match[0] !== text) return;
        const [, , , double, single, bare] = match;
        const expected = double ?? single ?? (bare === 'null' ? null : bare);
        const tree = read(text);
        const equal = mark.trim() === '=';
        expect(tree).toEqual(
          expected === null
            ? { kind: 'condition', field, operator: equal ? 'is null' : 'is not null', values: [] }
            : { kind: 'condition', field, operator: mark.trim(), values: [{ kind: 'text', text: expected }] },
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('several joined by and', () => {
    expect(printed('language = en and model != (a) AND use_case = "b"and group.a = c)')).toBe(
      'language = en and model != "(a)" and use_case = b and group.a = "c)"',
    );
  });
});

describe('what cannot be read is refused, with the character and what was expected there', () => {
  test.each([
    ['language', 'character 9: an operator is expected after language'],
    ['language = ', 'character 12: a word, or text in quotes is expected. There is the end'],
    ['7 = x', 'character 1: a field is expected. There is "7 = x"'],
    ['colour = red', '"colour" at character 1, which is no field'],
    ['language = en and colour = red', '"colour" at character 19'],
    ['group. = red', '"group." at character 1'],
    ['language = en use_case = refund', 'character 15: "and", "or" or the end is expected'],
    ['language = en and', 'character 18: a field is expected. There is the end'],
    ['language = "en', 'character 12: the quote that begins here has no end'],
    ['(language = en', 'character 15: "and", "or" or ")" is expected'],
    ['(language = en))', 'character 16: "and", "or" or the end is expected. There is ")"'],
    ['language in en', 'character 13: "(" is expected'],
    ['language in (en; de)', 'character 18: "," or ")" is expected'],
    ['language in ()', 'character 14: a word, or text in quotes is expected'],
    ['language is empty', 'character 13: "null" is expected'],
    ['language not = x', 'character 14: "in" or "contains" is expected'],
    ['length > many', 'character 10: a number is expected. There is "many"'],
    ['length contains 3', 'character 8: length cannot be asked with "contains", only with ='],
    ['created_at > 2026-02-30', 'character 14: a date such as 2026-10-01'],
    ['rated = maybe', 'character 9: true or false is expected'],
    ['rated is null', 'character 7: rated cannot be asked with "is null", only with =, !='],
    ['text = refund', 'text cannot be asked with "=", only with contains'],
    ['text contains "!?"', 'character 15: a word'],
  ])('%s', (text, expected) => {
    const failure = failureOf(parseExpression(text));
    expect([failure.code, failure.message]).toEqual([
      'EXPRESSION_INVALID',
      expect.stringContaining(expected),
    ]);
  });

  test('and so is what is too deep, too long or too much, without harm', () => {
    const refusals = [
      `${'('.repeat(60)}language = en${')'.repeat(60)}`,
      'not '.repeat(100_000),
      '('.repeat(100_000),
      `model = ${'x'.repeat(100_001)}`,
      Array(300).fill('model = x').join(' or '),
    ];
    for (const text of refusals) expect(failureOf(parseExpression(text)).code).toBe('EXPRESSION_INVALID');
  });

  test('no text makes it do anything else', () => {
    const pieces = fc.constantFrom(
      'language',
      '=',
      '(',
      ')',
      'and',
      'not',
      'in',
      '"',
      "'",
      ',',
      'null',
      '~',
      '<',
      ' ',
      'é',
      '2026',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 20 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const result = parseExpression(text);
          expect(result.ok || result.error.code === 'EXPRESSION_INVALID').toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
