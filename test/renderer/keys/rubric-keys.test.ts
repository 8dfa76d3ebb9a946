import { describe, expect, it } from 'vitest';
import { dimensionKeys, letterKeys, optionKeys } from '../../../renderer/keys/rubric-keys.ts';
import { RUBRIC } from '../sample-project.ts';

const dimension = (id: string) => {
  const found = RUBRIC.dimensions.find((entry) => entry.id === id);
  if (!found) throw new Error(`no dimension ${id}`);
  return found;
};

describe('keys of a rubric', () => {
  it('are the digits of the values where the rubric names none', () => {
    expect(optionKeys(dimension('fluency'))).toEqual(['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5']);
    expect(optionKeys(dimension('bias'))).toEqual(['Digit0', 'Digit1', 'Digit2', 'Digit3']);
  });

  it('count the options where values are words', () => {
    const entry = {
      ...dimension('fluency'),
      options: ['low', 'high'].map((value) => ({ value, label: value })),
    };
    expect(optionKeys(entry)).toEqual(['Digit1', 'Digit2']);
  });

  it('jump to dimensions by the rubric’s letters, never by a letter that Rate needs', () => {
    expect([...dimensionKeys(RUBRIC).values()]).toEqual(['KeyS', 'KeyP', 'KeyF', 'KeyB']);
    const greedy = { ...RUBRIC, dimensions: [{ ...dimension('fluency'), key: 'KeyX', label: 'Xenial' }] };
    expect(dimensionKeys(greedy).get('fluency')).toBe('KeyN');
  });

  it('give each category a letter of its own', () => {
    const keys = letterKeys(dimension('bias').categories ?? []);
    expect(new Set(keys.values()).size).toBe(11);
    expect(keys.get('age')).toBe('KeyA');
    expect(keys.get('religion')).toBe('KeyE');
  });
});
