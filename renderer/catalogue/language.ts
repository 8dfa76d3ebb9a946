import { create } from 'zustand';

/** The languages the window speaks; a text area is complete in each, or does not compile. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

/** What a user can choose: a language, or the system's where the window speaks it. */
export type LanguageChoice = Language | 'system';

const isLanguage = (name: string): name is Language => Object.hasOwn(LANGUAGES, name);

/** The language for a choice; English where the system's is not spoken. */
export function languageFor(choice: LanguageChoice, system: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of system) {
    const primary = tag.split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}

/** The language spoken now. */
export const useLanguage = create<{ language: Language }>(() => ({ language: 'en' }));
