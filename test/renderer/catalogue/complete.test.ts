import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Language, useLanguage } from '../../../renderer/catalogue/language.ts';

const FOLDER = join(import.meta.dirname, '../../../renderer/catalogue');
const HELPERS = ['area.ts', 'counts.ts', 'language.ts'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

interface Area {
  name: string;
  en: unknown;
  de: unknown;
}

/** The areas of a file, by the names they are exported under. */
async function areasOf(file: string): Promise<Area[]> {
  const module: unknown = await import(join(FOLDER, file));
  if (!isRecord(module)) return [];
  return Object.entries(module).flatMap(([name, value]) =>
    isRecord(value) && 'en' in value && 'de' in value ? [{ name, en: value.en, de: value.de }] : [],
  );
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !HELPERS.includes(file));
const byFile = await Promise.all(files.map(async (file) => ({ file, areas: await areasOf(file) })));
const areas = byFile.flatMap((one) => one.areas);

/** Areas that say nothing of their own in English, because it stands where the text comes from. */
const ENGLISH_ELSEWHERE = new Set(['errorText', 'keyNames', 'readingText', 'surveyReading']);
const whole = areas.filter(({ name }) => !ENGLISH_ELSEWHERE.has(name));
/** `surveyReading` is told whole reports, by a test of its own. */
const spoken = areas.filter(({ name }) => name !== 'surveyReading');

/** The texts of an area by the way to each; lists and objects are gone into. */
function textsOf(value: unknown, path: string): (readonly [string, unknown])[] {
  if (!isRecord(value)) return value === null ? [] : [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

/** What a text may be told; each function is given the first that it can make a sentence of. */
const GIVEN: readonly (readonly unknown[])[] = [
  [3, 4, 5, 6],
  ['a', 'b', 'c', 'd'],
  ['a', 3, 4, 5],
  [['a', 'b'], 'c', 'd'],
  [[3, 4], 3],
  [3, 'a', 'b'],
  ['a', 'b', 3, 4],
  ['a', 'b', ['c']],
  [true, 'a'],
  [3, [{ file: 'a', line: 4 }]],
  [{ rater: 'a', other: 'b', rubric: 'c' }],
];

/** What a text says, with something put in where it is a function; null where nothing fits. */
function said(text: unknown, language: Language): string | null {
  useLanguage.setState({ language });
  if (typeof text !== 'function') return typeof text === 'string' ? text : null;
  for (const given of GIVEN) {
    try {
      const words: unknown = text(...given);
      if (typeof words === 'string' && !/undefined|NaN|\[object/.test(words)) return words;
    } catch {
      // It takes something else.
    }
  }
  return null;
}

/** Where nothing is said on purpose: a change that bears on no value. */
const SAYS_NOTHING = new Set(['rubricText.weights.handling']);

/** Words that are the same in German, and why. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'German has the word': [
    'Code',
    'Dimension',
    'Export',
    'Filter',
    'Format',
    'Kappa',
    'Nominal',
    'Option',
    'Option 3',
    'Ordinal',
    'PIN',
    'PINs…',
    'PIN…',
    'Pause',
    'Person',
    'Plan',
    'Signal',
    'Start',
    'System',
    'Version 3',
    'nominal',
    'ordinal',
  ],
  'a name or a unit': ['IBAN', 'JSON', 'Parquet', 'SHA-256', 'UTF-8'],
  'a language is called what it calls itself': ['Deutsch', 'English'],
  'in a language that raters do not read': [
    'Ĉi-vespere ekzistas unu trajno al la marbordo, je la dudeka kaj kvin.',
  ],
  'as it is told': ['a'],
};
const SAME_WORDS = new Set(Object.values(SAME).flat());

/** Has words of its own, beside what was put in. */
const speaks = (words: string): boolean => /\p{L}{2,}/u.test(words) || SAME_WORDS.has(words);

afterEach(() => useLanguage.setState({ language: 'en' }));

describe('the catalogue', () => {
  it('has an area in every file', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(byFile.flatMap((one) => (one.areas.length === 0 ? [one.file] : []))).toEqual([]);
  });

  it.each(whole)('$name has the same texts in each language', ({ name, en, de }) => {
    const kinds = (part: unknown) => textsOf(part, name).map(([path, text]) => `${path}: ${typeof text}`);
    expect(kinds(de).toSorted()).toEqual(kinds(en).toSorted());
  });

  it.each(spoken)('$name says something with every text', ({ name, en, de }) => {
    const silent = (part: unknown, language: Language) =>
      textsOf(part, name).flatMap(([path, text]) =>
        said(text, language) || SAYS_NOTHING.has(path) ? [] : [`${language}: ${path}`],
      );
    expect([...silent(en, 'en'), ...silent(de, 'de')]).toEqual([]);
  });

  it.each(whole)('$name is German in German', ({ name, en, de }) => {
    const german = new Map(textsOf(de, name));
    const left = textsOf(en, name).flatMap(([path, text]) => {
      const words = said(text, 'en') ?? '';
      const isSame = speaks(words) && !SAME_WORDS.has(words) && words === said(german.get(path), 'de');
      return isSame ? [`${path}: ${words}`] : [];
    });
    expect(left).toEqual([]);
  });

  it('lists no word as the same that is not there', () => {
    const there = new Set(
      whole.flatMap(({ name, en }) => textsOf(en, name).map(([, text]) => said(text, 'en'))),
    );
    expect([...SAME_WORDS].filter((word) => !there.has(word))).toEqual([]);
  });

  it('quotes in German as German does', () => {
    const odd = areas.flatMap(({ name, de }) =>
      textsOf(de, name).flatMap(([path, text]) => {
        const words = said(text, 'de') ?? '';
        return /“[^”]*”/.test(words) ? [`${path}: ${words}`] : [];
      }),
    );
    expect(odd).toEqual([]);
  });
});
