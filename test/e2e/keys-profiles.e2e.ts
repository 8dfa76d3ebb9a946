import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOf } from '../support/database.ts';
import { withEngine } from '../support/engine.ts';
import { makeStudy } from '../support/study.ts';
import { launch, type Touchstone, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

const study = (folder: string) => withEngine((engine) => makeStudy(engine, folder));

const onRate = (touchstone: Touchstone) => touchstone.page.waitForSelector('html[data-ready=rate]');
const look = (touchstone: Touchstone) =>
  touchstone.page.evaluate(() => ({
    scheme: document.documentElement.dataset.mantineColorScheme,
    language: document.documentElement.lang,
  }));
const refused = { ok: false, error: { code: 'NOT_AT_DESK' } };

interface Sent {
  code: string;
  key: string;
  isComposing?: boolean;
  ctrlKey?: boolean;
  altKey?: boolean;
}

/** A press as another keyboard or an input method sends it. */
const send = (touchstone: Touchstone, sent: Sent): Promise<void> =>
  touchstone.page.evaluate(({ code, key, isComposing = false, ctrlKey = false, altKey = false }) => {
    const init = { code, key, isComposing, ctrlKey, altKey, bubbles: true, cancelable: true };
    window.dispatchEvent(new KeyboardEvent('keydown', init));
  }, sent);

async function setPin(keyboard: Keyboard, command: string, pin: string, said: string): Promise<void> {
  await keyboard.command(command);
  await keyboard.page.getByRole('dialog').getByText('PIN', { exact: false }).first().waitFor();
  await keyboard.page.locator('input[type=password]').first().waitFor();
  await keyboard.type(pin);
  await keyboard.press('Tab');
  await keyboard.type(pin);
  await keyboard.press('Enter');
  await keyboard.page.getByText(said).waitFor();
  await keyboard.press('Escape');
}

test('own keys are chosen by pressing them, what is in the way is said, and they hold at once', async () => {
  await using folder = await workFolder();
  const { path: project } = await study(folder.path);
  await using touchstone = await launch(folder.path, { project });
  const { page } = touchstone;
  const keyboard = new Keyboard(page);
  await page.getByText('Who is at the desk?').waitFor();
  // Letters are a name, wherever the focus is: whoever it names sits down, new here or not.
  await keyboard.type('Lea');
  await keyboard.press('Enter');
  await page.getByText('Nothing is assigned to Lea yet').waitFor();
  await keyboard.command('Change who is at the desk');
  await page.getByText('Who is at the desk?').waitFor();
  await keyboard.type('ada');
  await keyboard.press('Enter');
  await onRate(touchstone);

  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'All keys' }).waitFor();
  await keyboard.push('Change the keys…');
  await keyboard.fill('Find a key', 'skip, with');
  await keyboard.push('Skip, with a reason: change X');
  await keyboard.press('m');
  await page.getByText('M is “Mark for the lead” (Rate).').waitFor();
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Skip, with a reason: change M' }).waitFor();
  await keyboard.push('Skip, with a reason: change M');
  await keyboard.press('Alt+1');
  await page.getByText('Alt+1 is “Go to Import” (everywhere).').waitFor();
  await keyboard.push('Cancel');
  await keyboard.push('Skip, with a reason: change M');
  await keyboard.press('l');
  await page.getByText('Skip, with a reason: L').waitFor();
  await keyboard.press('Escape');

  await page
    .getByRole('button', { name: 'Skip', exact: true })
    .and(page.locator('[aria-keyshortcuts=L]'))
    .waitFor();
  await keyboard.press('l');
  await page.getByText('Skip, because', { exact: true }).waitFor();
  await keyboard.press('Escape');

  // Another keyboard types other signs on the same places; an input method and AltGr type texts.
  const place = () => page.evaluate(() => document.title + document.body.innerText.match(/\d+ of \d+/)?.[0]);
  const first = await place();
  await send(touchstone, { code: 'KeyJ', key: 'か', isComposing: true });
  await send(touchstone, { code: 'KeyJ', key: 'ĵ', ctrlKey: true, altKey: true });
  expect(await place()).toBe(first);
  await send(touchstone, { code: 'KeyJ', key: 'о' });
  await expect.poll(place).not.toBe(first);
  await send(touchstone, { code: 'KeyK', key: 'л' });
  await expect.poll(place).toBe(first);

  await keyboard.command('Change the keys');
  await keyboard.push('All as they were');
  // The radio itself is drawn by its label.
  const onHands = () => page.evaluate(() => document.activeElement?.getAttribute('value') === 'both');
  while (!(await onHands())) await keyboard.press('Tab');
  await keyboard.press('ArrowRight');
  await page.getByText('J K L give 1 2 3').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('m');
  await page.getByRole('radiogroup', { name: 'Sensibleness' }).locator('[data-checked=true]').waitFor();
});

