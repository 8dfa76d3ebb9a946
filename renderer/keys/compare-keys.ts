import { key } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

/** Keys of answers side by side. The digits are those that give values: they name answers while it is asked which is better. */
export const COMPARE_KEYS = [
  {
    id: 'prefer',
    scope: 'rate',
    chords: [],
    group: 'comparing',
    byRubric: true,
  },
  {
    id: 'prefer.tie',
    scope: 'rate',
    chords: [],
    group: 'comparing',
    byRubric: true,
  },
  {
    id: 'prefer.bad',
    scope: 'rate',
    chords: [],
    group: 'comparing',
    byRubric: true,
  },
  {
    id: 'candidate.next',
    scope: 'rate',
    chords: [key('Period')],
    group: 'comparing',
    repeats: true,
  },
  {
    id: 'candidate.previous',
    scope: 'rate',
    chords: [key('Comma')],
    group: 'comparing',
    repeats: true,
  },
] as const satisfies readonly KeyBinding[];
