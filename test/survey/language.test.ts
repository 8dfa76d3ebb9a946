import { describe, expect, test } from 'vitest';
import { FunctionWords } from '../../electron/engine/survey/function-words.ts';
import { LanguageDetector } from '../../electron/engine/survey/language.ts';
import { WordScan } from '../../shared/survey/word-scan.ts';
import { answer, conversation, message, user } from './conversations.ts';
import { LANGUAGE_SET, NO_LANGUAGE } from './language-set.ts';

describe('the language of a short text', () => {
  const detector = new LanguageDetector();

  test('is told in more than thirty languages: the labelled set', () => {
    const wrong = LANGUAGE_SET.filter(([language, text]) => detector.ofTexts(text) !== language);
    expect(wrong).toEqual([]);
    expect(new Set(LANGUAGE_SET.map(([language]) => language)).size).toBeGreaterThanOrEqual(30);
  });

  test('is not told of numbers, addresses, code and single words', () => {
    expect(NO_LANGUAGE.map((text) => detector.ofTexts(text))).toEqual(NO_LANGUAGE.map(() => null));
  });

  test('is never told wrongly by small words alone', () => {
    const scan = new WordScan();
    const words = new FunctionWords();
    const wrong = LANGUAGE_SET.filter(([language, text]) => {
      words.start();
      scan.scan(text);
      words.add(scan);
      const told = words.decide();
      return told !== null && told !== language;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the language of a conversation', () => {
  const detector = new LanguageDetector();

  test('is that of the first words of the user and the assistant, whatever the system says', () => {
    const german = conversation([
      message('system', 'You are a helpful assistant of a shop. Answer in the language of the user.'),
      user('Hallo?'),
      answer('Guten Tag! Wie kann ich Ihnen mit Ihrer Bestellung helfen?'),
    ]);
    expect(detector.ofConversation(german)).toBe('de');
  });

  test('is not that of code', () => {
    expect(
      detector.ofConversation(conversation([user('```js\nconst the = of and to;\n```'), answer('ok')])),
    ).toBeNull();
  });

  test('is told without the library for most texts in a common language', () => {
    const before = detector.asked;
    for (const [language, text] of LANGUAGE_SET.slice(0, 25))
      expect(detector.ofConversation(conversation([user(text), answer(text)]))).toBe(language);
    expect(detector.asked - before).toBeLessThanOrEqual(3);
  });
});
