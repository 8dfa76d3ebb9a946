import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { makeStudy } from '../support/study.ts';
import { launch, readProject, type Touchstone, workFolder } from './harness.ts';

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** A small disk of its own, gone with the scope; null where it cannot be made, which takes root on Linux. */
function smallDisk(folder: string, mount: (at: string) => void): ({ path: string } & Disposable) | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const path = join(folder, 'disk');
  mkdirSync(path);
  try {
    mount(path);
  } catch {
    return null;
  }
  return { path, [Symbol.dispose]: () => void run('umount', '--lazy', path) };
}

const inMemory = (at: string): void => void run('mount', '-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', at);

/** A file with a file system in it: one that can be told that its disk has failed. */
function inFile(at: string): void {
  const image = `${at}.img`;
  writeFileSync(image, Buffer.alloc(24 * 1024 * 1024));
  run('mkfs.ext4', '-q', image);
  run('mount', '-o', 'loop', image, at);
}

const CAN_MOUNT = process.platform === 'linux' && process.getuid?.() === 0;

async function sitDown(folder: string, project: string): Promise<Touchstone> {
  const touchstone = await launch(folder, { project });
  await touchstone.page.waitForSelector('html[data-ready=rate], h1');
  if (await touchstone.page.getByText('Who is at the desk?').isVisible()) await touchstone.press('1');
  await touchstone.page.waitForSelector('html[data-ready=rate]');
  return touchstone;
}

const state = (page: Page) => page.locator('header [data-state]').getAttribute('data-state');
const chosen = (page: Page) => page.getByRole('radio', { checked: true }).count();
const fluency = (project: string): number[] => {
  using db = readProject(project);
  return db
    .prepare<[], { value: number }>(
      `SELECT json_extract(body, '$.values.fluency') AS value FROM rating
       WHERE json_extract(body, '$.values.fluency') IS NOT NULL ORDER BY last_event`,
    )
    .all()
    .map(({ value }) => value);
};

/** Writes to a file until its disk has no page left, whatever else is written there meanwhile. */
function fill(path: string): void {
  const page = Buffer.alloc(4096);
  try {
    for (;;) appendFileSync(path, page);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

describe.skipIf(!CAN_MOUNT)('in the middle of rating (needs root on Linux, for a disk of its own)', () => {
  test('a full disk: says so, shows nothing as saved that is not, and goes on when there is space', async () => {
    await using folder = await workFolder();
    using disk = smallDisk(folder.path, inMemory);
    if (!disk) return;
    const filler = join(disk.path, 'filler');
    const { path: project } = await withEngine((engine) => makeStudy(engine, disk.path));
    await using touchstone = await sitDown(folder.path, project);
    const { page } = touchstone;
    await touchstone.press('1', '1', '3', '0', 'Enter', 'f', '2');
    await expect.poll(() => state(page)).toBe('saved');

    fill(filler);
    // What fits into the log that is there already is still stored; a long text does not.
    await touchstone.press('c');
    await page.keyboard.insertText('why '.repeat(30_000));
    await touchstone.press('Escape', 's', '1', '1');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/on item 2 not saved\..*no space left.*Free some space/);
    expect(await state(page)).toBe('lost');
    expect(await chosen(page), 'the item shows what is stored').toBe(1);
    expect(fluency(project)).toEqual([3, 2]);

    rmSync(filler);
    await page.getByRole('button', { name: 'Save again' }).click();
    await expect.poll(() => state(page)).toBe('saved');
    expect(await alert.count()).toBe(0);
    await expect.poll(() => chosen(page)).toBe(3);
    await touchstone.press('f', '5', '0', 'Enter');
    await expect.poll(() => state(page)).toBe('saved');
    expect(fluency(project)).toEqual([3, 5]);
    await expect.poll(() => page.locator('header').getByText('3 of').count()).toBe(1);
  });

  test('a disk that turns read-only: says so, shows nothing as saved that is not, and asks before it is left', async () => {
    await using folder = await workFolder();
    using disk = smallDisk(folder.path, inFile);
    if (!disk) return;
    const { path: project } = await withEngine((engine) => makeStudy(engine, disk.path));
    await using touchstone = await sitDown(folder.path, project);
    const { page } = touchstone;
    await touchstone.press('1', '1', '3', '0', 'Enter');
    await expect.poll(() => state(page)).toBe('saved');

    run('mount', '-o', 'remount,abort', disk.path);
    await touchstone.press('f', '4');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/1 entry on item 2 not saved\..*cannot be written to/);
    expect(await state(page)).toBe('lost');
    expect(await chosen(page)).toBe(0);
    await touchstone.press('1');
    await expect.poll(() => page.locator('header [data-state=lost]').textContent()).toBe('2 not saved');
    expect(fluency(project)).toEqual([3]);

    void touchstone.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await page.getByText('Leave without saving?').waitFor();
    await page.getByRole('button', { name: 'Leave without them' }).click();
  });
});
