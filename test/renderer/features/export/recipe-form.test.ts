import { describe, expect, test } from 'vitest';
import { readable } from '../../../../renderer/features/export/json-text.ts';
import { DEFAULT_RECIPE, recipeOf } from '../../../../renderer/features/export/recipe-form.ts';
import { recipe } from '../../../../shared/contract/reporting.ts';

describe('the recipe form', () => {
  test('its defaults are the defaults of the contract', () => {
    expect(recipeOf(DEFAULT_RECIPE)).toEqual({ ok: true, recipe: recipe.parse({ format: 'trl-sft' }) });
    expect(recipeOf({ ...DEFAULT_RECIPE, format: 'trl-preference' })).toEqual({
      ok: true,
      recipe: recipe.parse({ format: 'trl-preference' }),
    });
  });

  test('per cents become shares; limits that do not bear on the format are left out', () => {
    const form = {
      ...DEFAULT_RECIPE,
      testPercent: '10',
      sharePercent: '60',
      marginPercent: '12,5',
      atLeast: { fluency: '3.5', bias: '' },
      weights: { fluency: '2' },
    };
    const sft = recipeOf(form);
    expect(sft.ok && sft.recipe).toMatchObject({
      testShare: 0.1,
      minShare: 0.6,
      atLeast: { fluency: 3.5 },
      weights: {},
    });
    const preference = recipeOf({ ...form, format: 'trl-preference' });
    expect(preference.ok && preference.recipe).toMatchObject({
      margin: 0.125,
      atLeast: {},
      weights: { fluency: 2 },
    });
  });

  test('every wrong field is named', () => {
    const wrong = recipeOf({
      ...DEFAULT_RECIPE,
      seed: ' ',
      testPercent: '60',
      minRatings: '1.5',
      atMost: { bias: 'low' },
    });
    expect(wrong.ok ? [] : Object.keys(wrong.problems).sort()).toEqual([
      'atMost.bias',
      'minRatings',
      'seed',
      'testPercent',
    ]);
  });
});

test('a row is set for reading, and text that is not JSON is shown as it is', () => {
  expect(readable('{"prompt":[]}')).toBe('{\n  "prompt": []\n}');
  expect(readable('{"cut off')).toBe('{"cut off');
});
