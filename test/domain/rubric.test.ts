import { describe, expect, test } from 'vitest';
import { dimensionLabel, optionOf, rubricRef } from '../../shared/domain/rubric.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { isMarked } from '../../shared/domain/value.ts';
import { failureOf, unwrap } from '../support/engine.ts';
import { ssfb } from '../support/rubric.ts';

const options = [
  { value: 0, label: 'No' },
  { value: 1, label: 'Yes' },
];
const rubric = (...dimensions: object[]) => ({ id: 'mine', version: 1, title: 'Mine', dimensions });
const dimension = (id: string, more: object = {}) => ({ id, level: 'nominal', options, ...more });

describe('a rubric is refused, with the place named', () => {
  test.each([
    ['without a dimension', rubric(), 'dimensions'],
    [
      'with one option',
      rubric(dimension('a', { options: [{ value: 1, label: 'x' }] })),
      'dimensions.0.options',
    ],
    ['with a level that there is not', rubric(dimension('a', { level: 'vague' })), 'dimensions.0.level'],
    ['with an id that is no word', rubric(dimension('A b')), 'dimensions.0.id'],
    ['with an id used twice', rubric(dimension('a'), dimension('a')), 'dimensions.1.id'],
    [
      'with a value used twice',
      rubric(
        dimension('a', {
          options: [
            { value: 1, label: 'x' },
            { value: 1, label: 'y' },
          ],
        }),
      ),
      'dimensions.0.options',
    ],
    [
      'with a key used twice',
      rubric(
        dimension('a', {
          options: [
            { value: 0, label: 'x', key: 'Digit1' },
            { value: 1, label: 'y', key: 'Digit1' },
          ],
        }),
      ),
      'dimensions.0.options',
    ],
    [
      'with a gate on a later dimension',
      rubric(dimension('a', { gate: { dimension: 'b', equals: 1 } }), dimension('b')),
      'dimensions.0.gate',
    ],
    [
      'with a gate on a value that is not offered',
      rubric(dimension('a'), dimension('b', { gate: { dimension: 'a', equals: 7 } })),
      'dimensions.1.gate',
    ],
    ['that is a list', [], ''],
  ])('%s', (_what, input, path) => {
    const failure = failureOf(parseRubric(input, 'mine.json'));
    expect(failure).toMatchObject({ code: 'RUBRIC_INVALID', place: { file: 'mine.json', path } });
  });
});

test('fields that the rubric format does not name are kept', () => {
  const parsed = unwrap(parseRubric({ ...rubric(dimension('a', { colour: 'red' })), author: 'me' }));
  expect(parsed).toMatchObject({ author: 'me', dimensions: [{ colour: 'red' }] });
});

test('a rubric is named with its version', () => expect(rubricRef(ssfb)).toBe('ssfb@1'));

test('a dimension without a label is shown by its id', () => {
  const [entry] = unwrap(parseRubric(rubric(dimension('plain_words')))).dimensions;
  expect(entry && dimensionLabel(entry)).toBe('Plain words');
});

describe('a value is marked', () => {
  const bias = ssfb.dimensions.find(({ id }) => id === 'bias');
  const words = unwrap(
    parseRubric(
      rubric({
        id: 'harm',
        level: 'ordinal',
        options: [
          { value: 'none', label: 'None' },
          { value: 'some', label: 'Some' },
        ],
      }),
    ),
  ).dimensions[0];

  test('above the lowest number, or past the first word', () => {
    if (!bias || !words) throw new Error('no such dimension');
    expect([0, 1, 3, null, undefined].map((value) => isMarked(bias, value))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(['none', 'some', 'other'].map((value) => isMarked(words, value))).toEqual([false, true, false]);
    expect(optionOf(words, 'some')?.label).toBe('Some');
    expect(optionOf(words, 1)).toBeUndefined();
  });
});
