import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../shared/contract/errors.ts';
import { type PersonalPreferences, personalPreferences } from '../shared/contract/preferences.ts';
import type { ProfileSummary } from '../shared/contract/profiles.ts';
import { fieldwise, readJsonFile, replaceJsonFile, writeJsonFile } from './json-file.ts';
import { hashPin, isPin, retryAt, type StoredPin, storedPin, UNREADABLE_PIN } from './pin.ts';

interface Profile {
  name: string;
  pin: StoredPin | null;
  preferences: PersonalPreferences;
}

const personal = fieldwise(personalPreferences);

/** A profile whose settings are damaged keeps its PIN; one whose PIN is damaged stays shut. */
const stored = z.object({
  name: z.string().min(1),
  pin: storedPin.nullable().default(null).catch(UNREADABLE_PIN),
  preferences: z.unknown().transform((value) => personal.parse(value)),
});
const file = z.object({
  profiles: z.array(z.unknown()).default([]),
  /** Who sat down last. */
  last: z.string().nullable().default(null).catch(null),
});
type Contents = { profiles: Profile[]; last: string | null };

/** The people of this machine, in `profiles.json`: what each set for themselves, and the PIN of those who have one. */
export class ProfilesFile {
  readonly #path: string;
  readonly #now: () => Date;
  #profiles: Profile[];
  #last: string | null;
  /** Tries are heard one after the other, so that several at once are counted like several. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string, now: () => Date = () => new Date()) {
    this.#path = join(folder, 'profiles.json');
    this.#now = now;
    const { profiles, last } = readJsonFile(this.#path, file.catch({ profiles: [], last: null }));
    this.#last = last;
    this.#profiles = profiles.flatMap((entry) => stored.safeParse(entry).data ?? []);
    if (this.#profiles.length === 0 && existsSync(this.#path)) this.#setAside();
  }

  list(): ProfileSummary[] {
    return this.#profiles.map((profile) => this.#summary(profile));
  }

  /** What the person set for themselves, or null for a name without a profile. */
  preferencesOf(name: string): PersonalPreferences | null {
    return this.#find(name)?.preferences ?? null;
  }

  get last(): string | null {
    return this.#last;
  }

  /** Notes who sat down; makes the profile at need, with these settings. */
  seated(name: string, start: PersonalPreferences): void {
    if (this.#last === name && this.#find(name)) return;
    this.#last = name;
    this.remember(name, this.preferencesOf(name) ?? start);
  }

  hasPin(name: string): boolean {
    return (this.#find(name)?.pin ?? null) !== null;
  }

  /** Takes in what a person set; makes the profile at need. */
  remember(name: string, preferences: PersonalPreferences): void {
    const pin = this.#find(name)?.pin ?? null;
    writeJsonFile(this.#path, this.#with({ name, pin, preferences }));
  }

  /** Returns where the PIN is right, or there is none; else throws `PIN_NEEDED`, `PIN_WRONG` or `PIN_WAIT`. */
  admit(name: string, pin: string | undefined): Promise<void> {
    return this.#inTurn(() => this.#check(name, pin));
  }

  /** Sets, changes or removes a PIN; `old` is needed where there is one. */
  setPin(name: string, old: string | undefined, pin: string | null): Promise<ProfileSummary> {
    return this.#inTurn(async () => {
      await this.#check(name, old);
      const preferences = this.preferencesOf(name) ?? personalPreferences.parse({});
      const profile = { name, pin: pin === null ? null : await hashPin(pin), preferences };
      this.#store(profile);
      return this.#summary(profile);
    });
  }

  #inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(act);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #check(name: string, tried: string | undefined): Promise<void> {
    const pin = this.#find(name)?.pin ?? null;
    if (pin === null) return;
    if (tried === undefined || tried === '') throw new Fault('PIN_NEEDED', `${name} has a PIN.`);
    const now = this.#now();
    const until = retryAt(pin, now);
    if (until) {
      const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
      throw new Fault('PIN_WAIT', `Too many wrong tries. The next one is heard in ${seconds} s.`);
    }
    // Counted before it is looked at, so that a program ended in between does not make a try free.
    this.#note(name, { ...pin, failed: pin.failed + 1, triedAt: now.toISOString() });
    if (!(await isPin(tried, pin))) throw new Fault('PIN_WRONG', `That is not the PIN of ${name}.`);
    this.#note(name, { ...pin, failed: 0, triedAt: null });
  }

  #note(name: string, pin: StoredPin): void {
    const profile = this.#find(name);
    if (profile) writeJsonFile(this.#path, this.#with({ ...profile, pin }));
  }

  /** Stores a profile for certain: throws, and changes nothing, where the disk takes none. */
  #store(profile: Profile): void {
    const before = this.#profiles;
    try {
      replaceJsonFile(this.#path, this.#with(profile));
    } catch (error) {
      this.#profiles = before;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Fault('PROFILES_NOT_WRITTEN', `The profile was not changed: ${reason}`, { file: this.#path });
    }
  }

  /** The file with this profile in place of the one of its name. */
  #with(profile: Profile): Contents {
    const known = this.#find(profile.name) !== undefined;
    this.#profiles = known
      ? this.#profiles.map((one) => (one.name === profile.name ? profile : one))
      : [...this.#profiles, profile];
    return { profiles: this.#profiles, last: this.#last };
  }

  #find(name: string): Profile | undefined {
    return this.#profiles.find((profile) => profile.name === name);
  }

  #summary({ name, pin }: Profile): ProfileSummary {
    const at = pin === null ? null : retryAt(pin, this.#now());
    return { name, pin: pin !== null, retryAt: at?.toISOString() ?? null };
  }

  /** Keeps a file that cannot be read beside the one that will take its place. */
  #setAside(): void {
    try {
      renameSync(this.#path, `${this.#path}.damaged`);
    } catch {
      process.stderr.write(`not set aside: ${this.#path}\n`);
    }
  }
}
