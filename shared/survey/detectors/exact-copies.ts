const SMALLEST = 1 << 12;
/** The table grows when it is this full. */
const FULL = 0.85;

/**
 * Which texts were seen, by 48 bits of their hashes: 6 bytes a slot, 7 to 14 an answer. Among 2.5 million different texts two
 * are taken for the same with a probability of 1 %.
 */
export class ExactCopies {
  #low = new Uint32Array(SMALLEST);
  #high = new Uint16Array(SMALLEST);
  #size = 0;

  /** Takes in a text by two hashes of 32 bits; true where it was there already. */
  add(textHash: number, wordsHash: number): boolean {
    if (this.#size >= this.#low.length * FULL) this.#grow();
    // A slot of zeroes is a free one.
    return this.#put(textHash === 0 ? 1 : textHash, wordsHash >>> 16);
  }

  #put(low: number, high: number): boolean {
    const mask = this.#low.length - 1;
    for (let at = Math.imul(low, 0x9e3779b1) >>> 7; ; at++) {
      const slot = at & mask;
      const there = this.#low[slot];
      if (there === low && this.#high[slot] === high) return true;
      if (there !== 0) continue;
      this.#low[slot] = low;
      this.#high[slot] = high;
      this.#size += 1;
      return false;
    }
  }

  #grow(): void {
    const [low, high] = [this.#low, this.#high];
    this.#low = new Uint32Array(low.length * 2);
    this.#high = new Uint16Array(low.length * 2);
    this.#size = 0;
    for (let slot = 0; slot < low.length; slot++) {
      const hash = low[slot] ?? 0;
      if (hash !== 0) this.#put(hash, high[slot] ?? 0);
    }
  }
}
