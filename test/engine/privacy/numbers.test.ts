import { describe, expect, test } from 'vitest';
import { iban97, luhn, mod11and10, verhoeff } from '../../../electron/engine/privacy/checks.ts';
import { detect } from '../../../electron/engine/privacy/detect.ts';
import { nationalPart } from '../../../electron/engine/privacy/detectors/calling-codes.ts';
import { NUMERIC_IDS } from '../../../electron/engine/privacy/detectors/numeric-ids.ts';
import { numberWindows } from '../../../electron/engine/privacy/number-windows.ts';

describe('check digits', () => {
  test.each([
    ['Luhn', luhn, '79927398713'],
    ['Verhoeff', verhoeff, '2363'],
    ['ISO 7064 MOD 11,10', mod11and10, '794623'],
    ['ISO 13616', iban97, 'GB82WEST12345698765432'],
  ] as const)(
    '%s: the published example holds, and with another last digit it does not',
    (_name, check, example) => {
      expect(check(example)).toBe(true);
      const last = Number(example.slice(-1));
      for (let step = 1; step < 10; step++)
        expect(check(`${example.slice(0, -1)}${(last + step) % 10}`)).toBe(false);
    },
  );
});

/** Numbers from the public documentation of each id. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'GB NHS number': ['9434765870'],
  'DE Steuer-ID': ['36574261809', '86095742719', '47036892816', '65929970489'],
  'FR NIR': ['295109912611193'],
  'NL BSN': ['111222333', '123456782'],
  'BE national number': ['85073003328'],
  'CH AHV number': ['7569217076985'],
  'AT Sozialversicherungsnummer': ['1237010180'],
  'PL PESEL': ['44051401359', '02070803628'],
  'CZ SK rodné číslo': ['7103192745'],
  'RO CNP': ['1630615123457'],
  'BG EGN': ['7523169263'],
  'PT NIF': ['501964843'],
  'TR kimlik numarası': ['17291716060'],
  'RU SNILS': ['11223344595'],
  'RU ИНН': ['500100732259'],
  'SE personnummer': ['8112289874', '198112289874'],
  'NO fødselsnummer': ['15108695088'],
  'EE LT isikukood': ['36805280109'],
  'CA SIN': ['130692544'],
  'BR CPF': ['39053344705', '11144477735'],
  'CL RUT': ['125319092'],
  'AR CUIL': ['20055361682'],
  'IN Aadhaar': ['234123412346'],
  'JP My Number': ['123456789018'],
  'CN resident id': ['360426199101010071'],
  'IL teudat zehut': ['039337423'],
  'ZA identity number': ['7503305044089', '8001015009087'],
  'AU TFN': ['123456782'],
};

/** Ids without a check digit, or whose check digit is not the last. */
const UNCHECKED = [
  'DK CPR number',
  'US SSN and ITIN',
  'AR DNI, PE DNI, CO cédula',
  'KR resident number',
  'ID NIK',
  'AU Medicare number',
];

describe('national ids', () => {
  test('each has an example, or is told by its words and form', () => {
    expect(
      NUMERIC_IDS.map(({ name }) => name)
        .filter((name) => !(name in EXAMPLES))
        .sort(),
    ).toEqual(UNCHECKED.sort());
  });

  test.each(NUMERIC_IDS.filter(({ name }) => name in EXAMPLES).map((id) => [id.name, id] as const))(
    '%s: the examples hold, and with another last digit they do not',
    (name, id) => {
      for (const example of EXAMPLES[name] ?? []) {
        expect(id.lengths).toContain(example.length);
        expect(id.isValid(example)).toBe(true);
        const last = Number(example.slice(-1));
        expect(id.isValid(`${example.slice(0, -1)}${(last + 1) % 10}`)).toBe(false);
      }
    },
  );
});

/** A mobile number of each country, as its numbering plan writes them. */
const MOBILES = `
  AE +971 50 123 4567
  AR +54 9 11 2345 6789
  AT +43 664 123456
  AU +61 412 345 678
  BD +880 1812 345678
  BE +32 470 12 34 56
  BJ +229 01 95 12 34 56
  BR +55 11 96123 4567
  CG +242 06 123 4567
  CH +41 78 123 45 67
  CI +225 01 23 45 6789
  CL +56 2 2123 4567
  CN +86 131 2345 6789
  CO +57 321 1234567
  CZ +420 601 123 456
  DE +49 1512 3456789
  DK +45 34 41 23 45
  EG +20 100 123 4567
  ES +34 612 34 56 78
  ET +251 91 123 4567
  FI +358 41 2345678
  FO +298 211234
  FR +33 6 12 34 56 78
  GB +44 7400 123456
  GH +233 23 123 4567
  GR +30 691 234 5678
  HK +852 5123 4567
  HU +36 20 123 4567
  ID +62 812 345 678
  IE +353 85 012 3456
  IL +972 50 234 5678
  IN +91 81234 56789
  IR +98 912 345 6789
  IS +354 611 1234
  IT +39 312 345 6789
  JP +81 90 1234 5678
  KE +254 712 123456
  KR +82 10 2000 0000
  LU +352 628 123 456
  MA +212 650 123456
  MX +52 222 123 4567
  MY +60 12 345 6789
  NG +234 802 123 4567
  NL +31 6 12345678
  NO +47 40 61 23 45
  NZ +64 21 123 4567
  PE +51 912 345 678
  PH +63 905 123 4567
  PK +92 301 2345678
  PL +48 512 345 678
  PT +351 912 345 678
  QA +974 3312 3456
  RO +40 712 034 567
  RU +7 912 345 67 89
  SA +966 51 234 5678
  SE +46 70 123 45 67
  SG +65 8123 4567
  SH +290 51234
  TA +290 8999
  TH +66 81 234 5678
  TK +690 7290
  TR +90 501 234 56 78
  TW +886 912 345 678
  TZ +255 621 234 567
  UA +380 50 123 4567
  UG +256 712 345678
  US +1 201 555 0123
  UY +598 94 231 234
  VA +39 312 345 6789
  VE +58 412 1234567
  VN +84 912 345 678
  ZA +27 71 123 4567
  ZW +263 71 234 5678
`;

test.each(
  MOBILES.trim()
    .split('\n')
    .map((line) => [line.trim().slice(0, 2), line.trim().slice(3)] as const),
)('a mobile number of %s is found whole: %s', (_country, written) => {
  const text = `You can have it from ${written}, he wrote.`;
  expect(detect(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
    `phone ${written}`,
  ]);
});

test('the national part of a number is what comes after the calling code and a kept trunk 0', () => {
  expect(nationalPart('442079460958')).toBe('2079460958');
  expect(nationalPart('4402079460958')).toBe('2079460958');
  expect(nationalPart('390669821234')).toBe('0669821234');
  expect(nationalPart('14155552671')).toBe('4155552671');
  expect(nationalPart('1415555')).toBeNull();
  expect(nationalPart('999123456789')).toBeNull();
});

test('numbers are cut where they can begin and end, never inside what is written together', () => {
  const shapes = (text: string): string[] =>
    numberWindows(text).map(({ shape, start, end }) => `${shape} = ${text.slice(start, end)}`);
  expect(shapes('(415) 555-2671')).toEqual(['(3)3-4 = (415) 555-2671']);
  expect(shapes('550e8400-e29b-41d4-a716-446655440000')).toEqual([]);
  expect(shapes('x1234567 1234567y 1234567')).toEqual(['7 = 1234567']);
  expect(shapes('+44 (0)20 7946 0958')).toContain('+2(1)2 4 4 = +44 (0)20 7946 0958');
});
