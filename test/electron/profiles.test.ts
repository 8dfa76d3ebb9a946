import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ProfilesFile } from '../../electron/profiles.ts';
import { personalPreferences } from '../../shared/contract/preferences.ts';

const START = Date.UTC(2026, 9, 5, 8);
const settings = personalPreferences.parse({});

let folder: string;
let time: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-profiles-'));
  time = START;
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => new ProfilesFile(folder, () => new Date(time));
const path = () => join(folder, 'profiles.json');
const text = () => readFileSync(path(), 'utf8');

/** Ada with the PIN 4471. */
async function withPin(): Promise<ProfilesFile> {
  const profiles = open();
  profiles.seated('Ada', settings);
  await profiles.setPin('Ada', undefined, '4471');
  return profiles;
}

const tried = (profiles: ProfilesFile, pin: string | undefined) =>
  profiles.admit('Ada', pin).then(
    () => 'admitted',
    ({ failure }) => failure.code,
  );

describe('a profile', () => {
  test('is there the next time, with what was set', () => {
    const profiles = open();
    profiles.seated('Ada', settings);
    profiles.remember('Ada', { ...settings, theme: 'dark', keys: { next: ['KeyL'] } });
    expect(open().preferencesOf('Ada')).toMatchObject({ theme: 'dark', keys: { next: ['KeyL'] } });
    expect(open().last).toBe('Ada');
    expect(open().list()).toEqual([{ name: 'Ada', pin: false, retryAt: null }]);
    expect(readdirSync(folder)).toEqual(['profiles.json']);
  });

  test('without a PIN lets anybody in', async () => {
    expect(await tried(open(), undefined)).toBe('admitted');
  });

  test('with one setting damaged keeps the others, and its PIN', async () => {
    await withPin();
    writeFileSync(path(), text().replace('"theme": "system"', '"theme": "neon"').replace('18', '24'));
    expect(open().preferencesOf('Ada')).toMatchObject({ theme: 'system', textSize: 24 });
    expect(await tried(open(), undefined)).toBe('PIN_NEEDED');
  });

  test('of a file that cannot be read is set aside, not written over', () => {
    writeFileSync(path(), '{"profiles": [{"name":');
    const profiles = open();
    expect(profiles.list()).toEqual([]);
    profiles.seated('Ben', settings);
    expect(readFileSync(`${path()}.damaged`, 'utf8')).toBe('{"profiles": [{"name":');
    expect(
      open()
        .list()
        .map(({ name }) => name),
    ).toEqual(['Ben']);
  });
});

