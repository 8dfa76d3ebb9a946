const HASH_BYTES = 32;
const WORDS = HASH_BYTES / 4;
const NOTHING = 0xffffffff;
/** Whole numbers of so many bits are exact in a double. */
const EXACT_BITS = 53;
/** How much of a hash is looked at to put it in order. */
const PREFIX_BITS = 48;

/**
 * The content hashes of one file, in the order they came, 32 bytes each. Typed arrays throughout: a million hashes take
 * about 45 MB, where a Set of texts takes three times that.
 */
export class ContentSet {
  private words = new Uint32Array(1024 * WORDS);
  private bytes = Buffer.from(this.words.buffer);
  private slots = new Uint32Array(4096).fill(NOTHING);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Adds a hash, given as 32 Latin-1 characters; gives back the index of the same one that was there before, or null. */
  add(hash: string): number | null {
    const slot = this.find(hash);
    const before = this.slots[slot] ?? NOTHING;
    if (before !== NOTHING) return before;
    this.slots[slot] = this.count;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.growSlots();
    return null;
  }

  /** The index of a hash, or null. */
  indexOf(hash: string): number | null {
    const index = this.slots[this.find(hash)] ?? NOTHING;
    return index === NOTHING ? null : index;
  }

  /** The slot of a hash, which is written behind the last of those that are there. */
  private find(hash: string): number {
    if ((this.count + 1) * WORDS > this.words.length) this.growBytes();
    this.bytes.write(hash, this.count * HASH_BYTES, 'latin1');
    return this.slotOf(this.count);
  }

  /** The hash at an index; valid until the next is added. */
  at(index: number): Buffer {
    return this.bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }

  /** Indices in the order of the hashes, as far as their first bits tell them apart: 36 bits for 100,000 hashes. */
  sorted(): Uint32Array {
    const indexBits = Math.ceil(Math.log2(this.count + 1));
    const places = 2 ** indexBits;
    const cut = 2 ** Math.max(0, PREFIX_BITS + indexBits - EXACT_BITS);
    const keys = new Float64Array(this.count);
    for (let index = 0; index < this.count; index += 1) {
      const prefix = this.bytes.readUIntBE(index * HASH_BYTES, PREFIX_BITS / 8);
      keys[index] = Math.floor(prefix / cut) * places + index;
    }
    return Uint32Array.from(keys.sort(), (key) => key % places);
  }

  /** Where the hash at an index is known, or the free slot where it belongs. Hashes are random, so any of their bits spread them. */
  private slotOf(index: number): number {
    const { words, slots } = this;
    const mask = slots.length - 1;
    for (let slot = (words[index * WORDS] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const other = slots[slot] ?? NOTHING;
      if (other === NOTHING || this.isSame(index, other)) return slot;
    }
  }

  private isSame(index: number, other: number): boolean {
    const { words } = this;
    for (let word = 0; word < WORDS; word += 1)
      if (words[index * WORDS + word] !== words[other * WORDS + word]) return false;
    return true;
  }

  private growBytes(): void {
    const grown = new Uint32Array(this.words.length * 2);
    grown.set(this.words);
    this.words = grown;
    this.bytes = Buffer.from(grown.buffer);
  }

  private growSlots(): void {
    this.slots = new Uint32Array(this.slots.length * 2).fill(NOTHING);
    for (let index = 0; index < this.count; index += 1) this.slots[this.slotOf(index)] = index;
  }
}
