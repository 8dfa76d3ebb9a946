import type { Sketch } from './sketch.ts';

/** Texts remembered; the oldest make room. With 12 bytes each, and 4 for each slot, 14 MB whatever is imported. */
const REMEMBERED = 1 << 19;
const SLOTS = 1 << 21;
/**
 * Sketches agree in as many of their 96 bits. Of the pairs of words of two texts a share J is common when they agree in
 * 48 + 48 J of them on average.
 */
export const ALIKE = 85;

/** Bits of a slot that tell which text it means; the others are of the key it is filed under. */
const TEXT = REMEMBERED - 1;

const ones = (bits: number): number => {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/**
 * Which texts are nearly the same as one of the last 524,288 before. A text is filed under each of its sketch's keys, in sets of two slots;
 * what is found under one is compared by the bits of the sketch.
 */
export class NearCopies {
  readonly #sketches = new Uint32Array(3 * REMEMBERED);
  readonly #slots = new Uint32Array(SLOTS);
  #count = 0;

  /** Takes in a text by its sketch; true where one like it was there already. */
  add({ keys, bits }: Sketch): boolean {
    const text = this.#count & TEXT;
    this.#count += 1;
    let found = false;
    for (let band = 0; band < keys.length; band++) {
      const key = keys[band] ?? 0;
      const first = key & (SLOTS - 2);
      const filed = ((key & ~TEXT) | text) >>> 0;
      if (!found) found = this.#alike(first, filed, bits) || this.#alike(first + 1, filed, bits);
      // The newest stands first in its set; what stood first makes way for it, and what stood second goes.
      this.#slots[first + 1] = this.#slots[first] ?? 0;
      this.#slots[first] = filed;
    }
    this.#sketches.set(bits, 3 * text);
    return found;
  }

  #alike(slot: number, filed: number, bits: Uint32Array): boolean {
    const there = this.#slots[slot] ?? 0;
    if (there === 0 || ((there ^ filed) & ~TEXT) !== 0) return false;
    const at = 3 * (there & TEXT);
    const sketches = this.#sketches;
    const differing =
      ones((sketches[at] ?? 0) ^ (bits[0] ?? 0)) +
      ones((sketches[at + 1] ?? 0) ^ (bits[1] ?? 0)) +
      ones((sketches[at + 2] ?? 0) ^ (bits[2] ?? 0));
    return differing <= 96 - ALIKE;
  }
}
