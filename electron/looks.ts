import { app, nativeTheme } from 'electron';
import type { Preferences } from '../shared/contract/preferences.ts';
import { mainLanguage, speak } from './words.ts';

/** What the system draws of the window, and what its menu and dialogs say, follows the settings that hold now. */
export function looksLike(preferences: Preferences): Preferences {
  nativeTheme.themeSource = preferences.theme;
  speak(mainLanguage(preferences.language, app.getPreferredSystemLanguages()));
  return preferences;
}
