import { expect, test } from 'vitest';
import { CHANNELS } from '../../electron/channels.ts';
import { withEngine } from '../support/engine.ts';
import { leaks, makeSecretStudy, SECRETS } from '../support/secret-study.ts';
import { launch, type Touchstone, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

/** From now on, keeps all that the main process answers the page or tells it, as text. */
async function listenIn({ app }: Touchstone): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow, ipcMain }, channel) => {
    const told: string[] = [];
    Reflect.set(globalThis, 'told', told);
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const answer: unknown = handlers instanceof Map ? handlers.get(channel) : undefined;
    if (!(handlers instanceof Map) || typeof answer !== 'function')
      throw new Error('this Electron keeps its handlers elsewhere');
    handlers.set(channel, async (...args: unknown[]) => {
      const result: unknown = await Reflect.apply(answer, undefined, args);
      told.push(JSON.stringify([args[1], result]));
      return result;
    });
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents);
      webContents.send = (name, ...args) => {
        told.push(JSON.stringify([name, args]));
        send(name, ...args);
      };
    }
  }, CHANNELS.call);
  return () => app.evaluate(() => Reflect.get(globalThis, 'told'));
}

test('nothing that reaches the window of a blind rater tells of models, sources, feedback, gold or what others said', async () => {
  await using folder = await workFolder();
  const { path } = await withEngine((engine) => makeSecretStudy(engine, folder.path));
  await using touchstone = await launch(folder.path, { project: path });
  const { page } = touchstone;
  const keyboard = new Keyboard(page);
  await page.getByText('Who is at the desk?').waitFor();
  const told = await listenIn(touchstone);
  await page.reload();
  await page.getByText('Who is at the desk?').waitFor();
  await touchstone.press('1');
  await page.waitForSelector('html[data-ready=rate]');
  const place = page.locator('header').getByText(/^\d+ of \d+$/);
  const items = Number((await place.textContent())?.split(' ').at(-1));
  for (let item = 1; item <= items; item += 1) {
    await page.waitForSelector('html[data-ready=rate]');
    await touchstone.press('1', '1', '4', '0', 'm', 'Escape', 'Enter');
  }
  await page.getByText(/^You are through/).waitFor();
  await touchstone.press('Control+z', 'Control+z', 'Shift+M', 'k', 'k');
  await keyboard.command('Guidelines');
  await touchstone.press('Escape');
  await expect
    .poll(() => page.locator('header [data-state]').first().getAttribute('data-state'))
    .toBe('saved');

  const all = await told();
  const commands = new Set(all.map((text) => JSON.parse(text)[0]));
  expect([...commands]).toEqual(
    expect.arrayContaining(['project.open', 'queue.open', 'item.show', 'rating.record', 'rating.undo']),
  );
  // Who may sit down is asked by name; of what they did, nothing is said.
  const { otherRater: _known, ...hidden } = SECRETS;
  const leaked = all.filter((text) => leaks(text).some((name) => name in hidden));
  expect(leaked).toEqual([]);
  expect(all.join('\n')).toContain('Answer 1.');
});
