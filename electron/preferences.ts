import { join } from 'node:path';
import { type Preferences, preferences } from '../shared/contract/preferences.ts';
import { fieldwise, readJsonFile, writeJsonFile } from './json-file.ts';

/** What may be changed: fields left out stay as they are. */
export type PreferencesChange = { [Field in keyof Preferences]?: Preferences[Field] | undefined };

/** Fields kept by project. They are added to, so that one project's entry never costs another its own. */
const BY_PROJECT = ['people', 'screens'] as const satisfies readonly (keyof Preferences)[];

/** A change without the fields that are left out. */
export const given = (change: PreferencesChange): PreferencesChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** The settings of this machine, in `preferences.json`: where the work goes on, and how the window looks while nobody is at the desk. */
export class PreferencesFile {
  readonly #path: string;
  #current: Preferences;

  constructor(folder: string) {
    this.#path = join(folder, 'preferences.json');
    this.#current = readJsonFile(this.#path, fieldwise(preferences));
  }

  get current(): Preferences {
    return this.#current;
  }

  /** Takes in a change, and stores it where the disk allows. */
  remember(change: PreferencesChange): Preferences {
    const current = this.#current;
    const kept = BY_PROJECT.map((field) => [field, { ...current[field], ...change[field] }]);
    const changed = preferences.parse({ ...current, ...given(change), ...Object.fromEntries(kept) });
    if (JSON.stringify(changed) === JSON.stringify(current)) return current;
    this.#current = changed;
    writeJsonFile(this.#path, changed);
    return changed;
  }
}
