import { describe, expect, test } from 'vitest';
import {
  asLines,
  asText,
  expressionOf,
  type FilterForm,
  type Line,
  lineOn,
  lineProblem,
  NO_FILTER,
  withField,
  withOperator,
} from '../../../../renderer/features/sample/filter-form.ts';
import { fieldSection, fieldTitle, operatorWords } from '../../../../renderer/features/sample/words.ts';

let ids = 0;
const newId = (): string => {
  ids += 1;
  return String(ids);
};
const line = (field: string, operator: Line['operator'], ...values: string[]): Line => ({
  id: newId(),
  field,
  operator,
  values,
});
const form = (...lines: Line[]): FilterForm => ({ ...NO_FILTER, lines });
const whereOf = (filter: FilterForm): string => {
  const expression = expressionOf(filter);
  return expression.ok ? expression.where : `problem: ${expression.problem}`;
};

describe('the filter', () => {
  test('joins its lines and quotes what needs it; lines without a value are not yet part of it', () => {
    const lines = [
      line('model', '=', 'asst-3'),
      line('group.country', '!=', 'a "b" \\ c'),
      line('language', '=', ''),
      line('length', '>=', '200'),
      line('use_case', 'in', 'refund', 'small talk'),
      line('model_version', 'is null'),
    ];
    expect(whereOf(form(...lines))).toBe(
      'model = asst-3 and group.country != "a ""b"" \\ c" and length >= 200 and use_case in (refund, "small talk") and model_version is null',
    );
    const either = {
      ...form(line('rated', '=', 'true'), line('text', 'contains', 'refund')),
      match: 'any' as const,
    };
    expect(whereOf(either)).toBe('rated = true or text contains refund');
  });

  test('goes to text and back without loss', () => {
    const filter = form(line('language', '=', 'en'), line('created_at', '<', '2026-10'));
    const text = asText(filter);
    expect(text).toMatchObject({ mode: 'text', text: 'language = en and created_at < 2026-10' });
    const again = asLines(text, newId);
    expect(again && whereOf(again)).toBe(whereOf(filter));
    expect(again?.lines.map(({ field, operator, values }) => [field, operator, ...values])).toEqual([
      ['language', '=', 'en'],
      ['created_at', '<', '2026-10'],
    ]);
  });

  test('stays text where it is more than a list, or cannot be read', () => {
    for (const text of ['language = en and (a = b)', 'rated = true and (language = en or model = x)'])
      expect(asLines({ ...NO_FILTER, mode: 'text', text }, newId)).toBeNull();
  });

  test('says which value does not fit', () => {
    expect(lineProblem(line('length', '>', 'long'))).toContain('a number is expected');
    expect(lineProblem(line('length', '>', ''))).toBeNull();
    expect(whereOf(form(line('length', '>', 'long')))).toContain('problem');
  });

  test('keeps what it can of a line when its field or operator changes', () => {
    expect(withOperator(line('model', '=', 'a'), 'in').values).toEqual(['a']);
    expect(withOperator(line('model', 'in', 'a', 'b'), '=').values).toEqual(['a']);
    expect(withField(line('model', 'contains', 'a'), 'length')).toMatchObject({
      operator: '=',
      values: [''],
    });
    expect(withField(line('model', '!=', 'a'), 'language')).toMatchObject({ operator: '!=', values: [''] });
    expect(lineOn('rated', '1')).toMatchObject({ operator: '=', values: ['true'] });
    expect(lineOn('text', '1')).toMatchObject({ operator: 'contains' });
  });
});

test('fields and operators are called by plain words', () => {
  expect(fieldTitle('group.country')).toBe('country (group)');
  expect(fieldTitle('feedback.thumb')).toBe('Thumb');
  expect([fieldSection('model'), fieldSection('length'), fieldSection('file')]).toEqual([
    'conversation',
    'answer',
    'source',
  ]);
  expect(operatorWords('time', '>=')).toBe('is from');
  expect(operatorWords('number', '>=')).toBe('is at least');
});
