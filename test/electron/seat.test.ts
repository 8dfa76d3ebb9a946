import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PreferencesFile } from '../../electron/preferences.ts';
import { ProfilesFile } from '../../electron/profiles.ts';
import { RaterGuard } from '../../electron/rater-guard.ts';
import { Seat } from '../../electron/seat.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-seat-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The desk of a program that was just started. */
const started = () => new Seat(new PreferencesFile(folder), new ProfilesFile(folder));

async function locked(name: string): Promise<Seat> {
  const seat = started();
  await seat.enter(name, undefined);
  await seat.setPin(name, undefined, '4471');
  seat.leave();
  return seat;
}

describe('who sits down', () => {
  test('gets their own colours, keys and language back, at once', async () => {
    const seat = started();
    await seat.enter('Ada', undefined);
    seat.remember({ theme: 'dark', language: 'de', keys: { next: ['KeyL'] }, textSize: 22 });
    const ben = await seat.enter('Ben', undefined);
    expect(ben.keys).toEqual({});
    seat.remember({ theme: 'light', language: 'en', textSize: 16 });
    expect(await seat.enter('Ada', undefined)).toMatchObject({
      theme: 'dark',
      language: 'de',
      keys: { next: ['KeyL'] },
      textSize: 22,
    });
    expect(await started().enter('Ben', undefined)).toMatchObject({ theme: 'light', textSize: 16, keys: {} });
  });

  test('for the first time starts with what this machine had before there were profiles', async () => {
    const old = { theme: 'dark', textSize: 22, people: { one: 'Ada' }, screens: { one: 'rate' } };
    writeFileSync(join(folder, 'preferences.json'), JSON.stringify(old));
    expect(await started().enter('Ada', undefined)).toMatchObject(old);
  });

  test('finds where the work goes on by project, whoever was there', async () => {
    const seat = started();
    await seat.enter('Ada', undefined);
    seat.remember({ screens: { one: 'rate' } });
    const ben = await seat.enter('Ben', undefined);
    expect(ben.screens).toEqual({ one: 'rate' });
  });
});

describe('with nobody there', () => {
  test('the window looks as the last person left it, but their keys are their own', async () => {
    const seat = started();
    await seat.enter('Ada', undefined);
    seat.remember({ theme: 'dark', keys: { next: ['KeyL'] }, snippets: ['Off topic.'] });
    expect(seat.leave()).toMatchObject({ theme: 'dark', keys: {}, snippets: [] });
    expect(started().preferences).toMatchObject({ theme: 'dark', keys: {}, snippets: [] });
  });

  test('a change of the look is also that of who sat there last, so that it does not come undone', async () => {
    const seat = started();
    await seat.enter('Ada', undefined);
    seat.leave();
    seat.remember({ theme: 'dark' });
    expect(await seat.enter('Ada', undefined)).toMatchObject({ theme: 'dark' });
  });

  test('what a PIN keeps is changed by nobody else', async () => {
    const seat = await locked('Ada');
    seat.remember({ theme: 'dark', keys: { next: ['KeyL'] } });
    expect(await seat.enter('Ada', '4471')).toMatchObject({ theme: 'system', keys: {} });
  });
});

describe('in whose name calls are made', () => {
  test('is who entered, whatever the page says', async () => {
    const seat = started();
    expect(seat.actorFor(undefined)).toBeUndefined();
    expect(() => seat.actorFor('Ada')).toThrow('Ada is not at the desk.');
    await seat.enter('Ada', undefined);
    expect(seat.actorFor(undefined)).toBe('Ada');
    expect(seat.actorFor('Ada')).toBe('Ada');
    expect(() => seat.actorFor('Ben')).toThrow('Ben is not at the desk.');
  });

  test('is not somebody whose PIN was wrong', async () => {
    const seat = await locked('Ada');
    await seat.enter('Ben', undefined);
    await expect(seat.enter('Ada', '0000')).rejects.toMatchObject({ failure: { code: 'PIN_WRONG' } });
    expect(seat.name).toBe('Ben');
    expect(() => seat.actorFor('Ada')).toThrow();
  });

  test('is the same person after the page was loaded again, without the PIN once more', async () => {
    const seat = await locked('Ada');
    await seat.enter('Ada', '4471');
    await seat.enter('Ada', undefined);
    expect(seat.name).toBe('Ada');
    seat.leave();
    await expect(seat.enter('Ada', undefined)).rejects.toMatchObject({ failure: { code: 'PIN_NEEDED' } });
  });
});

describe('the queue of a person with a PIN', () => {
  const ADA = { id: 'a1', name: 'Ada' };
  const BEN = { id: 'b1', name: 'Ben' };
  const refused = { failure: { code: 'NOT_AT_DESK' } };

  async function guarded() {
    const seat = await locked('Ada');
    const guard = new RaterGuard({
      isBarred: (name) => seat.isBarred(name),
      summary: async () => ({ raters: [ADA, BEN] }),
    });
    return { seat, guard };
  }

  test('is not opened, undone or redone by anybody else', async () => {
    const { seat, guard } = await guarded();
    await seat.enter('Ben', undefined);
    for (const command of ['queue.open', 'rating.undo', 'rating.redo', 'place.keep', 'pace.since'] as const) {
      await expect(guard.check(command, { rater: ADA.id })).rejects.toMatchObject(refused);
      await guard.check(command, { rater: BEN.id });
    }
    await seat.enter('Ada', '4471');
    await guard.check('queue.open', { rater: ADA.id });
  });

  test('takes no rating by a showing that was seen while its rater was there', async () => {
    const { seat, guard } = await guarded();
    guard.learn({ rater: ADA.id }, { entries: [{ assignment: 's1' }] });
    guard.learn({ rater: BEN.id }, { entries: [{ assignment: 's2' }] });
    for (const command of ['rating.record', 'item.show', 'feedback.show'] as const) {
      await expect(guard.check(command, { assignment: 's1' })).rejects.toMatchObject(refused);
      await guard.check(command, { assignment: 's2' });
    }
    await seat.enter('Ada', '4471');
    await guard.check('rating.record', { assignment: 's1' });
  });

  test('takes none by a showing that no queue gave out', async () => {
    const { seat, guard } = await guarded();
    await expect(guard.check('rating.record', { assignment: 'guessed' })).rejects.toMatchObject(refused);
    await seat.setPin('Ada', '4471', null);
    await guard.check('rating.record', { assignment: 'guessed' });
  });

  test('keeps nothing else from anybody', async () => {
    const { guard } = await guarded();
    await guard.check('project.summary', {});
    await guard.check('agreement.report', {});
  });
});
