const HASH_BYTES = 32;
const NOTHING = 0xffffffff;

/**
 * The content hashes of one file, in the order they came, 32 bytes each. Typed arrays throughout: a million hashes take
 * about 45 MB, where a Set of texts takes three times that.
 */
export class ContentSet {
  private bytes = new Uint8Array(1024 * HASH_BYTES);
  private slots = new Uint32Array(4096).fill(NOTHING);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Adds a hash; false where it is there already. */
  add(hash: Uint8Array): boolean {
    const slot = this.slotOf(hash);
    if (this.slots[slot] !== NOTHING) return false;
    if ((this.count + 1) * HASH_BYTES > this.bytes.length) this.growBytes();
    this.bytes.set(hash, this.count * HASH_BYTES);
    this.slots[slot] = this.count;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.growSlots();
    return true;
  }

  at(index: number): Uint8Array {
    return this.bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }

  /** Indices in the order of the hashes. */
  sorted(): Uint32Array {
    return Uint32Array.from({ length: this.count }, (_, index) => index).sort((a, b) =>
      Buffer.compare(this.at(a), this.at(b)),
    );
  }

  /** Where the hash is, or the free slot where it belongs. Hashes are random already, so their first bytes spread them. */
  private slotOf(hash: Uint8Array): number {
    const mask = this.slots.length - 1;
    const start = new DataView(hash.buffer, hash.byteOffset).getUint32(0);
    for (let slot = start & mask; ; slot = (slot + 1) & mask) {
      const index = this.slots[slot] ?? NOTHING;
      if (index === NOTHING || Buffer.compare(this.at(index), hash) === 0) return slot;
    }
  }

  private growBytes(): void {
    const grown = new Uint8Array(this.bytes.length * 2);
    grown.set(this.bytes);
    this.bytes = grown;
  }

  private growSlots(): void {
    this.slots = new Uint32Array(this.slots.length * 2).fill(NOTHING);
    for (let index = 0; index < this.count; index += 1) this.slots[this.slotOf(this.at(index))] = index;
  }
}
