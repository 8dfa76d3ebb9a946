import { describe, expect, test } from 'vitest';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { failureOf, unwrap } from '../support/engine.ts';

const options = [
  { value: 0, label: 'No' },
  { value: 1, label: 'Yes' },
];
const words = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const range = { min: 0, max: 10, step: 1 };
const rubric = (...dimensions: object[]) => ({ id: 'mine', version: 1, title: 'Mine', dimensions });
const plain = { id: 'ok', level: 'nominal', options };
const several = { id: 'many', kind: 'categories', options: words };
const slider = { id: 'much', kind: 'slider', level: 'interval', range };
const text = { id: 'note', kind: 'text' };

/** What is said of a rubric with this dimension after one of each kind. */
const said = (entry: object): string =>
  failureOf(parseRubric(rubric(plain, several, slider, text, { id: 'last', ...entry }))).message.replace(
    'The rubric cannot be used: dimension 5 (last)',
    '',
  );

describe('a rubric with dimensions of every kind', () => {
  test('can be used, with levels and options only where they are needed', () => {
    const { dimensions } = unwrap(parseRubric(rubric(plain, several, slider, text)));
    expect(dimensions.map(({ kind, options: list }) => [kind, list.length])).toEqual([
      [undefined, 2],
      ['categories', 2],
      ['slider', 0],
      ['text', 0],
    ]);
  });

  test('steps by 1 where no step is said', () => {
    const { dimensions } = unwrap(parseRubric(rubric({ ...slider, range: { min: 1, max: 7 } })));
    expect(dimensions[0]?.range).toEqual({ min: 1, max: 7, step: 1 });
  });

  test('that says nothing of kinds is read as it always was, without a field more', () => {
    const before = rubric({ ...plain, gate: undefined });
    expect(unwrap(parseRubric(before))).toEqual({ ...rubric(plain), guidelines: '' });
  });
});

describe('a rubric is refused in a sentence that says where and what would be right', () => {
  test.each<[object, string]>([
    [{ options }, ': the level is missing: nominal, ordinal, interval or ratio.'],
    [{ options: [], level: 'nominal' }, ': there must be two options or more to choose from.'],
    [{ kind: 'slider', level: 'interval' }, ': a slider needs a range with min and max.'],
    [{ kind: 'slider', level: 'nominal', range }, ': a slider is ordinal, interval or ratio.'],
    [
      { kind: 'slider', level: 'ratio', range: { min: -1, max: 1, step: 0.5 } },
      ': a ratio starts at 0 or above.',
    ],
    [{ kind: 'slider', level: 'interval', range: { min: 5, max: 5 } }, ': max must be above min.'],
    [
      { kind: 'slider', level: 'interval', range: { min: 0, max: 1, step: 2 } },
      ': the step must be above 0 and fit between min and max.',
    ],
    [
      { kind: 'slider', level: 'interval', range: { min: 0, max: 1, step: 0.00001 } },
      ': a slider has at most 10001 stops.',
    ],
    [
      { kind: 'slider', level: 'interval', range, options: [{ value: 11, label: 'eleven' }] },
      ': 11 is outside last: 0 to 10 in steps of 1.',
    ],
    [{ kind: 'slider', level: 'interval', range: { max: 1 } }, ': min is missing: a number.'],
    [{ kind: 'categories', level: 'ordinal', options }, ': several categories at once are nominal.'],
    [{ kind: 'categories', options: [] }, ': there must be two options or more to choose from.'],
    [{ kind: 'text', options }, ': free text has no options.'],
    [
      { kind: 'text', categories: ['a'] },
      ': only a dimension of options or a slider has categories beside its value.',
    ],
    [{ kind: 'text', rationale_from: 1 }, ': Last has no numbers to count from; say rationale_required.'],
    [{ kind: 'scale', options }, ': kind is "scale"; it must be options, slider, categories, text.'],
    [{ ...plain, id: 'last', optional: 'yes' }, ': optional is "yes"; it must be true or false.'],
    [
      { ...plain, id: 'last', options: [{ value: 0 }, { value: 1, label: 'x' }] },
      ', option 1: label is missing: text.',
    ],
    [{ ...plain, id: 'last', options: ['yes', 'no'] }, ', option 1: it must be an object.'],
    [{ ...plain, id: 'last', gate: { dimension: 'ok' } }, ': gate says one of equals, includes or from.'],
    [
      { ...plain, id: 'last', gate: { dimension: 'many', equals: 'a' } },
      ': gate names "many", of which several can be chosen: say includes.',
    ],
    [
      { ...plain, id: 'last', gate: { dimension: 'many', includes: 'c' } },
      ': gate wants c, which "many" does not offer.',
    ],
    [
      { ...plain, id: 'last', gate: { dimension: 'ok', includes: 1 } },
      ': gate names "ok", of which one can be chosen: say equals or from.',
    ],
    [
      { ...plain, id: 'last', gate: { dimension: 'much', equals: 11 } },
      ': gate wants 11, which "much" does not offer.',
    ],
    [
      { ...plain, id: 'last', gate: { dimension: 'note', equals: 'a' } },
      ': gate names "note", and free text opens no gate.',
    ],
  ])('%j', (entry, sentence) => expect(said(entry)).toBe(sentence));

  test('of the rubric itself', () => {
    const message = (input: unknown) => failureOf(parseRubric(input)).message;
    expect(message([])).toBe('The rubric cannot be used: it must be an object.');
    expect(message({ ...rubric(plain), version: 0 })).toBe(
      'The rubric cannot be used: version is 0; it must be a whole number, 1 or more.',
    );
    expect(message(rubric())).toBe(
      'The rubric cannot be used: dimensions is []; it must be a list of one dimension or more.',
    );
  });

  test.each<object>([
    { ...plain, id: 'last', gate: { dimension: 'many', includes: 'a' } },
    { ...plain, id: 'last', gate: { dimension: 'much', equals: 10 } },
    { ...plain, id: 'last', gate: { dimension: 'much', from: 3 } },
    { ...slider, id: 'last', options: [{ value: 5, label: 'half' }], rationale_from: 8, spans_from: 8 },
    { ...text, id: 'last', optional: true, rationale_required: true },
  ])('and not where it can be used: %j', (entry) => {
    expect(parseRubric(rubric(plain, several, slider, text, entry)).ok).toBe(true);
  });
});
