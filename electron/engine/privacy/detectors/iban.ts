import { iban97 } from '../checks.ts';
import { type Candidate, type Detector, STRENGTH } from '../scanned.ts';
import { SIGNAL } from '../signals.ts';

/** Length of an IBAN by country (ISO 13616 registry). */
const LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 ' +
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 ' +
    'MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 ' +
    'UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const HEADS = /(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?=[ -]?[A-Za-z0-9])/g;

/** Bank accounts by IBAN: a country of the registry, its length, and the check digits. */
export const iban: Detector = {
  name: 'iban',
  needs: SIGNAL.digits,
  find({ text }) {
    const found: Candidate[] = [];
    for (const { index } of text.matchAll(HEADS)) {
      const length = LENGTHS.get(text.slice(index, index + 2).toUpperCase());
      const read = length === undefined ? null : compactFrom(text, index, length);
      if (read && iban97(read.compact))
        found.push({ kind: 'iban', start: index, end: read.end, strength: STRENGTH.certain });
    }
    return found;
  },
};

/** So many letters and digits from a place, single spaces or dashes between them; null where the text has no such number there. */
function compactFrom(text: string, start: number, length: number): { compact: string; end: number } | null {
  let compact = '';
  let index = start;
  while (compact.length < length) {
    const character = text[index] ?? '';
    if (/[A-Za-z0-9]/.test(character)) compact += character;
    else if (!(character === ' ' || character === '-') || !/[A-Za-z0-9]/.test(text[index - 1] ?? ''))
      return null;
    index++;
  }
  return /[A-Za-z0-9]/.test(text[index] ?? '') ? null : { compact: compact.toUpperCase(), end: index };
}
