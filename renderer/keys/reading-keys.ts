import { alt, type Chord, ctrl, key, shift, typed } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

const ctrlShift = (code: string): Chord => ({ code, ctrl: true, shift: true });
const altShift = (code: string): Chord => ({ code, alt: true, shift: true });

/** A key that moves an edge of what is selected, or of the labelled text in hand. It goes to its side of the page, whichever way text is read. */
const edge = <Id extends string>(id: Id, chord: Chord) =>
  ({ id, scope: 'rate', chords: [chord], group: 'selecting', repeats: true, keyOnly: true }) as const;

/** Keys for reading on Rate: finding, selecting, labelled text, how texts are shown. */
export const READING_KEYS = [
  {
    id: 'find',
    scope: 'rate',
    chords: [typed('/', 'Slash'), ctrl('KeyF')],
    group: 'reading',
  },
  {
    id: 'find.next',
    scope: 'rate',
    chords: [key('F3'), ctrl('KeyG')],
    group: 'reading',
    repeats: true,
  },
  {
    id: 'find.previous',
    scope: 'rate',
    chords: [shift('F3'), ctrlShift('KeyG')],
    group: 'reading',
    repeats: true,
  },
  {
    id: 'raw',
    scope: 'rate',
    chords: [shift('KeyR')],
    group: 'reading',
  },
  {
    id: 'cover',
    scope: 'rate',
    chords: [key('Space')],
    group: 'reading',
  },
  {
    id: 'system',
    scope: 'rate',
    chords: [key('KeyY')],
    group: 'reading',
  },
  edge('word.next', key('ArrowRight')),
  edge('word.previous', key('ArrowLeft')),
  edge('word.extend', shift('ArrowRight')),
  edge('word.shrink', shift('ArrowLeft')),
  edge('sentence.extend', shift('ArrowDown')),
  edge('sentence.shrink', shift('ArrowUp')),
  edge('start.extend', ctrlShift('ArrowLeft')),
  edge('start.shrink', ctrlShift('ArrowRight')),
  edge('start.sentenceExtend', ctrlShift('ArrowUp')),
  edge('start.sentenceShrink', ctrlShift('ArrowDown')),
  edge('letter.extend', altShift('ArrowRight')),
  edge('letter.shrink', altShift('ArrowLeft')),
  edge('start.letterExtend', alt('ArrowLeft')),
  edge('start.letterShrink', alt('ArrowRight')),
  { id: 'label', scope: 'rate', chords: [key('KeyH')], group: 'selecting' },
  {
    id: 'span.next',
    scope: 'rate',
    chords: [key('BracketRight')],
    group: 'selecting',
    repeats: true,
  },
  {
    id: 'span.previous',
    scope: 'rate',
    chords: [key('BracketLeft')],
    group: 'selecting',
    repeats: true,
  },
  {
    id: 'span.remove',
    scope: 'rate',
    chords: [key('Delete')],
    group: 'selecting',
  },
] as const satisfies readonly KeyBinding[];
