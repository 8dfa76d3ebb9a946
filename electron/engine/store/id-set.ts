import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A set of row ids, one bit for each id up to the highest: a million ids take some hundred kilobytes at most. */
export class IdSet {
  private readonly bits: Uint8Array;

  private constructor(bits: Uint8Array) {
    this.bits = bits;
  }

  static of(ids: ArrayLike<number>): IdSet {
    let highest = 0;
    for (let i = 0; i < ids.length; i++) highest = Math.max(highest, ids[i] ?? 0);
    const bits = new Uint8Array((highest >> 3) + 1);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7));
    }
    return new IdSet(bits);
  }

  static unpacked(packed: Buffer): IdSet {
    return new IdSet(inflateRawSync(packed));
  }

  packed(): Buffer {
    return deflateRawSync(this.bits);
  }

  has(id: number): boolean {
    return ((this.bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }

  get size(): number {
    let count = 0;
    for (const byte of this.bits) for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1;
    return count;
  }
}
