import { ctrl, key, shift } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

/** Keys of the queue: what comes back, and the pause. */
export const QUEUE_KEYS = [
  {
    id: 'nextMarked',
    scope: 'rate',
    chords: [shift('KeyM')],
    group: 'moving',
  },
  { id: 'nextSkipped', scope: 'rate', chords: [shift('KeyX')], group: 'moving' },
  {
    id: 'pause',
    scope: 'rate',
    chords: [ctrl('KeyP'), key('Pause')],
    group: 'rating',
  },
  {
    id: 'round',
    scope: 'rate',
    chords: [],
    group: 'moving',
  },
] as const satisfies readonly KeyBinding[];
