const ALPHABETS = {
  alnum: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  lower: 'abcdefghijklmnopqrstuvwxyz0123456789',
  hex: '0123456789abcdef',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
} as const;

/** A key nobody has: the same each time, made here so that none stands in a file. */
export function fakeKey(length: number, alphabet: keyof typeof ALPHABETS = 'alnum', seed = 1): string {
  const characters = ALPHABETS[alphabet];
  let state = length * 1000 + seed;
  let key = '';
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    key += characters[Math.floor((state / 2 ** 32) * characters.length)];
  }
  return key;
}
