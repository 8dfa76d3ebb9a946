import { describe, expect, test } from 'vitest';
import { AT_FIRST, RANGES, stepped } from '../../../renderer/ui/reading/choices.ts';
import { preferences } from '../../../shared/contract/preferences.ts';

describe('how text looks', () => {
  test('begins as the contract says, and every value that can be chosen can be kept', () => {
    expect(preferences.parse({})).toMatchObject(AT_FIRST);
    for (const [measure, { least, most }] of Object.entries(RANGES))
      for (const value of [least, most])
        expect(preferences.safeParse({ [measure]: value }).success).toBe(true);
  });

  test('goes in steps to its ends and no further', () => {
    expect(stepped('textSize', 18, 1)).toBe(19);
    expect(stepped('textSize', 36, 1)).toBe(36);
    expect(stepped('textSize', 14, -1)).toBe(14);
    expect(stepped('textWidth', 68, 1)).toBe(70);
    expect(stepped('textWidth', 68, -1)).toBe(65);
  });
});
