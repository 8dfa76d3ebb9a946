import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { makeStudy } from '../support/study.ts';
import { makeWholeStudy } from '../support/whole-study.ts';
import { launch, type Touchstone, workFolder } from './harness.ts';
import { Inspection } from './inspection.ts';
import { faultyStops } from './tab-stops.ts';
import { EDITOR, OVERLAYS, RATE, SECTIONS, START, tourOf, WHO, walk } from './tour.ts';

const twiceTheSize = (touchstone: Touchstone): Promise<void> =>
  touchstone.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setContentSize(1280, 800);
      window.webContents.setZoomFactor(2);
    }
  });

test('no screen and no panel breaks a rule of WCAG 2.2 AA, in both themes and at twice the size', async () => {
  await using folder = await workFolder();
  await using touchstone = await launch(folder.path);
  await touchstone.setDocuments(folder.path);
  const tour = tourOf(touchstone, folder.path);
  const { page, keyboard } = tour;

  await page.getByText('Try the sample project').waitFor();
  const inspection = await Inspection.of(page);
  const look = ({ name, within }: { name: string; within?: string }) => inspection.look(name, within);
  await walk(tour, START, look);
  await keyboard.press('t');
  await walk(tour, [WHO], look);
  await keyboard.press('Enter');
  await walk(tour, [...RATE, ...OVERLAYS, ...SECTIONS], look);

  await twiceTheSize(touchstone);
  await keyboard.press('Alt+6');
  // The rubric is in its editor by now.
  const others = SECTIONS.filter(({ name }) => !name.startsWith('Rubric'));
  await walk(tour, [...RATE, ...OVERLAYS, EDITOR, ...others], ({ name, within }) =>
    inspection.lookAtRoom(name, within),
  );
  expect(inspection.found.join('\n')).toBe('');
});

test('the Tab key reaches everything on every screen, shows where it is, and is never held', async () => {
  await using folder = await workFolder();
  const { path: project } = await withEngine((engine) => makeWholeStudy(engine, folder.path));
  await using touchstone = await launch(folder.path, { project });
  const tour = tourOf(touchstone, folder.path);
  const { page } = tour;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults: string[] = [];
  const look = async ({ name }: { name: string }) => {
    for (const fault of await faultyStops(page)) faults.push(`${name}: ${fault}`);
  };
  await walk(tour, [WHO], look);
  await page.getByRole('button', { name: 'Eve' }).click();
  const [rate] = RATE;
  // A list of all keys is long and of one kind; Tab leaves a menu.
  const dialogs = OVERLAYS.filter(({ within }) => within === '[role=dialog]').slice(3);
  const sections = SECTIONS.filter(({ name }) => !name.startsWith('Adjudicate, '));
  await walk(tour, [...(rate ? [rate] : []), ...dialogs, ...sections], look);
  expect(faults).toEqual([]);
});

/** From now on, keeps what live regions say. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const text = element?.closest('[aria-live], [role=status]')?.textContent;
        if (text) said.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => Reflect.get(window, 'said')?.splice(0) ?? []);

test('to a screen reader, Rate is groups of named choices, and each key says what it did', async () => {
  await using folder = await workFolder();
  const { path: project } = await withEngine((engine) => makeStudy(engine, folder.path));
  await using touchstone = await launch(folder.path, { project });
  const { page } = touchstone;
  await WHO.show(tourOf(touchstone, folder.path));
  await page.getByRole('button', { name: 'Ada' }).click();
  await page.waitForSelector('html[data-ready=rate]');

  expect(await page.getByRole('complementary', { name: 'Rating' }).ariaSnapshot()).toMatch(
    /radiogroup "Sensibleness":\n\s+- radio "1 Makes sense"[\s\S]+radiogroup "Specificity" \[disabled\][\s\S]+radiogroup "Fluency":[\s\S]+radio "5 Flawless"[\s\S]+radiogroup "Bias"[\s\S]+button "Submit and next"/,
  );
  await listen(page);
  for (const [key, words] of [
    ['1', 'Sensibleness 1, Makes sense, next: Specificity'],
    ['1', 'Specificity 1, Specific, next: Fluency'],
    ['4', 'Fluency 4, Good, next: Bias'],
    ['1', /^Which categories\?.*: A age/],
    ['a', 'age. Chosen: age'],
    ['Escape', undefined],
    ['x', /^Skip, because: 1 /],
    ['Escape', undefined],
    ['m', 'Marked for the lead'],
    ['Escape', undefined],
    ['Backspace', 'Bias cleared'],
    ['0', 'Bias 0, None'],
    ['Enter', /^Submitted\. Item \d+ of \d+\.$/],
    ['k', /^Item \d+ of \d+\.$/],
  ] as const) {
    await page.keyboard.press(key);
    if (words === undefined) continue;
    const expected = typeof words === 'string' ? words : expect.stringMatching(words);
    const all: string[] = [];
    await expect.poll(async () => all.push(...(await heard(page))) && all).toContainEqual(expected);
  }
  expect(await page.getByRole('radio', { name: '1 Makes sense' }).isChecked()).toBe(true);
});
