import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeJsonFile } from '../../electron/json-file.ts';
import { PreferencesFile } from '../../electron/preferences.ts';
import { RecentsFile } from '../../electron/recents.ts';
import { preferences } from '../../shared/contract/preferences.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('preferences', () => {
  const fresh = preferences.parse({});

  test('start with the defaults', () => {
    expect(new PreferencesFile(folder).current).toEqual(fresh);
  });

  test('are there the next time, and leave no half-written file', () => {
    new PreferencesFile(folder).remember({ theme: 'dark', textSize: 20 });
    expect(new PreferencesFile(folder).current).toEqual({ ...fresh, theme: 'dark', textSize: 20 });
    expect(readdirSync(folder)).toEqual(['preferences.json']);
  });

  test('one project’s person does not cost another its own', () => {
    const file = new PreferencesFile(folder);
    file.remember({ people: { one: 'Ada' } });
    file.remember({ people: { two: 'Bo' } });
    expect(new PreferencesFile(folder).current.people).toEqual({ one: 'Ada', two: 'Bo' });
  });

  test('settings of an older version are taken over whole', () => {
    const old = { theme: 'dark', textSize: 22, people: { one: 'Ada' }, screens: { one: 'rate' } };
    writeFileSync(join(folder, 'preferences.json'), JSON.stringify(old));
    expect(new PreferencesFile(folder).current).toEqual({ ...fresh, ...old });
  });

  test('one setting that is not as it should be costs no other', () => {
    const odd = { theme: 'neon', textSize: 22, keys: ['KeyJ'], people: { one: 'Ada' } };
    writeFileSync(join(folder, 'preferences.json'), JSON.stringify(odd));
    expect(new PreferencesFile(folder).current).toEqual({ ...fresh, textSize: 22, people: { one: 'Ada' } });
  });

  test.each(['', '{"theme":', '{"theme":"neon"}', '[]', 'null', '7'])(
    'a damaged file (%j) means the defaults',
    (text) => {
      writeFileSync(join(folder, 'preferences.json'), text);
      expect(new PreferencesFile(folder).current).toEqual(fresh);
    },
  );
});

describe('recent projects', () => {
  const at = (minute: number) => () => new Date(Date.UTC(2026, 9, 3, 8, minute));

  test('the newest comes first, each once, with name and folder', () => {
    new RecentsFile(folder, at(0)).note('/work/one.touchstone', 'Refunds');
    new RecentsFile(folder, at(1)).note('/home/two.touchstone');
    new RecentsFile(folder, at(2)).note('/work/one.touchstone', 'Refunds 2');
    expect(new RecentsFile(folder).list()).toEqual([
      {
        path: '/work/one.touchstone',
        name: 'Refunds 2',
        folder: '/work',
        openedAt: '2026-10-03T08:02:00.000Z',
      },
      { path: '/home/two.touchstone', name: 'two', folder: '/home', openedAt: '2026-10-03T08:01:00.000Z' },
    ]);
  });

  test('a forgotten one is gone', () => {
    const recents = new RecentsFile(folder);
    recents.note('/a.touchstone');
    recents.note('/b.touchstone');
    recents.forget('/b.touchstone');
    expect(recents.list().map(({ path }) => path)).toEqual(['/a.touchstone']);
  });

  test('only the last dozen are kept', () => {
    const recents = new RecentsFile(folder);
    for (let number = 1; number <= 20; number += 1) recents.note(`/${number}.touchstone`);
    expect(recents.list().map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, index) => String(20 - index)),
    );
  });

  test('a damaged list is an empty list, and is mended by the next project', () => {
    writeFileSync(join(folder, 'recents.json'), 'not json');
    const recents = new RecentsFile(folder, at(0));
    expect(recents.list()).toEqual([]);
    recents.note('/a.touchstone');
    expect(JSON.parse(readFileSync(join(folder, 'recents.json'), 'utf8'))).toEqual({
      projects: [{ path: '/a.touchstone', name: 'a', openedAt: '2026-10-03T08:00:00.000Z' }],
    });
  });
});

describe('on a disk that takes nothing', () => {
  /** A folder that cannot be made, because a file has its name. */
  const barred = () => {
    writeFileSync(join(folder, 'barred'), '');
    return join(folder, 'barred');
  };
  const stderr = () => vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  afterEach(() => vi.restoreAllMocks());

  test('preferences hold until the program ends', () => {
    const said = stderr();
    const file = new PreferencesFile(barred());
    expect(file.remember({ theme: 'dark' }).theme).toBe('dark');
    expect(file.remember({ textSize: 20 })).toMatchObject({ theme: 'dark', textSize: 20 });
    expect(said).toHaveBeenCalledTimes(2);
  });

  test('recent projects are noted and forgotten until the program ends', () => {
    stderr();
    const recents = new RecentsFile(barred());
    recents.note('/a.touchstone');
    recents.note('/b.touchstone');
    recents.forget('/a.touchstone');
    expect(recents.list().map(({ path }) => path)).toEqual(['/b.touchstone']);
  });

  test('a write is told in one line with the file and the reason, and fails nothing', () => {
    const said = stderr();
    const path = join(barred(), 'window.json');
    writeJsonFile(path, { maximized: true });
    expect(said.mock.calls).toEqual([
      [expect.stringMatching(/^not written: [^\n]+window\.json: E[^\n]+\n$/)],
    ]);
  });
});
