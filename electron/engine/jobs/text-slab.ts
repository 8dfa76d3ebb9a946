const FIRST_BYTES = 64 * 1024;
/** Most bytes of UTF-8 that a UTF-16 code unit takes. */
const BYTES_A_UNIT = 3;
/** A text longer than this is measured before room is made for it. */
const SHORT = 64 * 1024;

/** Texts as UTF-8, one after another, in one stretch of memory that is used again and again. */
export class TextSlab {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private used = 0;

  /** Adds a text; gives back its length in bytes. */
  add(text: string): number {
    const room = text.length < SHORT ? text.length * BYTES_A_UNIT : Buffer.byteLength(text);
    if (this.used + room > this.bytes.length) this.grow(this.used + room);
    const length = this.bytes.write(text, this.used, 'utf8');
    this.used += length;
    return length;
  }

  /** A copy of all texts since the last time. */
  take(): Uint8Array<ArrayBuffer> {
    const texts = new Uint8Array(this.bytes.subarray(0, this.used));
    this.used = 0;
    return texts;
  }

  private grow(size: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(size, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.used);
    this.bytes = grown;
  }
}
