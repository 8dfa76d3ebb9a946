/** Names that answers use; any other is left as it is written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  deg: '°',
  euro: '€',
  pound: '£',
  yen: '¥',
  times: '×',
  rarr: '→',
  larr: '←',
};

const NUMBER = /^&#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}));$/;

/** The character an entity such as `&amp;` or `&#8364;` stands for; null where none is known, or none can be shown. */
export function characterOf(entity: string): string | null {
  const number = NUMBER.exec(entity);
  if (!number) return NAMED[entity.slice(1, -1)] ?? null;
  const [, hexadecimal, decimal] = number;
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  const isShown =
    code >= 32 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000);
  return isShown ? String.fromCodePoint(code) : null;
}
