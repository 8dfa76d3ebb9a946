import { ADJUDICATE_KEYS } from './adjudicate-keys.ts';
import { type Chord, ctrl, key, shift } from './chords.ts';
import { COMPARE_KEYS } from './compare-keys.ts';
import { FRAME_KEYS } from './frame-keys.ts';
import { QUEUE_KEYS } from './queue-keys.ts';
import { READING_KEYS } from './reading-keys.ts';
import { SCREEN_KEYS, TEXT_KEYS } from './screen-keys.ts';
import { TRANSCRIPT_KEYS } from './transcript-keys.ts';
import { VALUE_KEYS } from './value-keys.ts';

/** Where a key works: everywhere, on that screen, or in a text field. */
export type Scope = 'frame' | 'start' | 'import' | 'rate' | 'adjudicate' | 'audit' | 'transcripts' | 'text';

export type KeyGroup =
  | 'everywhere'
  | 'start'
  | 'import'
  | 'rating'
  | 'values'
  | 'moving'
  | 'selecting'
  | 'reading'
  | 'comparing'
  | 'help'
  | 'adjudicating'
  | 'auditing'
  | 'transcripts'
  | 'text';

export interface KeyBinding {
  id: string;
  scope: Scope;
  chords: readonly Chord[];
  /** Heading under which the help shows it; what it and the action are called stands in the catalogue. */
  group: KeyGroup;
  /** Goes on while the key is held down. */
  repeats?: true;
  /** Not worth a line in the command palette: needs the place of the hand, or opens the palette itself. */
  keyOnly?: true;
  /** The rubric names the keys; the row stands here for the help. */
  byRubric?: true;
}

/** Every key Touchstone binds: the handlers, the help and the command palette are read from this table. */
const KEYMAP = [
  ...FRAME_KEYS,

  {
    id: 'value',
    scope: 'rate',
    chords: [],
    group: 'rating',
    byRubric: true,
  },
  {
    id: 'dimension',
    scope: 'rate',
    chords: [],
    group: 'rating',
    byRubric: true,
  },
  {
    id: 'value.clear',
    scope: 'rate',
    chords: [key('Backspace')],
    group: 'rating',
    repeats: true,
  },
  {
    id: 'submit',
    scope: 'rate',
    chords: [key('Enter'), key('NumpadEnter')],
    group: 'rating',
  },
  { id: 'rationale', scope: 'rate', chords: [key('KeyC')], group: 'rating' },
  { id: 'rewrite', scope: 'rate', chords: [key('KeyR')], group: 'rating' },
  {
    id: 'cannot',
    scope: 'rate',
    chords: [key('KeyU')],
    group: 'rating',
  },
  {
    id: 'meaning',
    scope: 'rate',
    chords: [key('KeyE')],
    group: 'rating',
  },
  {
    id: 'snippets',
    scope: 'rate',
    chords: [key('KeyV')],
    group: 'rating',
  },
  { id: 'skip', scope: 'rate', chords: [key('KeyX')], group: 'rating' },
  { id: 'mark', scope: 'rate', chords: [key('KeyM')], group: 'rating' },
  { id: 'undo', scope: 'rate', chords: [ctrl('KeyZ')], group: 'rating', repeats: true },
  {
    id: 'redo',
    scope: 'rate',
    chords: [{ code: 'KeyZ', ctrl: true, shift: true }, ctrl('KeyY')],
    group: 'rating',
    repeats: true,
  },
  { id: 'next', scope: 'rate', chords: [key('KeyJ')], group: 'moving', repeats: true },
  {
    id: 'previous',
    scope: 'rate',
    chords: [key('KeyK')],
    group: 'moving',
    repeats: true,
  },
  { id: 'nextOpen', scope: 'rate', chords: [shift('KeyJ')], group: 'moving' },
  {
    id: 'scroll.down',
    scope: 'rate',
    chords: [key('ArrowDown')],
    group: 'moving',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'scroll.up',
    scope: 'rate',
    chords: [key('ArrowUp')],
    group: 'moving',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'context.down',
    scope: 'rate',
    chords: [key('PageDown')],
    group: 'moving',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'context.up',
    scope: 'rate',
    chords: [key('PageUp')],
    group: 'moving',
    repeats: true,
    keyOnly: true,
  },
  ...READING_KEYS,
  { id: 'guidelines', scope: 'rate', chords: [key('KeyG')], group: 'help' },
  {
    id: 'escape',
    scope: 'rate',
    chords: [key('Escape')],
    group: 'help',
    keyOnly: true,
  },
  ...COMPARE_KEYS,
  ...QUEUE_KEYS,
  ...VALUE_KEYS,
  ...SCREEN_KEYS,
  ...ADJUDICATE_KEYS,
  ...TRANSCRIPT_KEYS,
  ...TEXT_KEYS,
] as const satisfies readonly KeyBinding[];

export type ActionId = (typeof KEYMAP)[number]['id'];

/** The table as plain bindings, for those who read it row by row. */
export const BINDINGS: readonly (KeyBinding & { id: ActionId })[] = KEYMAP;
