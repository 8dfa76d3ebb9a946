/** Characters that are made plain: digits of other scripts, full-width ASCII, spaces, dashes, and escapes inside JSON text. */
const UNPLAIN =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff01-\uff5e\u00a0\u3000\u2000-\u200b\u2010-\u2015\u2028\u2029\u202f]|\\[nrt"']/g;

/**
 * The same text with its digits, separators and at signs as ASCII, of the same length, so that offsets hold. `\n` and `\"` written as
 * two characters (in JSON kept as text) become two spaces and two quotes, or the `n` would look like part of the word after it.
 */
export const fold = (text: string): string => text.replace(UNPLAIN, plain);

function plain(found: string): string {
  if (found.length === 2) return found[1] === '"' || found[1] === "'" ? found[1].repeat(2) : '  ';
  const code = found.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x660 && code <= 0x96f) return String((code - zeroBefore(code)) % 10);
  return code >= 0x2010 && code <= 0x2015 ? '-' : ' ';
}

const zeroBefore = (code: number): number => (code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660);
