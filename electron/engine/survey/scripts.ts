/** Scripts that are used for one language, nearly always. Han is Chinese unless there are kana. */
const RANGES: readonly (readonly [language: string, first: number, last: number])[] = [
  ['el', 0x0370, 0x03ff],
  ['hy', 0x0530, 0x058f],
  ['he', 0x0590, 0x05ff],
  ['bn', 0x0980, 0x09ff],
  ['pa', 0x0a00, 0x0a7f],
  ['gu', 0x0a80, 0x0aff],
  ['or', 0x0b00, 0x0b7f],
  ['ta', 0x0b80, 0x0bff],
  ['te', 0x0c00, 0x0c7f],
  ['kn', 0x0c80, 0x0cff],
  ['ml', 0x0d00, 0x0d7f],
  ['th', 0x0e00, 0x0e7f],
  ['lo', 0x0e80, 0x0eff],
  ['ka', 0x10a0, 0x10ff],
  ['am', 0x1200, 0x139f],
  ['ja', 0x3040, 0x30ff],
  ['zh', 0x3400, 0x9fff],
  ['ko', 0xac00, 0xd7a3],
];
const LANGUAGES = RANGES.map(([language]) => language);
const JAPANESE = LANGUAGES.indexOf('ja');
const CHINESE = LANGUAGES.indexOf('zh');

/** For each code unit 1 + the place of its language above; 0 for all others. */
const SCRIPT = new Uint8Array(0x10000);
RANGES.forEach(([, first, last], index) => {
  SCRIPT.fill(index + 1, first, last + 1);
});

const FEWEST = 4;
/** Of the letters beyond Latin-1 this share has to be of one such script, and of all characters that. */
const SHARE_OF_TEXT = 0.25;
/** This share of kana among Han makes it Japanese. */
const KANA = 0.1;

const counts = new Uint32Array(LANGUAGES.length);

/** The language of a text by its script, up to `limit` code units; null where the script is used for many. */
export function languageOfScript(text: string, limit: number): string | null {
  const end = Math.min(limit, text.length);
  let found = false;
  for (let i = 0; i < end; i++) {
    const script = SCRIPT[text.charCodeAt(i)] ?? 0;
    if (script === 0) continue;
    if (!found) counts.fill(0);
    found = true;
    counts[script - 1] = (counts[script - 1] ?? 0) + 1;
  }
  return found ? most(end) : null;
}

function most(characters: number): string | null {
  const kana = counts[JAPANESE] ?? 0;
  const han = counts[CHINESE] ?? 0;
  if (kana >= (kana + han) * KANA && kana > 0) {
    counts[JAPANESE] = kana + han;
    counts[CHINESE] = 0;
  }
  const best = counts.reduce((top, n, index) => (n > (counts[top] ?? 0) ? index : top), 0);
  const n = counts[best] ?? 0;
  return n >= FEWEST && n >= characters * SHARE_OF_TEXT ? (LANGUAGES[best] ?? null) : null;
}
