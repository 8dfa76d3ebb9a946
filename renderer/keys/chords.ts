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
