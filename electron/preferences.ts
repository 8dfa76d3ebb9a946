import { join } from 'node:path';
import { type Preferences, preferences } from '../shared/contract/window.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

/** What may be changed: fields left out stay as they are. */
export type PreferencesChange = { [Field in keyof Preferences]?: Preferences[Field] | undefined };

/** The user's settings on this machine, in `preferences.json`. */
export class PreferencesFile {
  readonly #path: string;
  #current: Preferences;

  constructor(folder: string) {
    this.#path = join(folder, 'preferences.json');
    this.#current = readJsonFile(this.#path, preferences);
  }

  get current(): Preferences {
    return this.#current;
  }

  /** Takes in a change, and stores it where the disk allows. What is kept by project is added to, so that one project's entry never costs another its own. */
  remember(change: PreferencesChange): Preferences {
    const { theme, textSize, people, screens } = this.#current;
    this.#current = {
      theme: change.theme ?? theme,
      textSize: change.textSize ?? textSize,
      people: { ...people, ...change.people },
      screens: { ...screens, ...change.screens },
    };
    writeJsonFile(this.#path, this.#current);
    return this.#current;
  }
}
