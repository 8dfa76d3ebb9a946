import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { environment, workFolder } from './harness.ts';
import { PackagedProgram, packagedBinary, runPackaged } from './packaged-program.ts';

const Recents = z.object({ projects: z.tuple([z.object({ path: z.string() })]) });
const Verification = z.object({ ok: z.boolean() });

const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

/** The command line must work where there is no screen. */
function withoutDisplay(env: Record<string, string>): Record<string, string> {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...rest } = env;
  return rest;
}

test('the packaged program: sample project, one rating, quit; the rating is there', async () => {
  await using folder = await workFolder();
  const userData = join(folder.path, 'user-data');
  await mkdir(userData);
  const env = environment({ HOME: folder.path, TOUCHSTONE_USER_DATA: userData });

  using first = await PackagedProgram.start([], env);
  await first.page.getByRole('button', { name: 'Try the sample project' }).click();
  await first.page.getByRole('button', { name: 'Guest' }).click();
  const done = first.page.getByRole('progressbar', { name: 'Done' });
  await expect.poll(() => done.getAttribute('aria-valuenow')).toBe('0');
  for (const key of ['1', '1', '5', '0', 'Enter']) await first.page.keyboard.press(key);
  await expect.poll(() => done.getAttribute('aria-valuenow')).toBe('1');
  await first.page.getByText(/^saved \d/).waitFor();
  expect(await first.quit()).toBe(0);

  const [{ path }] = Recents.parse(
    JSON.parse(await readFile(join(userData, 'recents.json'), 'utf8')),
  ).projects;
  const verified = await runPackaged(['verify', path, '--json'], withoutDisplay(env));
  expect(verified.status).toBe(0);
  expect(Verification.parse(JSON.parse(verified.stdout)).ok).toBe(true);

  using second = await PackagedProgram.start([path], env);
  await second.page.getByText('2 of 40', { exact: true }).waitFor();
  await second.page.keyboard.press('k');
  await second.page.getByText('1 of 40', { exact: true }).waitFor();
  const chosen = (dimension: string) => second.page.locator(`input[name="${dimension}"]:checked`).count();
  for (const dimension of ['sensibleness', 'specificity', 'fluency', 'bias']) {
    await expect.poll(() => chosen(dimension)).toBe(1);
  }
  expect(await second.quit()).toBe(0);
});

test('the packaged program runs its own code only', async () => {
  const fuses = await getCurrentFuseWire(packagedBinary());
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
  });
});