describe('a PIN', () => {
  test('stands nowhere but as a salted scrypt hash of at least 2^15', async () => {
    await withPin();
    const stored = JSON.parse(text()).profiles[0].pin;
    expect(stored).toMatchObject({ N: expect.any(Number), r: 8, failed: 0 });
    expect(stored.N).toBeGreaterThanOrEqual(2 ** 15);
    expect(Buffer.from(stored.salt, 'base64')).toHaveLength(16);
    expect(text()).not.toContain('4471');
    const again = open();
    await again.setPin('Ada', '4471', '4471');
    expect(JSON.parse(text()).profiles[0].pin.hash).not.toBe(stored.hash);
  });

  test('is needed, and only the right one opens', async () => {
    await withPin();
    const profiles = open();
    expect(await tried(profiles, undefined)).toBe('PIN_NEEDED');
    expect(await tried(profiles, '4472')).toBe('PIN_WRONG');
    expect(await tried(profiles, '4471')).toBe('admitted');
    expect(profiles.list()).toEqual([{ name: 'Ada', pin: true, retryAt: null }]);
  });

  test('is changed and removed only with the old one', async () => {
    const profiles = await withPin();
    const change = (old: string | undefined, pin: string | null) =>
      profiles.setPin('Ada', old, pin).then(
        ({ pin: has }) => has,
        ({ failure }) => failure.code,
      );
    expect(await change(undefined, '9999')).toBe('PIN_NEEDED');
    expect(await change('0000', null)).toBe('PIN_WRONG');
    expect(await change('4471', '9999')).toBe(true);
    expect(await tried(profiles, '4471')).toBe('PIN_WRONG');
    expect(await change('9999', null)).toBe(false);
    expect(await tried(profiles, undefined)).toBe('admitted');
  });

  test('is never in what goes wrong', async () => {
    const profiles = await withPin();
    const said = await profiles.admit('Ada', '8231').catch((error: unknown) => JSON.stringify(error) + error);
    expect(said).toContain('PIN_WRONG');
    expect(said).not.toMatch(/8231|4471/);
  });

  test('that was damaged in the file opens to nobody, until it is taken out of the file', async () => {
    await withPin();
    const file = JSON.parse(text());
    file.profiles[0].pin = { salt: 7 };
    writeFileSync(path(), JSON.stringify(file));
    expect(await tried(open(), '4471')).toBe('PIN_WRONG');
    file.profiles[0].pin = null;
    writeFileSync(path(), JSON.stringify(file));
    expect(await tried(open(), undefined)).toBe('admitted');
  });

  test('is not set where the disk takes nothing, and the file stays as it was', async () => {
    const profiles = await withPin();
    const before = text();
    mkdirSync(`${path()}.new`);
    await expect(profiles.setPin('Ada', '4471', '9999')).rejects.toMatchObject({
      failure: { code: 'PROFILES_NOT_WRITTEN' },
    });
    rmSync(`${path()}.new`, { recursive: true });
    expect(text()).toBe(before);
    expect(await tried(profiles, '4471')).toBe('admitted');
  });
});

describe('guessing', () => {
  /** Tries until a wait is asked for; gives how many tries were heard. */
  async function guess(profiles: ProfilesFile): Promise<number> {
    for (let tries = 0; tries < 20; tries += 1)
      if ((await tried(profiles, '0000')) === 'PIN_WAIT') return tries;
    return 20;
  }

  test('is slower with every wrong try', async () => {
    const profiles = await withPin();
    expect(await guess(profiles)).toBe(3);
    const waits: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const until = Date.parse(profiles.list()[0]?.retryAt ?? '');
      waits.push((until - time) / 1000);
      time = until - 1;
      expect(await tried(profiles, '4471')).toBe('PIN_WAIT');
      time = until;
      expect(await guess(profiles)).toBe(1);
    }
    expect(waits).toEqual([5, 15, 30, 60, 120, 300, 600, 900, 900]);
  });

  test('is as slow after the program was started again, and as it was once the right PIN was given', async () => {
    await guess(await withPin());
    const again = open();
    expect(await tried(again, '4471')).toBe('PIN_WAIT');
    time += 5000;
    expect(await tried(again, '4471')).toBe('admitted');
    expect(await guess(open())).toBe(3);
  });

  test('by many at once is counted like one after the other', async () => {
    const profiles = await withPin();
    const codes = await Promise.all(Array.from({ length: 8 }, () => tried(profiles, '0000')));
    expect(codes.filter((code) => code === 'PIN_WRONG')).toHaveLength(3);
    expect(codes.filter((code) => code === 'PIN_WAIT')).toHaveLength(5);
  });

  test('is counted before it is looked at', async () => {
    const profiles = await withPin();
    const trying = profiles.admit('Ada', '0000').catch(() => undefined);
    await vi.waitUntil(() => JSON.parse(text()).profiles[0].pin.failed === 1);
    await trying;
    expect(JSON.parse(text()).profiles[0].pin).toMatchObject({ failed: 1 });
  });

  test('is not held up longer by a clock that was set back', async () => {
    const profiles = await withPin();
    await guess(profiles);
    time -= 365 * 86_400_000;
    expect(profiles.list()[0]?.retryAt).toBe(new Date(time + 5000).toISOString());
  });
});
