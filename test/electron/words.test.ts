import { afterEach, describe, expect, it } from 'vitest';
import { MAIN_WORDS, mainLanguage, speak, whenSpokenAnew, words } from '../../electron/words.ts';

afterEach(() => {
  whenSpokenAnew(() => undefined);
  speak('en');
});

describe('the words of the menu and the dialogs', () => {
  it('follow the setting, or the first language of the system that is spoken, else English', () => {
    expect(mainLanguage('de', ['en-GB'])).toBe('de');
    expect(mainLanguage('system', ['de-AT', 'en'])).toBe('de');
    expect(mainLanguage('system', ['fr-FR', 'de'])).toBe('de');
    expect(mainLanguage('system', ['fr-FR'])).toBe('en');
  });

  it('change at once, and the menu is drawn again then and only then', () => {
    let drawn = 0;
    whenSpokenAnew(() => {
      drawn += 1;
    });
    speak('de');
    speak('de');
    expect(words().openProject).toBe('Projekt öffnen');
    expect(drawn).toBe(1);
  });

  it('are German in German', () => {
    const { en, de } = MAIN_WORDS;
    const same = Object.entries(en).filter(([name, word]) =>
      Object.entries(de).some(([n, w]) => n === name && w === word),
    );
    expect(same).toEqual([]);
  });
});
