/** A shorter record cannot hold so much that it matters. */
const SHORT = 4 * 1024 * 1024;
/** Most entries that one object or list may have, and a record in all of its. */
export const MAX_ENTRIES = 1_000_000;
export const MAX_VALUES = 5_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

const opens = (code: number): boolean => code === 0x7b || code === 0x5b;
const closes = (code: number): boolean => code === 0x7d || code === 0x5d;

/**
 * True where JSON text holds so many values that parsing it would take memory out of all proportion to its length: a text of 60 MB
 * can name ten million fields.
 */
export function isTooRich(json: string): boolean {
  if (json.length < SHORT) return false;
  const entries: number[] = [0];
  let values = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at);
    else if (opens(code)) entries.push(0);
    else if (closes(code)) entries.pop();
    else if (code === COMMA) {
      values += 1;
      const own = (entries.pop() ?? 0) + 1;
      if (own >= MAX_ENTRIES || values >= MAX_VALUES) return true;
      entries.push(own);
    }
  }
  return false;
}

/** The place of the quote that closes the text which begins at this one. */
function endOfText(json: string, from: number): number {
  for (let end = json.indexOf('"', from + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return json.length;
}
