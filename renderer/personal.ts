import { type Language, languageFor, useLanguage } from './catalogue/language.ts';
import { applyKeys } from './keys/current.ts';
import type { AppState } from './store/state.ts';

interface Store {
  getState(): AppState;
  subscribe(listener: (now: AppState, before: AppState) => void): () => void;
}

type Wanted = Pick<AppState['preferences'], 'language' | 'keys' | 'hand'>;

/** Languages written from right to left. */
const FROM_RIGHT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

export const directionOf = (language: string): 'ltr' | 'rtl' => (FROM_RIGHT.has(language) ? 'rtl' : 'ltr');

function speak(language: Language): void {
  useLanguage.setState({ language });
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

/** Keeps keys and language as the settings have them, which change at once when somebody else sits down. */
export function followPreferences(store: Store): void {
  const follow = (wanted: Wanted, before: Wanted | null): void => {
    if (wanted.language !== before?.language) speak(languageFor(wanted.language, navigator.languages));
    if (wanted.keys !== before?.keys || wanted.hand !== before?.hand) applyKeys(wanted);
  };
  follow(store.getState().preferences, null);
  store.subscribe(({ preferences }, before) => {
    if (preferences !== before.preferences) follow(preferences, before.preferences);
  });
}
