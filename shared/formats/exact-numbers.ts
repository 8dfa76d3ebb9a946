/** A whole number of so many digits may not fit a double. Written out, since it is then looked for sixteen characters at a time. */
const SIXTEEN_DIGITS = /\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d/;
/** Nor one with such an exponent. */
const LARGE_EXPONENT = /\d[eE][+\d]\d\d/;
const NUMBER = /-?\d[\d.eE+-]*/g;

/** True where the JSON text may hold a number that JavaScript cannot hold exactly. */
export const mayHoldLargeNumbers = (json: string): boolean =>
  SIXTEEN_DIGITS.test(json) || LARGE_EXPONENT.test(json);

/**
 * The same JSON with its numbers that a double cannot hold (whole numbers beyond 2^53, 1e400) written as text: an id of
 * nineteen digits must not become another one.
 */
export function withExactNumbers(json: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < json.length; ) {
    const quote = json.indexOf('"', at);
    const outside = quote === -1 ? json.length : quote;
    pieces.push(json.slice(at, outside).replace(NUMBER, exact));
    at = quote === -1 ? json.length : endOfText(json, quote);
    pieces.push(json.slice(outside, at));
  }
  return pieces.join('');
}

/** Where the text that begins at this quote ends, its closing quote included. */
function endOfText(json: string, quote: number): number {
  for (let end = json.indexOf('"', quote + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  return json.length;
}

function exact(number: string): string {
  const value = Number(number);
  const fits = /^-?\d+$/.test(number) ? Number.isSafeInteger(value) : Number.isFinite(value);
  return fits ? number : `"${number}"`;
}
