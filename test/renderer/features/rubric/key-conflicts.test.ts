import { describe, expect, test } from 'vitest';
import {
  jumpConflict,
  keyOf,
  optionConflict,
} from '../../../../renderer/features/rubric/editor/key-conflicts.ts';
import { draftOf } from '../../../../shared/domain/rubric-draft.ts';
import { press } from '../../../support/press.ts';
import { RUBRIC } from '../../sample-project.ts';

let uid = 0;
const { dimensions } = draftOf(RUBRIC, () => {
  uid += 1;
  return `u${uid}`;
});
const [sensibleness] = dimensions;
if (!sensibleness) throw new Error('no dimension');
const option = sensibleness.options[0]?.uid ?? '';

describe('a key that is chosen', () => {
  test('is a position without Ctrl, Alt or Shift', () => {
    expect(keyOf(press('KeyQ'))).toBe('KeyQ');
    expect(keyOf(press('Digit7', { key: '7' }))).toBe('Digit7');
    expect(keyOf(press('KeyQ', { ctrlKey: true }))).toBeNull();
    expect(keyOf(press('ArrowLeft', { key: 'ArrowLeft' }))).toBeNull();
  });

  test('says who has it already', () => {
    const clash = (code: string) => optionConflict(code, option, sensibleness, dimensions);
    expect(clash('Digit0')).toEqual({ kind: 'option', label: 'Does not make sense' });
    expect(clash('KeyX')).toEqual({ kind: 'action', label: 'Skip, with a reason' });
    expect(clash('KeyF')).toEqual({ kind: 'dimension', label: 'Fluency' });
    expect(clash('Digit1')).toBeNull();
    expect(clash('KeyQ')).toBeNull();
  });

  test('jumps to one dimension only, and never where it gives a value', () => {
    const clash = (code: string) => jumpConflict(code, sensibleness, dimensions);
    expect(clash('KeyS')).toBeNull();
    expect(clash('KeyB')).toEqual({ kind: 'dimension', label: 'Bias' });
    expect(clash('KeyJ')).toEqual({ kind: 'action', label: 'Next item' });
    expect(clash('Digit9')).toEqual({ kind: 'unusable' });
  });
});
