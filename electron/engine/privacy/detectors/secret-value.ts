/** Shannon entropy of a text's characters, in bits each. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** True for what stands in for a value: templates, stars, "your key here", a variable. */
export const isStandIn = (value: string): boolean =>
  /^(?:[<{$%[(*]|\.{3}|…|x{3,}$|X{3,}$|•)|^[A-Z][A-Z_]{3,}$/.test(value) ||
  /^(?:your|example|sample|dummy|placeholder|changeme|redacted|insert|enter|replace|process|os|env|config|settings|request|req|getenv|none|null|nil|true|false|undefined|string|str|var|self|this|args|secrets|vault)(?:[^a-z0-9]|$)/i.test(
    value,
  ) ||
  /\*{3}|x{6}|<[a-z]|\.{3}|here$|_here|-here/i.test(value);

/** True for what a machine made: letters and digits mixed, and hardly a character twice. */
export const looksRandom = (value: string): boolean =>
  value.length >= 16 &&
  /\d/.test(value) &&
  /[A-Za-z]/.test(value) &&
  entropy(value) >= 3.2 &&
  !isStandIn(value);

/** True for what a person may have chosen as a password: letters with digits or signs, and no piece of code. */
export function looksLikePassword(value: string): boolean {
  if (value.length < 6 || isStandIn(value) || /^[\d.,:%/-]+$/.test(value)) return false;
  if (/^[A-Za-z_]\w*(?:(?:\.|::|->)[A-Za-z_]\w*)+$/.test(value)) return false;
  if (/^[A-Za-z][\w]*[([{]/.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  return kinds >= 2 && (/\d/.test(value) || /[!@#$%^&*?~+=€£§]/.test(value));
}
