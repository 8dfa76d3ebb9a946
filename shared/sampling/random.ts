/**
 * The one source of chance: seeded, integer-only, the same sequence on every machine and engine.
 *
 * Generator: sfc32, Chris Doty-Humphrey's "small fast counting" generator of PractRand 0.95 (128 bits of state, period
 * of at least 2^32, on average about 2^127), seeded from two hashes of the seed's text
 * through SplitMix32 and stepped twelve times before use. Not for secrets.
 */
export interface Random {
  /** The next 32 bits, 0 to 4294967295. */
  uint32(): number;
  /** A whole number from 0 to `bound` - 1, each equally likely (no modulo bias). `bound` is 1 to 2^32. */
  below(bound: number): number;
  /** A number in [0, 1) with 53 random bits. */
  unit(): number;
}

const TWO_32 = 4294967296;

/** MurmurHash3's 32-bit finaliser: every input bit reaches every output bit. */
function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a over the UTF-16 code units of the text from a starting value, finalised. */
function hashText(text: string, basis: number): number {
  let h = basis;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return mix(h);
}

/** SplitMix32: a counter in steps of the golden ratio, finalised. */
function splitMix(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state);
  };
}

/**
 * A generator for a seed. A number and its decimal text are the same seed (7 and "7"), so that a seed typed on a
 * command line and one kept in a project give the same draw.
 */
export function seededRandom(seed: number | string): Random {
  const text = String(seed);
  // Two hashes from different starting values: seeds would have to collide in both to give the same sequence.
  const first = splitMix(hashText(text, 0x811c9dc5));
  const second = splitMix(hashText(text, 0x9747b28c));
  // In a typed array: kept in variables of a closure, numbers above 2^31 would be boxed at every step.
  const state = Int32Array.of(first(), second(), first() ^ second(), 1);

  const uint32 = (): number => {
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const counter = state[3] ?? 0;
    const sum = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    state[3] = counter + 1;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) uint32();

  const below = (bound: number): number => {
    if (!Number.isInteger(bound) || bound < 1 || bound > TWO_32) {
      throw new RangeError(`bound must be a whole number from 1 to 2^32, not ${bound}`);
    }
    if (bound === 1) return 0;
    // As many bits as the bound needs; what falls outside is drawn again, so no result is favoured.
    const mask = 0xffffffff >>> Math.clz32(bound - 1);
    let drawn = (uint32() & mask) >>> 0;
    while (drawn >= bound) drawn = (uint32() & mask) >>> 0;
    return drawn;
  };

  const unit = (): number => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;

  return { uint32, below, unit };
}

/** The numbers 0 to `length` - 1 in random order (Fisher-Yates, every order equally likely). */
export function permutation(length: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let last = length - 1; last > 0; last--) {
    const chosen = random.below(last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[chosen] ?? 0;
    order[chosen] = kept;
  }
  return order;
}

/** A copy of the items in random order; the items themselves are left as they are. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return Array.from(permutation(items.length, random)).flatMap((i) => items.slice(i, i + 1));
}
