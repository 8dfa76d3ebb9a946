import { key } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

const slot = <Figure extends number>(figure: Figure) =>
  ({
    id: `value.${figure}`,
    scope: 'rate',
    chords: [key(`Digit${figure}`), key(`Numpad${figure}`)],
    group: 'values',
    byRubric: true,
  }) as const;

/** The ten keys of values. A rubric names an option's key by its figure; what lies under it is said here. */
export const VALUE_KEYS = [
  slot(1),
  slot(2),
  slot(3),
  slot(4),
  slot(5),
  slot(6),
  slot(7),
  slot(8),
  slot(9),
  slot(0),
] as const satisfies readonly KeyBinding[];
