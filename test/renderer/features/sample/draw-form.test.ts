import { describe, expect, test } from 'vitest';
import {
  defaultDraw,
  drawParameters,
  seedOf,
  seedOfDay,
} from '../../../../renderer/features/sample/draw-form.ts';
import { whereExpression } from '../../../../renderer/features/sample/where.ts';

const day = new Date(2026, 9, 2, 23, 59);

describe('the draw form', () => {
  test('starts from a draw that can be made at once: 100 items, seeded by the day', () => {
    expect(seedOfDay(day)).toBe('20261002');
    expect(drawParameters(defaultDraw(day))).toEqual({
      ok: true,
      parameters: { size: 100, seed: 20261002, strata: [], minPerStratum: 0, answers: 'all', where: '' },
    });
  });

  test('digits are the same seed as on a command line, words stay words', () => {
    expect(seedOf(' 7 ')).toBe(7);
    expect(seedOf('october')).toBe('october');
    expect(seedOf('1234567890123456789')).toBe('1234567890123456789');
  });

  test.each(['0', '', '12.5', '-3', 'many'])('size %j is refused beside its field', (size) => {
    const result = drawParameters({ ...defaultDraw(day), size });
    expect(result).toEqual({ ok: false, problems: { size: 'A whole number, 1 or more' } });
  });

  test('the minimum per stratum only counts where there are strata', () => {
    const form = { ...defaultDraw(day), minPerStratum: 'x' };
    expect(drawParameters(form).ok).toBe(true);
    expect(drawParameters({ ...form, strata: ['model'] })).toEqual({
      ok: false,
      problems: { minPerStratum: 'A whole number, 0 or more' },
    });
  });
});

describe('the filter', () => {
  test('joins its lines and quotes every value', () => {
    const expression = whereExpression([
      { id: '1', field: 'model', operator: '=', value: 'asst-3' },
      { id: '2', field: 'group.country', operator: '!=', value: 'a "b" \\ c' },
      { id: '3', field: 'language', operator: '=', value: '' },
    ]);
    expect(expression).toBe('model = "asst-3" and group.country != "a \\"b\\" \\\\ c"');
  });
});
