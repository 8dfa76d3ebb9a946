import type { WordScan } from '../word-scan.ts';

/** One bit of a sketch for each bin. */
export const SKETCH_BITS = 96;
const SKETCH_WORDS = SKETCH_BITS / 32;
const BANDS = 4;
const ROWS = 4;
/** Texts of fewer words have no sketch: in a short text one other word makes another text. */
export const FEWEST_WORDS = 12;
/** As many times at least something is thrown into a bin. */
const THROWS = 96;
const EMPTY = 0xffffffff;

/** What is kept of a text's words to find texts that share most of their pairs of neighbouring words. */
export interface Sketch {
  /** Texts alike have one of these in common, most likely. */
  readonly keys: Uint32Array;
  readonly bits: Uint32Array;
}

/**
 * One-permutation min-hash of the pairs of neighbouring words: each pair falls by its hash into one of 96 bins, of which the
 * smallest hash stays; empty bins take the value of the next one that is not. The share of equal bins estimates the share of
 * common pairs (Jaccard); one bit of each bin is kept.
 *
 * Sources: Li, P., Owen, A., Zhang, C.-H. (2012). One permutation hashing. NIPS 25. Shrivastava, A., Li, P. (2014).
 * Densifying one permutation hashing via rotation. ICML 31. Li, P., König, C. (2010). b-bit minwise hashing. WWW 19.
 */
export class Sketcher implements Sketch {
  readonly keys = new Uint32Array(BANDS);
  readonly bits = new Uint32Array(SKETCH_WORDS);
  readonly #bins = new Uint32Array(SKETCH_BITS);

  /** Sketches the words of a scan; false where there are too few. */
  take({ words, count }: Pick<WordScan, 'words' | 'count'>): boolean {
    if (count < FEWEST_WORDS) return false;
    this.#fill(words, count);
    this.#densify();
    for (let band = 0; band < BANDS; band++) this.keys[band] = this.#key(band);
    return true;
  }

  /** Short texts are thrown several times, each time by another hash, so that most bins hold something of their own. */
  #fill(words: Uint32Array, count: number): void {
    const bins = this.#bins;
    bins.fill(EMPTY);
    const throws = Math.ceil(THROWS / count);
    let last = words[0] ?? 0;
    for (let i = 1; i < count; i++) {
      const word = words[i] ?? 0;
      let pair = Math.imul(last, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
      pair = Math.imul(pair ^ (pair >>> 15), 0x2c1b3c6d);
      for (let thrown = 0; thrown < throws; thrown++) {
        pair = Math.imul(pair ^ (pair >>> 13), 0x297a2d39);
        const bin = ((pair >>> 20) * SKETCH_BITS) >>> 12;
        const value = (pair ^ (pair >>> 16)) & 0xfffff;
        if (value < (bins[bin] ?? 0)) bins[bin] = value;
      }
      last = word;
    }
  }

  /** Fills the empty bins, from the last to the first, and gathers the lowest bit of each. */
  #densify(): void {
    const bins = this.#bins;
    let next = EMPTY;
    for (let bin = 0; next === EMPTY; bin++) next = bins[bin] ?? 0;
    for (let word = SKETCH_WORDS - 1; word >= 0; word--) {
      let bits = 0;
      for (let bin = word * 32 + 31; bin >= word * 32; bin--) {
        const there = bins[bin] ?? EMPTY;
        if (there === EMPTY) bins[bin] = next;
        else next = there;
        bits = (bits << 1) | (next & 1);
      }
      this.bits[word] = bits;
    }
  }

  /** The rows of a band stand far apart, since neighbouring bins may hold the same. */
  #key(band: number): number {
    let key = band + 1;
    for (let row = 0; row < ROWS; row++) {
      const bin = band * (SKETCH_BITS / ROWS / BANDS) + row * (SKETCH_BITS / ROWS);
      key = Math.imul(key ^ (this.#bins[bin] ?? 0), 0x9e3779b1) ^ (key >>> 15);
    }
    key = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
    return (key ^ (key >>> 13)) >>> 0;
  }
}
