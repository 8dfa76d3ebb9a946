const FNV_PRIME = 0x01000193;

/** Scripts written without blanks, and Hangul, whose particles stand at words of other scripts: each character counts as a word. */
const UNSPACED: readonly (readonly [first: number, last: number])[] = [
  [0x0e00, 0x0eff], // Thai, Lao
  [0x1000, 0x109f], // Myanmar
  [0x1780, 0x17ff], // Khmer
  [0x2e80, 0x9fff], // Han, kana, Bopomofo
  [0xac00, 0xd7a3], // Hangul
  [0xf900, 0xfaff],
  [0xff66, 0xff9f],
];
const UNSPACED_FROM = UNSPACED[0]?.[0] ?? 0;

const isWordCharacter = /[\p{L}\p{M}\p{N}]/u;

/** For each UTF-16 code unit its lower case, or 0 for what stands between words. */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (!isWordCharacter.test(character)) return 0;
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
});

const ALONE = new Uint8Array(0x10000);
for (const [first, last] of UNSPACED) ALONE.fill(1, first, last + 1);

/** 32 bits of a word as {@link WordScan} gives them, whatever its case. */
export function wordHash(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ (FOLDED[word.charCodeAt(i)] ?? 0), FNV_PRIME);
  return hash >>> 0;
}

/**
 * The words of a text as hashes of 32 bits, in one pass over its characters. One scan serves all detectors; it is used again
 * and again, so that nothing is allocated for a text.
 */
export class WordScan {
  /** Hashes of the words; the first `count` are of the text scanned last. */
  words = new Uint32Array(4096);
  count = 0;
  /** 64 bits of the text as it stands, punctuation and case included. */
  textHash = 0;
  wordsHash = 0;

  /** Scans a text up to `limit` UTF-16 code units. */
  scan(text: string, limit = text.length): void {
    const end = Math.min(limit, text.length);
    if (this.words.length <= end) this.words = new Uint32Array(end * 2);
    const { words } = this;
    let count = 0;
    let word = 0;
    let hash = end;
    for (let i = 0; i < end; i++) {
      const code = text.charCodeAt(i);
      hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ code, 0x9e3779b1);
      const folded = FOLDED[code] ?? 0;
      if (folded !== 0 && (code < UNSPACED_FROM || ALONE[code] === 0)) {
        word = Math.imul(word ^ folded, FNV_PRIME);
        continue;
      }
      if (word !== 0) {
        words[count++] = word;
        word = 0;
      }
      if (folded !== 0) words[count++] = Math.imul(folded, FNV_PRIME);
    }
    if (word !== 0) words[count++] = word;
    this.count = count;
    this.textHash = hash >>> 0;
    this.wordsHash = hashOf(words, count);
  }
}

function hashOf(words: Uint32Array, count: number): number {
  let hash = count;
  for (let i = 0; i < count; i++)
    hash = Math.imul(((hash << 7) | (hash >>> 25)) ^ (words[i] ?? 0), 0x85ebca6b);
  return hash >>> 0;
}
