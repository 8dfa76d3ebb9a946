const NOTHING = 0;

/**
 * Tells whether a name may have been seen before: it never misses one, and is wrong about one in some thousands of a million. Four
 * bytes a name, where a Set of texts takes eighty.
 */
export class NameFilter {
  private slots = new Uint32Array(4096);
  private count = 0;

  /** Takes note of a name; true where it may have been seen. */
  add(name: string): boolean {
    const digest = digestOf(name);
    const slot = this.slotOf(digest);
    if (this.slots[slot] !== NOTHING) return true;
    this.slots[slot] = digest;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.grow();
    return false;
  }

  private slotOf(digest: number): number {
    const mask = this.slots.length - 1;
    for (let slot = digest & mask; ; slot = (slot + 1) & mask) {
      const other = this.slots[slot];
      if (other === NOTHING || other === digest) return slot;
    }
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Uint32Array(before.length * 2);
    for (const digest of before) if (digest !== NOTHING) this.slots[this.slotOf(digest)] = digest;
  }
}

/** FNV-1a over code units, spread once more since names often differ in their last digits only; never 0. */
function digestOf(name: string): number {
  let digest = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1)
    digest = Math.imul(digest ^ name.charCodeAt(index), 0x01000193);
  digest = Math.imul(digest ^ (digest >>> 15), 0x2c1b3c6d);
  digest ^= digest >>> 13;
  return digest >>> 0 || 1;
}