test('a person’s PIN keeps their work and settings, which come with them at once; a restart forgets no wrong try', async () => {
  await using folder = await workFolder();
  const { path: project, raters } = await study(folder.path);
  const userData = join(folder.path, 'user-data');
  const ada = raters.Ada ?? '';
  {
    await using touchstone = await launch(folder.path, { project, userData });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.press('1');
    await onRate(touchstone);
    await keyboard.command('Colours: dark');
    await keyboard.command('Language: Deutsch');
    await expect.poll(() => look(touchstone)).toEqual({ scheme: 'dark', language: 'de' });
    await setPin(keyboard, 'PIN setzen', '4471', 'Ada hat jetzt eine PIN.');
    await keyboard.command('Platz an jemand');
    await page.getByText('Wer sitzt am Platz?').waitFor();

    await keyboard.press('2');
    await onRate(touchstone);
    await keyboard.command('Sprache: English');
    await keyboard.command('Colours: light');
    await expect.poll(() => look(touchstone)).toEqual({ scheme: 'light', language: 'en' });
    expect(await touchstone.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('light');

    expect(await touchstone.call('queue.open', { rater: ada })).toMatchObject(refused);
    expect(await touchstone.call('rating.undo', { rater: ada })).toMatchObject(refused);
    expect(await touchstone.call('audit.log', {}, { actor: 'Ada' })).toMatchObject(refused);
    expect(await touchstone.call('profile.enter', { name: 'Ada' })).toMatchObject({
      ok: false,
      error: { code: 'PIN_NEEDED' },
    });

    await keyboard.command('Change who is at the desk');
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.reach(page.getByRole('button', { name: 'Ada' }));
    await keyboard.press('Enter');
    await page.getByLabel('PIN of Ada').waitFor();
    await keyboard.type('1234');
    await keyboard.press('Enter');
    await page.getByText('That is not the PIN.').waitFor();
    await keyboard.type('4471');
    await keyboard.press('Enter');
    await onRate(touchstone);
    await expect.poll(() => look(touchstone)).toEqual({ scheme: 'dark', language: 'de' });
    expect(await touchstone.call('queue.open', { rater: ada })).toMatchObject({ ok: true });
    await keyboard.press('1');
    await page.getByText(/^(saved|gespeichert) \d/).waitFor();
  }
  expect(rowsOf(project, 'SELECT count(*) AS events FROM rating_event')).toEqual([{ events: 1 }]);

  await using touchstone = await launch(folder.path, { project, userData });
  const { page } = touchstone;
  const keyboard = new Keyboard(page);
  await page.getByLabel('PIN von Ada').waitFor();
  for (const pin of ['0000', '0001', '0002']) {
    await page.getByLabel('PIN von Ada').fill('');
    await keyboard.type(pin);
    await keyboard.press('Enter');
    await page.getByText('Das ist nicht die PIN.').waitFor();
  }
  await page.getByText(/Der nächste Versuch zählt in \d s/).waitFor();
  expect(await touchstone.call('profile.enter', { name: 'Ada', pin: '4471' })).toMatchObject({
    ok: false,
    error: { code: 'PIN_WAIT' },
  });
  expect(touchstone.said.join('')).not.toMatch(/4471|0000/);
});

test('the practice is done by keyboard in two minutes and leaves no trace in the project', async () => {
  await using folder = await workFolder();
  const { path: project } = await study(folder.path);
  await using touchstone = await launch(folder.path, { project });
  const { page } = touchstone;
  const keyboard = new Keyboard(page);
  await page.getByText('Who is at the desk?').waitFor();
  await keyboard.push('Practise the keys');
  await page.getByText('Step 1 of').waitFor();
  await keyboard.press('1', '1', '4', '0', 's', 'Backspace', 'Control+z', 'Enter');
  await keyboard.press('b', '2', 'a', 'Escape', 'ArrowRight');
  for (let word = 0; word < 5; word += 1) await keyboard.press('Shift+ArrowRight');
  await keyboard.press('h', 'c');
  await keyboard.type('old');
  await keyboard.press('Escape', 'm', 'j', 'k', 'j', 'x', '2', 'Control+z');
  await page.getByText('That is all it takes.').waitFor();
  await page.getByText('Every one was right.').waitFor();
  await keyboard.press('Enter');
  await page.getByText('Who is at the desk?').waitFor();
  expect(rowsOf(project, 'SELECT count(*) AS events FROM rating_event')).toEqual([{ events: 0 }]);
});
