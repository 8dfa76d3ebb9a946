import { describe, expect, test } from 'vitest';
import { begin, carriedOn, pressed, type Trial } from '../../../../renderer/features/rubric/preview/state.ts';
import { gaps } from '../../../../shared/domain/rating.ts';
import type { Dimension, Rubric } from '../../../../shared/domain/rubric.ts';
import { RUBRIC } from '../../sample-project.ts';

/** The trial after these keys; each must mean something. */
function having(rubric: Rubric, codes: readonly string[], from: Trial = begin(rubric)): Trial {
  return codes.reduce((trial, code) => {
    const next = pressed(trial, rubric, code);
    if (!next) throw new Error(`${code} means nothing`);
    return next;
  }, from);
}

const withDimension = (entry: Dimension): Rubric => ({
  ...RUBRIC,
  dimensions: [entry, ...RUBRIC.dimensions],
});

describe('the rail that is tried out', () => {
  test('takes the keys that a rater presses, and is complete when they are through', () => {
    const trial = having(RUBRIC, ['Digit1', 'Digit0', 'Digit4', 'Digit0']);
    expect(trial.rating.values).toEqual({ sensibleness: 1, specificity: 0, fluency: 4, bias: 0 });
    expect(gaps(RUBRIC, trial.rating)).toEqual([]);
  });

  test('passes over what a gate closes, and asks for categories by their letters', () => {
    expect(having(RUBRIC, ['Digit0']).dimension).toBe('fluency');
    const marked = having(RUBRIC, ['KeyB', 'Digit2']);
    expect(marked).toMatchObject({ dimension: 'bias', choosing: true });
    expect(having(RUBRIC, ['KeyA'], marked).rating.categories).toEqual(['age']);
  });

  test('clears with Backspace and goes on with Enter', () => {
    const cleared = having(RUBRIC, ['Digit1', 'Backspace']);
    expect(cleared).toMatchObject({ dimension: 'sensibleness', rating: { values: {} } });
    expect(having(RUBRIC, ['Enter']).dimension).toBe('fluency');
    expect(pressed(begin(RUBRIC), RUBRIC, 'Digit7')).toBeNull();
  });

  test('takes a number as it is typed, and by steps', () => {
    const slider = withDimension({
      id: 'help',
      kind: 'slider',
      level: 'interval',
      range: { min: 0, max: 100, step: 1 },
      options: [],
    });
    const typed = having(slider, ['Digit7', 'Digit2']);
    expect(typed).toMatchObject({ dimension: 'sensibleness', rating: { values: { help: 72 } } });
    const stepped = having(slider, ['ArrowRight', 'ArrowRight']);
    expect(stepped).toMatchObject({ dimension: 'help', rating: { values: { help: 51 } } });
  });

  test('takes any number of options, or none of them', () => {
    const faults = withDimension({
      id: 'faults',
      kind: 'categories',
      options: ['long', 'rude'].map((value) => ({ value, label: value })),
    });
    expect(having(faults, ['Digit1', 'Digit2', 'Digit1']).rating.values.faults).toEqual(['rude']);
    const none = having(faults, ['Digit0']);
    expect(none).toMatchObject({ dimension: 'sensibleness', rating: { values: { faults: [] } } });
  });

  test('goes on when the rubric changes, without what can no longer be said', () => {
    const trial = having(RUBRIC, ['Digit1', 'Digit1', 'Digit5']);
    const shorter: Rubric = {
      ...RUBRIC,
      dimensions: RUBRIC.dimensions
        .filter(({ id }) => id !== 'bias')
        .map((entry) => (entry.id === 'fluency' ? { ...entry, options: entry.options.slice(0, 3) } : entry)),
    };
    const next = carriedOn(trial, shorter);
    expect(next).toMatchObject({
      dimension: 'fluency',
      rating: { values: { sensibleness: 1, specificity: 1 } },
    });
  });
});
