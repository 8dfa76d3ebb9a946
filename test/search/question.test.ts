import { describe, expect, test } from 'vitest';
import { excerptOf, marksIn } from '../../shared/search/excerpt.ts';
import { holds, readQuestion, type TextQuestion } from '../../shared/search/question.ts';
import { fold, indexedText } from '../../shared/search/words.ts';
import { fc } from '../support/property.ts';

function asked(text: string): TextQuestion {
  const question = readQuestion(text);
  if (!question) throw new Error(`nothing is asked by ${text}`);
  return question;
}

const finds = (text: string, ...texts: string[]): boolean => holds(asked(text), texts);

describe('words that were typed', () => {
  test('all occur somewhere in the conversation, in any message and order', () => {
    expect(finds('parcel refund ', 'Where is my refund?', 'The parcel is here.')).toBe(true);
    expect(finds('parcel refund ', 'Where is my refund?')).toBe(false);
  });

  test('are whole words, but the last, which may still be unfinished', () => {
    expect(finds('ref', 'a refund')).toBe(true);
    expect(finds('ref ', 'a refund')).toBe(false);
    expect(finds('ref parcel', 'a refund, a parcel')).toBe(false);
    expect(finds('fund', 'a refund')).toBe(false);
  });

  test('a single letter is a word, not the beginning of nearly all', () => {
    expect(finds('r', 'a refund')).toBe(false);
    expect(finds('r', 'the R language')).toBe(true);
  });

  test('do not mind case, nor the marks of Latin letters, however they are written', () => {
    expect(finds('CAFE', 'Im Café')).toBe(true);
    expect(finds('café ', 'cafe\u0301!')).toBe(true);
    expect(finds('Grosse', 'Größe')).toBe(false);
    expect(finds('grösse ', 'GRÖSSE')).toBe(true);
  });

  test('in quotes follow one another in one message, whatever stands between them', () => {
    expect(finds('"order number"', 'The order\n number, please.')).toBe(true);
    expect(finds('"order number"', 'order', 'number')).toBe(false);
    expect(finds('"order number"', 'the number of the order')).toBe(false);
    expect(finds('"order num', 'order number')).toBe(false);
  });

  test('joined by signs are taken together', () => {
    expect(finds('e-mail', 'my e-mail')).toBe(true);
    expect(finds('e-mai', 'my e-mail')).toBe(true);
    expect(finds('e-mail', 'mail me at e')).toBe(false);
  });

  test('of scripts without spaces are found anywhere', () => {
    expect(finds('退款', '我要退款了')).toBe(true);
    expect(finds('款退', '我要退款了')).toBe(false);
    expect(finds('了', '我要退款了')).toBe(true);
    expect(finds('處理', 'データを処理する')).toBe(false);
    expect(finds('データ', 'このデータを処理する')).toBe(true);
    expect(finds('iPhone手机', '买了iPhone手机')).toBe(true);
    expect(finds('भाषा', 'हिन्दी भाषा')).toBe(true);
  });

  test('of nothing but signs ask for nothing', () => {
    expect(readQuestion('  ')).toBeNull();
    expect(readQuestion('"…" -- ?!')).toBeNull();
  });

  test('are read, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, other) => {
        const question = readQuestion(text);
        if (question) expect(typeof holds(question, [other])).toBe('boolean');
      }),
    );
  });

  test('a text holds its own words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        for (const word of text.replaceAll('"', ' ').split(/\s+/u)) {
          const question = readQuestion(`${word} `);
          if (question) expect(holds(question, [text.replaceAll('"', ' ')]), word).toBe(true);
        }
      }),
    );
  });
});

test('a run is indexed in overlapping pairs, so that every sign begins a term', () => {
  expect(indexedText('我要退款 now')).toBe(' 我要 要退 退款 款  now');
  expect(indexedText('plain')).toBe('plain');
});

describe('an excerpt', () => {
  test('shows the words around the first match, and where the matches are', () => {
    const text = `${'Before it there is much to be said. '.repeat(20)}Then the REFUND came.${' And after.'.repeat(40)}`;
    const excerpt = excerptOf(asked('refund'), text);
    expect(excerpt?.text.length).toBeLessThanOrEqual(160);
    expect(excerpt?.marks.map(([start, end]) => excerpt.text.slice(start, end))).toEqual(['REFUND']);
  });

  test('marks what was written, with its marks and signs', () => {
    const text = 'İ ﬁ Un café, des CAFE\u0301S et l’e-mail 退款';
    const marked = (question: string) => marksIn(asked(question), text).map(([a, b]) => text.slice(a, b));
    expect(marked('cafe ')).toEqual(['café']);
    expect(marked('cafe')).toEqual(['café', 'CAFE\u0301']);
    expect(marked('e-mail 退')).toEqual(['e-mail', '退']);
  });

  test('is there just where the text matches', () => {
    const words = fc.constantFrom('refund', 'Café', 'order', '退款', 'naïve', 'x', '…');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), words, (texts, word) => {
        const question = readQuestion(`${word} `);
        if (!question) return;
        const text = texts.join(' ');
        expect(excerptOf(question, text) !== null).toBe(holds(question, [text]));
      }),
    );
  });
});

test('folding leaves out what does not count', () => {
  expect(fold('Ärger ÉTÉ İstanbul')).toBe('arger ete istanbul');
});
