import { expect, test } from 'vitest';
import { consensus } from '../../shared/domain/consensus.ts';
import type { Rubric } from '../../shared/domain/rubric.ts';

const options = [0, 1, 2].map((value) => ({ value, label: String(value) }));
const rubric: Rubric = {
  id: 'r',
  version: 1,
  title: '',
  guidelines: '',
  dimensions: [
    { id: 'fluency', level: 'ordinal', options },
    { id: 'kinds', kind: 'categories', options },
    { id: 'remarks', kind: 'text', options: [] },
  ],
};

test('the agreed value is what more than half gave, and there is none without such a majority', () => {
  expect(consensus(rubric, [{ fluency: 1 }, { fluency: 2 }, { fluency: 2 }])).toEqual({
    values: { fluency: 2 },
    spread: {
      fluency: [
        { value: 2, raters: 2 },
        { value: 1, raters: 1 },
      ],
    },
  });
  expect(consensus(rubric, [{ fluency: 1 }, { fluency: 2 }]).values).toEqual({ fluency: null });
});

test('those who were not asked a dimension, or could not judge it, do not count there', () => {
  expect(consensus(rubric, [{ fluency: 1 }, {}, {}]).values).toEqual({ fluency: 1 });
  expect(consensus(rubric, [{}])).toEqual({ values: {}, spread: {} });
});

test('categories are a set, whatever order they were chosen in; free text has no agreed value', () => {
  const agreed = consensus(rubric, [
    { kinds: [1, 2], remarks: 'a' },
    { kinds: [2, 1], remarks: 'a' },
    { kinds: [0] },
  ]);
  expect(agreed.values).toEqual({ kinds: [1, 2] });
  expect(agreed.spread.kinds?.map(({ raters }) => raters)).toEqual([2, 1]);
});
