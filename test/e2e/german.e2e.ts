import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { makeStudy } from '../support/study.ts';
import { launch, type Touchstone, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

/** What the menu is headed by. */
const menu = (touchstone: Touchstone): Promise<string[]> =>
  touchstone.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

const language = (touchstone: Touchstone): Promise<string> =>
  touchstone.page.evaluate(() => document.documentElement.lang);

test('a German window: an answer is rated by keyboard, and the palette turns it English without a restart', async () => {
  await using folder = await workFolder();
  const { path: project } = await withEngine((engine) => makeStudy(engine, folder.path));
  const userData = join(folder.path, 'user-data');
  await mkdir(userData);
  await writeFile(join(userData, 'preferences.json'), JSON.stringify({ language: 'de' }));
  await using touchstone = await launch(folder.path, { project, userData });
  const { page } = touchstone;
  const keyboard = new Keyboard(page);

  await page.getByText('Wer sitzt am Platz?').waitFor();
  expect(await language(touchstone)).toBe('de');
  expect(await menu(touchstone)).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Hilfe']);
  await keyboard.press('1');
  await page.waitForSelector('html[data-ready=rate]');
  await page.getByText('1 von 8', { exact: true }).waitFor();

  await keyboard.press('1', '1', '4');
  await page.getByText('weiter: Bias').waitFor({ state: 'attached' });
  await keyboard.press('0');
  await page.getByText(/^gespeichert \d\d:\d\d:\d\d$/).waitFor();
  await keyboard.press('Enter');
  await page.getByText('2 von 8', { exact: true }).waitFor();
  await keyboard.press('m');
  await page.getByText('Für die Leitung markiert').first().waitFor({ state: 'attached' });
  await keyboard.press('Escape');

  await keyboard.press('Alt+9');
  await page.getByRole('heading', { name: 'Export', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Ordner wählen…' }).waitFor();

  // Its English name finds a command in a German window too.
  await keyboard.command('language: english');
  await page.getByRole('button', { name: 'Choose a folder…' }).waitFor();
  expect(await language(touchstone)).toBe('en');
  await expect.poll(() => menu(touchstone)).toEqual(['File', 'Edit', 'View', 'Help']);
  await keyboard.press('Alt+6');
  await page.getByText('2 of 8', { exact: true }).waitFor();
  await page.getByText('Submit and next').waitFor();
});
