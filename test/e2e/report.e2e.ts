import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, RATERS, rate } from '../support/study.ts';
import { launch, type Touchstone, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

const ITEMS = 6;
/** Of three pairs one agrees on each answer. */
const FLUENCY = { Ada: 4, Ben: 4, Cyd: 5 };

/** Opens a page by itself in a window that runs scripts and may ask for anything; gives what it asked for, and how it looks. */
const opened = (touchstone: Touchstone, file: string) =>
  touchstone.app.evaluate(async ({ BrowserWindow, session }, path) => {
    const own = session.fromPartition('reader');
    const asked: string[] = [];
    own.webRequest.onBeforeRequest(({ url }, answer) => {
      asked.push(url);
      answer({ cancel: !url.startsWith('file:') });
    });
    const window = new BrowserWindow({
      show: false,
      width: 900,
      height: 1200,
      webPreferences: { session: own },
    });
    try {
      await window.loadFile(path);
      const picture = await window.webContents.capturePage();
      const read = await window.webContents.executeJavaScript(
        '({ text: document.body.innerText, scripts: document.scripts.length, plots: document.querySelectorAll("svg").length,' +
          ' wide: document.documentElement.scrollWidth > innerWidth })',
      );
      return { asked, read, png: picture.toPNG().toString('base64') };
    } finally {
      window.destroy();
    }
  }, file);

test('the report follows the ratings as they come in, and is saved as a page and as PDF', async () => {
  await using folder = await workFolder();
  const at = (name: string) => join(folder.path, name);
  const { study, last } = await withEngine(async (engine) => {
    const made = await makeStudy(engine, folder.path, { conversations: ITEMS, overlap: 3 });
    let newest = '';
    for (const name of RATERS) {
      for (const assignment of await queueOf(engine, idOf(made, name))) {
        await rate(engine, assignment, complete(FLUENCY[name]));
        newest = assignment;
      }
    }
    return { study: made, last: newest };
  });
  await using touchstone = await launch(folder.path, { project: study.path });
  const { page } = touchstone;
  const keyboard = new Keyboard(page);
  await page.getByText('Who is at the desk?').waitFor();
  await keyboard.press('1');
  await page.getByText('Who is at the desk?').waitFor({ state: 'hidden' });
  await keyboard.press('Alt+7');
  await page.getByRole('heading', { name: 'Agreement', level: 1 }).waitFor();
  const fluency = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Fluency' }) });
  await fluency.getByText('33 %').waitFor();
  await keyboard.push('Fluency');
  await page.getByRole('heading', { name: 'Raters', exact: true }).waitFor();

  // A rating is changed while the page is looked at; where the reader is stays.
  await page.getByRole('heading', { name: 'Consensus and models' }).scrollIntoViewIfNeeded();
  const scrolled = () => page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().top);
  const before = await scrolled();
  for (const action of complete(4))
    expect(await touchstone.call('rating.record', { assignment: last, action, activeMs: 900 })).toMatchObject(
      {
        ok: true,
      },
    );
  await fluency.getByText('44 %').waitFor();
  expect(await scrolled()).toBe(before);

  await touchstone.app.evaluate(({ session }, to) => {
    session.defaultSession.on('will-download', (_event, item) =>
      item.setSavePath(`${to}/${item.getFilename()}`),
    );
  }, folder.path);
  const plot = page.getByRole('figure', { name: 'Values given' });
  await plot.getByText('Numbers').click();
  for (const kind of ['SVG', 'PNG']) {
    await plot.getByRole('button', { name: `Save as ${kind}` }).click();
    await expect.poll(() => existsSync(at(`values-given.${kind.toLowerCase()}`))).toBe(true);
  }
  const drawing = readFileSync(at('values-given.svg'), 'utf8');
  expect(drawing).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(drawing).not.toMatch(/var\(|color-mix|class=/);
  expect(readFileSync(at('values-given.png')).subarray(1, 4).toString()).toBe('PNG');

  await keyboard.push('Save report…');
  await touchstone.answerSaveDialog(at('agreement.html'));
  await keyboard.push('Save as HTML…');
  await page.getByText('Written to agreement.html.').waitFor();
  await touchstone.answerSaveDialog(at('agreement.pdf'));
  await keyboard.push('Save as PDF…');
  await page.getByText('Written to agreement.pdf.').waitFor();

  const pdf = readFileSync(at('agreement.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);

  const html = readFileSync(at('agreement.html'), 'utf8');
  for (const name of RATERS) expect(html).not.toContain(name);
  const { asked, read, png } = await opened(touchstone, at('agreement.html'));
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
  expect(asked).toHaveLength(1);
  expect(read).toMatchObject({ scripts: 0, wide: false });
  expect(read.plots).toBeGreaterThan(10);
  expect(read.text).toContain('Krippendorff’s alpha');
  const picture = Buffer.from(png, 'base64');
  expect(picture.length).toBeGreaterThan(20_000);
});
