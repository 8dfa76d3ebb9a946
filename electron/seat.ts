import { Fault } from '../shared/contract/errors.ts';
import {
  type PersonalPreferences,
  type Preferences,
  personalPreferences,
} from '../shared/contract/preferences.ts';
import type { ProfileSummary } from '../shared/contract/profiles.ts';
import { given, type PreferencesChange, type PreferencesFile } from './preferences.ts';
import type { ProfilesFile } from './profiles.ts';

const DEFAULTS = personalPreferences.parse({});

/** What is nobody else's business: kept in the profile alone, while the look of the window stays as the last person left it. */
const OWN = [
  'hand',
  'keys',
  'commands',
  'snippets',
] as const satisfies readonly (keyof PersonalPreferences)[];

const without = (fields: object, taken: readonly string[]): PreferencesChange =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !taken.includes(field)));

const lookOf = (personal: object): PreferencesChange => without(personal, OWN);

const isPersonal = (field: string): boolean => Object.hasOwn(personalPreferences.shape, field);

const personalOf = (change: PreferencesChange): PreferencesChange =>
  Object.fromEntries(Object.entries(given(change)).filter(([field]) => isPersonal(field)));

/** Who is at the desk: the one person in whose name calls are made, and whose settings hold. */
export class Seat {
  readonly #machine: PreferencesFile;
  readonly #profiles: ProfilesFile;
  #name: string | null = null;

  constructor(machine: PreferencesFile, profiles: ProfilesFile) {
    this.#machine = machine;
    this.#profiles = profiles;
  }

  get name(): string | null {
    return this.#name;
  }

  /** The settings that hold now. */
  get preferences(): Preferences {
    const own = this.#name === null ? null : this.#profiles.preferencesOf(this.#name);
    return { ...this.#machine.current, ...(own ?? this.#nobodys()) };
  }

  people(): ProfileSummary[] {
    return this.#profiles.list();
  }

  /** Seats a person. Whoever sits there already, as after the page was loaded again, need not give the PIN twice. */
  async enter(name: string, pin: string | undefined): Promise<Preferences> {
    if (this.#name !== name) await this.#profiles.admit(name, pin);
    this.#profiles.seated(name, this.#nobodys());
    this.#name = name;
    this.#machine.remember(lookOf(this.#profiles.preferencesOf(name) ?? {}));
    return this.preferences;
  }

  leave(): Preferences {
    this.#name = null;
    return this.preferences;
  }

  /**
   * Keeps a change: what is personal in the profile of who sits there, the rest, and the look, for the machine. With nobody there, the
   * look is also that of who sat there last, unless a PIN keeps their profile.
   */
  remember(change: PreferencesChange): Preferences {
    const look = without(given(change), OWN);
    if (this.#name !== null) this.#keep(this.#name, personalOf(change));
    else if (this.#profiles.last !== null && !this.#profiles.hasPin(this.#profiles.last))
      this.#keep(this.#profiles.last, personalOf(look));
    this.#machine.remember(look);
    return this.preferences;
  }

  #keep(name: string, change: PreferencesChange): void {
    const before = this.#profiles.preferencesOf(name);
    if (before && Object.keys(change).length > 0)
      this.#profiles.remember(name, personalPreferences.parse({ ...before, ...change }));
  }

  async setPin(name: string, old: string | undefined, pin: string | null): Promise<ProfileSummary> {
    if (!this.#profiles.preferencesOf(name)) this.#profiles.remember(name, this.#nobodys());
    return await this.#profiles.setPin(name, old, pin);
  }

  /** True for a person whose PIN was not given: nothing is done in their name. */
  isBarred(name: string): boolean {
    return this.#name !== name && this.#profiles.hasPin(name);
  }

  /** In whose name a call is made: of who sits at the desk, whatever the page says. Throws `NOT_AT_DESK` for anybody else. */
  actorFor(claimed: string | undefined): string | undefined {
    if (claimed !== undefined && claimed !== this.#name)
      throw new Fault('NOT_AT_DESK', `${claimed} is not at the desk.`, { path: 'actor' });
    return this.#name ?? undefined;
  }

  /** The look of the machine, and nobody's keys. */
  #nobodys(): PersonalPreferences {
    const look = personalPreferences.parse(this.#machine.current);
    return { ...look, ...Object.fromEntries(OWN.map((field) => [field, DEFAULTS[field]])) };
  }
}
