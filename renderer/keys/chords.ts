export interface Chord {
  /** Physical position, `KeyboardEvent.code`. */
  code: string;
  /** Ctrl, or Command on a Mac. */
  ctrl?: true;
  shift?: true;
  alt?: true;
  /** What the key types, in place of its position: for signs that lie elsewhere on every keyboard. */
  types?: string;
}

/** Chords as the tables of keys write them. */
export const key = (code: string): Chord => ({ code });
export const ctrl = (code: string): Chord => ({ code, ctrl: true });
export const shift = (code: string): Chord => ({ code, shift: true });
export const alt = (code: string): Chord => ({ code, alt: true });
export const typed = (sign: string, code: string): Chord => ({ code, types: sign });

/** The name of a position with its modifiers: "Ctrl+Shift+KeyZ". */
export const positionId = (code: string, ctrl: boolean, alt: boolean, shift: boolean): string =>
  `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${code}`;

/** What a chord is called where keys are stored and compared; a sign is "=?". */
export const chordId = ({ code, ctrl, alt, shift, types }: Chord): string =>
  types === undefined ? positionId(code, ctrl ?? false, alt ?? false, shift ?? false) : `=${types}`;

const CODES =
  /^(Key[A-Z]|Digit\d|Numpad(\d|Add|Subtract|Multiply|Divide|Decimal|Comma|Equal|Enter)|F([1-9]|1\d|2[0-4])|Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down)|Insert|Delete|Enter|Space|Backspace|Escape|Minus|Equal|Bracket(Left|Right)|Backslash|Semicolon|Quote|Backquote|Comma|Period|Slash|Intl(Backslash|Ro|Yen)|Pause|ContextMenu)$/;

/** True for a position that a key of its own can be bound to. */
export const isPosition = (code: string): boolean => CODES.test(code);

const STORED = /^(Ctrl\+)?(Alt\+)?(Shift\+)?([A-Z]\w*)$/;

/** The chord of a stored name, or null where it names none, or one that types a sign on other keyboards (Ctrl+Alt is AltGr). */
export function parseChord(text: string): Chord | null {
  if (/^=\S$/u.test(text)) return typed(text.slice(1), '');
  const [matched, ctrl, alt, shift, code = ''] = STORED.exec(text) ?? [];
  if (matched === undefined || !isPosition(code) || (ctrl && alt)) return null;
  return { code, ...(ctrl && { ctrl: true }), ...(alt && { alt: true }), ...(shift && { shift: true }) };
}
