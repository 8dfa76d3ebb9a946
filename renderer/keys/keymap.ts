import { alt, type Chord, ctrl, key, shift, typed } from './chords.ts';
import { TRANSCRIPT_KEYS } from './transcript-keys.ts';

/** Where a key works: everywhere, on that screen, or in a text field. */
export type Scope = 'frame' | 'start' | 'import' | 'rate' | 'audit' | 'transcripts' | 'text';

export interface KeyBinding {
  id: string;
  scope: Scope;
  chords: readonly Chord[];
  label: string;
  /** Heading under which the help shows it. */
  group: string;
  /** Goes on while the key is held down. */
  repeats?: true;
  /** Not worth a line in the command palette: needs the place of the hand, or opens the palette itself. */
  keyOnly?: true;
  /** The rubric names the keys; the row stands here for the help. */
  byRubric?: true;
}

const section = (figure: number, name: string, label: string) =>
  ({
    id: `go.${name}`,
    scope: 'frame',
    chords: [alt(`Digit${figure}`)],
    label,
    group: 'Everywhere',
  }) as const;

/** Every key Touchstone binds: the handlers, the help and the command palette are read from this table. */
const KEYMAP = [
  section(1, 'import', 'Go to Import'),
  section(2, 'survey', 'Go to Survey'),
  section(3, 'transcripts', 'Go to Transcripts'),
  section(4, 'sample', 'Go to Sample'),
  section(5, 'rate', 'Go to Rate'),
  section(6, 'agreement', 'Go to Agreement'),
  section(7, 'export', 'Go to Export'),
  section(8, 'audit', 'Go to Audit'),
  {
    id: 'help',
    scope: 'frame',
    chords: [typed('?', 'Slash'), key('F1')],
    label: 'Show all keys',
    group: 'Everywhere',
  },
  {
    id: 'commands',
    scope: 'frame',
    chords: [ctrl('KeyK')],
    label: 'Find a command',
    group: 'Everywhere',
    keyOnly: true,
  },
  { id: 'theme', scope: 'frame', chords: [], label: 'Light, dark or system colours', group: 'Everywhere' },
  { id: 'reading.larger', scope: 'frame', chords: [], label: 'Larger reading text', group: 'Everywhere' },
  { id: 'reading.smaller', scope: 'frame', chords: [], label: 'Smaller reading text', group: 'Everywhere' },
  { id: 'person', scope: 'frame', chords: [], label: 'Change who is at the desk', group: 'Everywhere' },
  { id: 'close', scope: 'frame', chords: [], label: 'Close the project', group: 'Everywhere' },

  {
    id: 'start.sample',
    scope: 'start',
    chords: [key('KeyT')],
    label: 'Try the sample project',
    group: 'Start',
  },
  { id: 'start.new', scope: 'start', chords: [key('KeyN')], label: 'New project', group: 'Start' },
  {
    id: 'start.open',
    scope: 'start',
    chords: [key('KeyO'), ctrl('KeyO')],
    label: 'Open a project',
    group: 'Start',
  },

  {
    id: 'import.choose',
    scope: 'import',
    chords: [key('KeyO'), ctrl('KeyO')],
    label: 'Choose files',
    group: 'Import',
  },
  {
    id: 'import.folder',
    scope: 'import',
    chords: [key('KeyF')],
    label: 'Choose a folder',
    group: 'Import',
  },
  {
    id: 'import.run',
    scope: 'import',
    chords: [key('Enter'), key('NumpadEnter')],
    label: 'Import what was chosen',
    group: 'Import',
  },

  {
    id: 'value',
    scope: 'rate',
    chords: [key('Digit1'), key('Digit5'), key('Digit0')],
    label: 'Give the value beside the key and go on to the next dimension',
    group: 'Rating',
    byRubric: true,
  },
  {
    id: 'dimension',
    scope: 'rate',
    chords: [],
    label: 'Go to the dimension with that letter',
    group: 'Rating',
    byRubric: true,
  },
  {
    id: 'value.clear',
    scope: 'rate',
    chords: [key('Backspace')],
    label: 'Clear the value',
    group: 'Rating',
    repeats: true,
  },
  {
    id: 'submit',
    scope: 'rate',
    chords: [key('Enter'), key('NumpadEnter')],
    label: 'Submit and next',
    group: 'Rating',
  },
  { id: 'rationale', scope: 'rate', chords: [key('KeyC')], label: 'Say why', group: 'Rating' },
  { id: 'rewrite', scope: 'rate', chords: [key('KeyR')], label: 'Rewrite the answer', group: 'Rating' },
  { id: 'skip', scope: 'rate', chords: [key('KeyX')], label: 'Skip, with a reason', group: 'Rating' },
  { id: 'mark', scope: 'rate', chords: [key('KeyM')], label: 'Mark for the lead', group: 'Rating' },
  { id: 'undo', scope: 'rate', chords: [ctrl('KeyZ')], label: 'Undo', group: 'Rating', repeats: true },
  {
    id: 'redo',
    scope: 'rate',
    chords: [{ code: 'KeyZ', ctrl: true, shift: true }, ctrl('KeyY')],
    label: 'Redo',
    group: 'Rating',
    repeats: true,
  },
  { id: 'next', scope: 'rate', chords: [key('KeyJ')], label: 'Next item', group: 'Moving', repeats: true },
  {
    id: 'previous',
    scope: 'rate',
    chords: [key('KeyK')],
    label: 'Previous item',
    group: 'Moving',
    repeats: true,
  },
  { id: 'nextOpen', scope: 'rate', chords: [shift('KeyJ')], label: 'Next open item', group: 'Moving' },
  {
    id: 'scroll.down',
    scope: 'rate',
    chords: [key('ArrowDown')],
    label: 'Scroll the answer down',
    group: 'Moving',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'scroll.up',
    scope: 'rate',
    chords: [key('ArrowUp')],
    label: 'Scroll the answer up',
    group: 'Moving',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'context.down',
    scope: 'rate',
    chords: [key('PageDown')],
    label: 'Scroll the conversation down',
    group: 'Moving',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'context.up',
    scope: 'rate',
    chords: [key('PageUp')],
    label: 'Scroll the conversation up',
    group: 'Moving',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'system',
    scope: 'rate',
    chords: [key('KeyY')],
    label: 'Unfold or fold the system prompt',
    group: 'Moving',
  },
  {
    id: 'word.next',
    scope: 'rate',
    chords: [key('ArrowRight')],
    label: 'Select the next word of the answer',
    group: 'Selecting',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'word.previous',
    scope: 'rate',
    chords: [key('ArrowLeft')],
    label: 'Select the word before',
    group: 'Selecting',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'word.extend',
    scope: 'rate',
    chords: [shift('ArrowRight')],
    label: 'Select one word more',
    group: 'Selecting',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'word.shrink',
    scope: 'rate',
    chords: [shift('ArrowLeft')],
    label: 'Select one word less',
    group: 'Selecting',
    repeats: true,
    keyOnly: true,
  },
  {
    id: 'sentence.extend',
    scope: 'rate',
    chords: [shift('ArrowDown')],
    label: 'Select to the end of the sentence',
    group: 'Selecting',
    repeats: true,
    keyOnly: true,
  },
  { id: 'label', scope: 'rate', chords: [key('KeyH')], label: 'Label the selected text', group: 'Selecting' },
  { id: 'guidelines', scope: 'rate', chords: [key('KeyG')], label: 'Read the guidelines', group: 'Help' },
  {
    id: 'escape',
    scope: 'rate',
    chords: [key('Escape')],
    label: 'Leave what is open',
    group: 'Help',
    keyOnly: true,
  },
  {
    id: 'audit.next',
    scope: 'audit',
    chords: [key('KeyJ')],
    label: 'Next answer',
    group: 'Auditing',
    repeats: true,
  },
  {
    id: 'audit.previous',
    scope: 'audit',
    chords: [key('KeyK')],
    label: 'Previous answer',
    group: 'Auditing',
    repeats: true,
  },
  { id: 'audit.confirm', scope: 'audit', chords: [key('KeyA')], label: 'Confirm', group: 'Auditing' },
  { id: 'audit.overturn', scope: 'audit', chords: [key('KeyO')], label: 'Overturn', group: 'Auditing' },
  { id: 'audit.escalate', scope: 'audit', chords: [key('KeyE')], label: 'Escalate', group: 'Auditing' },

  ...TRANSCRIPT_KEYS,

  {
    id: 'text.leave',
    scope: 'text',
    chords: [key('Escape')],
    label: 'Back to the keys',
    group: 'In a text field',
    keyOnly: true,
  },
  {
    id: 'text.submit',
    scope: 'text',
    chords: [ctrl('Enter')],
    label: 'Submit and next',
    group: 'In a text field',
    keyOnly: true,
  },
] as const satisfies readonly KeyBinding[];

export type ActionId = (typeof KEYMAP)[number]['id'];

/** The table as plain bindings, for those who read it row by row. */
export const BINDINGS: readonly (KeyBinding & { id: ActionId })[] = KEYMAP;
