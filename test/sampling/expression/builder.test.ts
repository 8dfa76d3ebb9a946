import { describe, expect, test } from 'vitest';
import { conditionOf, toBuilder, toFilter } from '../../../shared/sampling/expression/builder.ts';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import { printExpression } from '../../../shared/sampling/expression/print.ts';
import { failureOf, unwrap } from '../../support/engine.ts';
import { fc } from '../../support/property.ts';
import { trees } from './expressions.ts';

const builderOf = (text: string) => toBuilder(unwrap(parseExpression(text)));

describe('a filter builder', () => {
  test('shows a list of conditions, of which all or any must hold', () => {
    expect(builderOf('')).toEqual({ match: 'all', lines: [] });
    expect(builderOf('language = en and model in (a, b)')).toEqual({
      match: 'all',
      lines: [
        { field: 'language', operator: '=', values: ['en'] },
        { field: 'model', operator: 'in', values: ['a', 'b'] },
      ],
    });
    expect(builderOf('rated = true or language is null')?.match).toBe('any');
  });

  test('shows a denied condition by the opposite operator', () => {
    expect(
      builderOf('not language = en and not model in (a)')?.lines.map(({ operator }) => operator),
    ).toEqual(['!=', 'not in']);
  });

  test.each([
    'language = en and (model = a or model = b)',
    'not (language = en and model = a)',
    'not length < 3',
  ])('leaves %s to be shown as text', (text) => expect(builderOf(text)).toBeNull());

  test('leaves out lines that are not complete yet, and refuses values that do not fit', () => {
    const lines = [
      { field: 'language', operator: '=' as const, values: [''] },
      { field: 'length', operator: '>' as const, values: ['100'] },
    ];
    expect(printExpression(unwrap(toFilter({ match: 'all', lines })))).toBe('length > 100');
    const wrong = { field: 'length', operator: '>' as const, values: ['long'] };
    expect(failureOf(conditionOf(wrong)).message).toContain('a number is expected');
    expect(failureOf(conditionOf({ ...wrong, field: 'colour' })).code).toBe('EXPRESSION_INVALID');
    expect(failureOf(conditionOf({ ...wrong, operator: 'contains' })).code).toBe('EXPRESSION_INVALID');
  });

  test('gives back the filter it was made of, where it can show it', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const builder = toBuilder(tree);
        if (builder === null) return;
        const again = unwrap(toFilter(builder));
        expect(toBuilder(again)).toEqual(builder);
        if (printExpression(tree).startsWith('not ') || / (and|or) not /.test(printExpression(tree))) return;
        expect(again).toEqual(tree);
      }),
      { numRuns: 1000 },
    );
  });
});
