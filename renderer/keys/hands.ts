import { alt, type Chord, ctrl, key, shift } from './chords.ts';
import type { Hand } from './resolve.ts';

/** What a layout for one hand says: its positions, and where actions lie that would lie elsewhere. */
interface HandLayout {
  /** Positions under the hand. */
  half: readonly string[];
  /** Modifiers beside it, Shift and Ctrl apart, which are on both sides. AltGr is none. */
  hasAlt: boolean;
  /** Positions that letters of dimensions and categories come from, the best first. */
  letters: readonly string[];
  keys: Readonly<Record<string, readonly Chord[]>>;
}

const keysOf = (row: string): string[] => [...row].map((letter) => `Key${letter}`);
const digits = (row: string): string[] => [...row].map((figure) => `Digit${figure}`);
const altShift = (code: string): Chord => ({ code, alt: true, shift: true });

const SIGNS = [
  'Semicolon',
  'BracketLeft',
  'BracketRight',
  'Quote',
  'Comma',
  'Period',
  'Slash',
  'Minus',
  'Equal',
];

/** The figure where it stands on the board, and on the number pad. */
const value = (figure: number, ...first: string[]): Chord[] =>
  [...first, `Digit${figure}`, `Numpad${figure}`].map(key);

/**
 * Digits as they are, 0 left of the 1, Space submits. W A S D are the arrows: with Shift they scroll and select by the word, with Alt the
 * end of what is selected moves, with both its start.
 */
const LEFT: HandLayout = {
  half: [
    'Backquote',
    ...digits('123456'),
    ...keysOf('QWERTASDFGZXCVB'),
    ...['Space', 'Escape', 'F1', 'F2', 'F3', 'F4', 'F5'],
  ],
  hasAlt: true,
  letters: keysOf('SFBDTAQWERGZXCV'),
  keys: {
    commands: [ctrl('KeyE'), ctrl('KeyK')],
    'value.0': value(0, 'Backquote'),
    'value.7': value(7, 'F2'),
    'value.8': value(8, 'F4'),
    'value.9': value(9, 'F5'),
    'value.clear': [key('KeyQ'), key('Backspace')],
    submit: [key('Space'), key('Enter'), key('NumpadEnter')],
    mark: [key('KeyW')],
    label: [key('KeyA')],
    'candidate.next': [shift('KeyF')],
    'candidate.previous': [shift('KeyR')],
    next: [key('KeyV')],
    previous: [key('KeyZ')],
    nextOpen: [shift('KeyV')],
    nextMarked: [alt('KeyV')],
    cannot: [shift('KeyQ')],
    snippets: [shift('KeyC')],
    cover: [shift('Space')],
    pause: [ctrl('Backquote')],
    system: [shift('KeyE')],
    'scroll.down': [shift('KeyS'), key('ArrowDown')],
    'scroll.up': [shift('KeyW'), key('ArrowUp')],
    'context.down': [alt('KeyF'), key('PageDown')],
    'context.up': [alt('KeyR'), key('PageUp')],
    'word.next': [shift('KeyD'), key('ArrowRight')],
    'word.previous': [shift('KeyA'), key('ArrowLeft')],
    'word.extend': [alt('KeyD')],
    'word.shrink': [alt('KeyA')],
    'sentence.extend': [alt('KeyS')],
    'sentence.shrink': [alt('KeyW')],
    'start.shrink': [altShift('KeyD')],
    'start.extend': [altShift('KeyA')],
    'start.sentenceShrink': [altShift('KeyS')],
    'start.sentenceExtend': [altShift('KeyW')],
    'letter.extend': [alt('KeyE')],
    'letter.shrink': [alt('KeyQ')],
    'start.letterShrink': [altShift('KeyE')],
    'start.letterExtend': [altShift('KeyQ')],
    'span.previous': [alt('KeyZ')],
    'span.remove': [alt('KeyX')],
    'span.next': [alt('KeyC')],
  },
};

/** The number pad that laptops have among their letters: J K L for 1 2 3, U I O for 4 5 6, 7 8 9 as they are, M for 0. */
const RIGHT: HandLayout = {
  half: [
    ...digits('7890'),
    ...keysOf('YUIOPHJKLNM'),
    ...SIGNS,
    ...['Backslash', 'Space', 'Enter', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'],
    ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ],
  hasAlt: false,
  letters: [...keysOf('PYHN'), ...SIGNS, 'Backslash'],
  keys: {
    'value.1': value(1, 'KeyJ'),
    'value.2': value(2, 'KeyK'),
    'value.3': value(3, 'KeyL'),
    'value.4': value(4, 'KeyU'),
    'value.5': value(5, 'KeyI'),
    'value.6': value(6, 'KeyO'),
    'value.0': value(0, 'KeyM'),
    rationale: [key('KeyN')],
    rewrite: [shift('KeyN')],
    snippets: [shift('KeyH')],
    cannot: [shift('KeyU')],
    meaning: [shift('KeyP')],
    skip: [shift('Backspace')],
    mark: [key('Quote')],
    'candidate.next': [shift('KeyL')],
    'candidate.previous': [shift('KeyJ')],
    next: [key('Period')],
    previous: [key('Comma')],
    nextOpen: [shift('Period')],
    nextSkipped: [shift('Comma')],
    undo: [key('Minus'), ctrl('KeyZ')],
    redo: [key('Equal'), { code: 'KeyZ', ctrl: true, shift: true }, ctrl('KeyY')],
    'find.next': [ctrl('Period'), key('F3')],
    'find.previous': [ctrl('Comma'), shift('F3')],
    system: [shift('KeyY')],
    'letter.extend': [ctrl('ArrowRight')],
    'letter.shrink': [ctrl('ArrowLeft')],
    'start.letterShrink': [ctrl('ArrowDown')],
    'start.letterExtend': [ctrl('ArrowUp')],
    'span.next': [shift('BracketRight')],
    'span.previous': [shift('BracketLeft')],
    guidelines: [shift('KeyK')],
    escape: [key('Backslash'), key('Escape')],
  },
};

/** The layouts for one hand. What they do not name keeps its key where the hand reaches it, else gets one in `resolve.ts`. */
export const HANDS: Readonly<Record<Exclude<Hand, 'both'>, HandLayout>> = { left: LEFT, right: RIGHT };
