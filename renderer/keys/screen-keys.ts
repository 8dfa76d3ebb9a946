import { ctrl, key } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

/** Keys of the start, of Import and of Audit. */
export const SCREEN_KEYS = [
  {
    id: 'start.sample',
    scope: 'start',
    chords: [key('KeyT')],
    group: 'start',
  },
  { id: 'start.new', scope: 'start', chords: [key('KeyN')], group: 'start' },
  {
    id: 'start.open',
    scope: 'start',
    chords: [key('KeyO'), ctrl('KeyO')],
    group: 'start',
  },

  {
    id: 'import.choose',
    scope: 'import',
    chords: [key('KeyO'), ctrl('KeyO')],
    group: 'import',
  },
  {
    id: 'import.folder',
    scope: 'import',
    chords: [key('KeyF')],
    group: 'import',
  },
  {
    id: 'import.run',
    scope: 'import',
    chords: [key('Enter'), key('NumpadEnter')],
    group: 'import',
  },
  {
    id: 'audit.next',
    scope: 'audit',
    chords: [key('KeyJ')],
    group: 'auditing',
    repeats: true,
  },
  {
    id: 'audit.previous',
    scope: 'audit',
    chords: [key('KeyK')],
    group: 'auditing',
    repeats: true,
  },
  { id: 'audit.confirm', scope: 'audit', chords: [key('KeyA')], group: 'auditing' },
  { id: 'audit.overturn', scope: 'audit', chords: [key('KeyO')], group: 'auditing' },
  { id: 'audit.escalate', scope: 'audit', chords: [key('KeyE')], group: 'auditing' },
] as const satisfies readonly KeyBinding[];

/** All that is heard in a text field; these keys cannot be changed. */
export const TEXT_KEYS = [
  {
    id: 'text.leave',
    scope: 'text',
    chords: [key('Escape')],
    group: 'text',
    keyOnly: true,
  },
  {
    id: 'text.submit',
    scope: 'text',
    chords: [ctrl('Enter')],
    group: 'text',
    keyOnly: true,
  },
] as const satisfies readonly KeyBinding[];
