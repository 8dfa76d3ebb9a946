import { alt, ctrl, key, shift, typed } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

const section = <Name extends string>(figure: number, name: Name) =>
  ({
    id: `go.${name}`,
    scope: 'frame',
    chords: [alt(`Digit${figure}`)],
    group: 'everywhere',
  }) as const;

/** Keys of every screen of a project. A row without a key is a command for the palette, and a key can be given to it. */
export const FRAME_KEYS = [
  section(1, 'import'),
  section(2, 'survey'),
  section(3, 'transcripts'),
  section(4, 'rubric'),
  section(5, 'sample'),
  section(6, 'rate'),
  section(7, 'agreement'),
  section(8, 'adjudicate'),
  section(9, 'export'),
  section(0, 'audit'),
  { id: 'go.exchange', scope: 'frame', chords: [alt('KeyT')], group: 'everywhere' },
  {
    id: 'help',
    scope: 'frame',
    chords: [typed('?', 'Slash'), key('F1')],
    group: 'everywhere',
  },
  {
    id: 'commands',
    scope: 'frame',
    chords: [ctrl('KeyK')],
    group: 'everywhere',
    keyOnly: true,
  },
  { id: 'keys', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'trainer', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'theme.light', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'theme.dark', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'theme.system', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'language.en', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'language.de', scope: 'frame', chords: [], group: 'everywhere' },
  {
    id: 'language.system',
    scope: 'frame',
    chords: [],
    group: 'everywhere',
  },
  {
    id: 'reading.looks',
    scope: 'frame',
    chords: [shift('KeyT')],
    group: 'everywhere',
  },
  { id: 'reading.larger', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'reading.smaller', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'profile', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'settings', scope: 'frame', chords: [], group: 'everywhere' },
  {
    id: 'marks',
    scope: 'frame',
    chords: [],
    group: 'everywhere',
  },
  { id: 'person', scope: 'frame', chords: [], group: 'everywhere' },
  { id: 'close', scope: 'frame', chords: [], group: 'everywhere' },
] as const satisfies readonly KeyBinding[];
