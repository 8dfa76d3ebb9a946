import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { TestEngine } from '../support/engine.ts';
import { withEngine } from '../support/engine.ts';
import { writeLines, writeTranscripts } from '../support/transcripts.ts';
import { launch, readProject, type Touchstone, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

interface Work {
  conversations: number;
  calibration?: boolean;
  /** Conversations with a known answer, by their number. */
  gold?: number[];
}

/** A project in which Ada has work; gives its path. */
async function projectFor(
  folder: string,
  { conversations, calibration = false, gold = [] }: Work,
): Promise<string> {
  const path = join(folder, 'study.touchstone');
  await withEngine(async (engine: TestEngine) => {
    await engine.ask('project.create', { file: path });
    const file = writeTranscripts(join(folder, 'transcripts.jsonl'), conversations);
    await engine.ask('import.transcripts', { files: [file] });
    const { sample } = await engine.ask('sample.draw', { size: conversations, seed: 7 });
    const known = gold.map((n) => ({
      conversation: `c-${n}`,
      message: 2,
      rater: 'lead',
      values: { sensibleness: 1, specificity: 0, fluency: 5, bias: 0 },
    }));
    await engine.ask('assign.plan', {
      sample,
      raters: ['Ada'],
      overlap: 1,
      calibration,
      seed: 7,
      ...(known.length > 0 ? { gold: writeLines(join(folder, 'gold.jsonl'), known) } : {}),
    });
  });
  return path;
}

/** Starts the program with Ada at the desk, at her queue. */
async function sitDown(folder: string, project: string): Promise<Touchstone> {
  const touchstone = await launch(folder, { project });
  await touchstone.page.waitForSelector('html[data-ready=rate], h1');
  if (await touchstone.page.getByText('Who is at the desk?').isVisible()) await touchstone.press('1');
  await touchstone.page.waitForSelector('html[data-ready=rate]');
  return touchstone;
}

const saved = (page: Page) =>
  expect.poll(() => page.locator('header [data-state=saved]').textContent()).toContain('saved');
const place = (page: Page) => page.locator('header').getByText(/^\d+ of \d+$/);
const rateIt = (touchstone: Touchstone) => touchstone.press('1', '1', '4', '0', 'Enter');
const field = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active instanceof HTMLTextAreaElement
      ? { name: active.getAttribute('aria-label'), text: active.value, caret: active.selectionStart }
      : null;
  });

test('the window closed in the middle of a word: the next start shows the same item, the open field and the cursor', async () => {
  await using folder = await workFolder();
  const project = await projectFor(folder.path, { conversations: 6 });
  {
    await using touchstone = await sitDown(folder.path, project);
    await rateIt(touchstone);
    await touchstone.press('1', '1', '3', 'c');
    await touchstone.page.keyboard.type('Too vague, and not');
    for (let step = 0; step < 9; step += 1) await touchstone.press('ArrowLeft');
    await touchstone.page.keyboard.type(' by far');
  }
  await using touchstone = await sitDown(folder.path, project);
  await expect
    .poll(() => field(touchstone.page))
    .toEqual({
      name: 'Why',
      text: 'Too vague by far, and not',
      caret: 'Too vague by far'.length,
    });
  expect(await place(touchstone.page).textContent()).toBe('2 of 6');
  expect(await touchstone.page.getByRole('radio', { name: /3/, checked: true }).count()).toBe(1);

  // What undo takes is named before, and walks back over the text, the values, and the submit of the session before.
  const undo = touchstone.page.getByRole('button', { name: /^Undo/ });
  await touchstone.press('Escape');
  await expect.poll(() => undo.textContent()).toContain('Undo: rationale');
  for (let presses = 0; presses < 12; presses += 1) {
    if (/Fluency/.test((await undo.textContent()) ?? '')) break;
    await touchstone.press('Control+z');
    await sleep(60);
  }
  expect(await undo.textContent()).toContain('Undo: Fluency 3');
  for (const next of ['Specificity 1', 'Sensibleness 1', 'submit, item 1']) {
    await touchstone.press('Control+z');
    await expect.poll(() => undo.textContent()).toContain(`Undo: ${next}`);
  }
  await touchstone.press('Control+z');
  await expect.poll(() => place(touchstone.page).textContent()).toBe('1 of 6');
  await touchstone.press('Control+Shift+z');
  await expect.poll(() => touchstone.page.getByText('Brought back: submit').count()).toBeGreaterThan(0);
  await saved(touchstone.page);
});

test('a skip in the rater’s words, a mark that the lead answers, what comes back by key, and a pause', async () => {
  await using folder = await workFolder();
  const project = await projectFor(folder.path, { conversations: 4 });
  await using touchstone = await sitDown(folder.path, project);
  const { page } = touchstone;
  const keyboard = new Keyboard(page);

  await touchstone.press('x', '5');
  await page.keyboard.type('The audio is missing');
  await touchstone.press('Enter', 'm');
  await page.keyboard.type('Is this advice?');
  await touchstone.press('Escape', 'j', 'Shift+X');
  await expect.poll(() => place(page).textContent()).toBe('1 of 4');
  await touchstone.press('j', 'j');

  await keyboard.command('Answer what raters marked');
  await page.getByRole('dialog').getByText('Is this advice?').first().waitFor();
  await keyboard.fill('Your answer', 'Yes. Rate it as any other.');
  await keyboard.press('ControlOrMeta+Enter');
  await page.getByText(/answered today/).waitFor();
  await keyboard.press('Escape');
  await keyboard.command('Go to Sample');
  await keyboard.command('Go to Rate');
  await page.getByText('The lead has answered your question on item 2.').waitFor();
  await touchstone.press('Shift+M');
  await page.getByText('Yes. Rate it as any other.').waitFor();
  expect(await place(page).textContent()).toBe('2 of 4');
  await expect.poll(() => page.getByText('The lead has answered').count()).toBe(0);

  // Away: at the lock screen and in a pause no time is counted.
  const time = page.locator('header [title^="Active time"]');
  const stands = async () => {
    const before = await time.textContent();
    await sleep(1300);
    return (await time.textContent()) === before;
  };
  await touchstone.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await sleep(1100);
  expect(await stands()).toBe(true);
  await touchstone.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('unlock-screen'));
  expect(await stands()).toBe(false);
  await touchstone.press('Control+p');
  await page.getByRole('heading', { name: 'Paused' }).waitFor();
  await touchstone.press('1', '4', 'j');
  await sleep(1100);
  expect(await stands()).toBe(true);
  await touchstone.press('Enter');
  await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(0);
  await touchstone.press('1');
  await saved(page);

  using db = readProject(project);
  const skips = db.prepare("SELECT payload FROM rating_event WHERE kind = 'skip'").pluck().all();
  expect(skips).toEqual(['{"kind":"skip","reason":"other: The audio is missing"}']);
});

test('training shows the known answer right after the submit; a calibration round its agreed answers at the end', async () => {
  await using folder = await workFolder();
  const project = await projectFor(folder.path, { conversations: 3, calibration: true, gold: [1] });
  await using touchstone = await sitDown(folder.path, project);
  const { page } = touchstone;
  const keyboard = new Keyboard(page);
  await keyboard.command('Project settings');
  await keyboard.reach(page.getByRole('radio', { name: 'Say nothing' }));
  await keyboard.press('ArrowDown');
  await expect.poll(() => page.getByRole('radio', { name: 'Show the known answer' }).isChecked()).toBe(true);
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  for (let done = 0; done < 3; done += 1) {
    await page.waitForSelector('html[data-ready=rate]');
    const isGold = (await page.getByText('Answer 1: it is on its way.').count()) > 0;
    await rateIt(touchstone);
    if (!isGold) continue;
    await page.getByRole('heading', { name: 'The known answer' }).waitFor();
    const row = page.getByRole('row', { name: /Fluency/ });
    expect(await row.textContent()).toMatch(/4.*5.*differs/);
    await touchstone.press('3', 'Enter');
  }
  await page.getByRole('heading', { name: 'Calibration round: the agreed answers' }).waitFor();
  await expect.poll(() => page.getByRole('article').count()).toBe(3);
  await touchstone.press('Enter');
  await page.getByText('You are through: 3 of 3').waitFor();

  using db = readProject(project);
  const values = db.prepare("SELECT json_extract(body, '$.values.fluency') FROM rating").pluck().all();
  expect(values).toEqual([4, 4, 4]);
});

/** Keys a second, and for how long. */
const RATE = 60;
const SECONDS = 10;
const KEYS = ['1', '1', '4', '0', 'Enter'] as const;

test(`${RATE} keys a second for ${SECONDS} s: none is lost, none comes out of order`, async () => {
  await using folder = await workFolder();
  const items = (RATE * SECONDS) / KEYS.length;
  const project = await projectFor(folder.path, { conversations: items });
  await using touchstone = await sitDown(folder.path, project);
  const cdp = await touchstone.page.context().newCDPSession(touchstone.page);
  const dispatch = (key: (typeof KEYS)[number]) => {
    const isEnter = key === 'Enter';
    const event = {
      key,
      code: isEnter ? 'Enter' : `Digit${key}`,
      windowsVirtualKeyCode: isEnter ? 13 : key.charCodeAt(0),
      ...(isEnter ? { text: '\r' } : { text: key }),
    };
    return [
      cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
    ];
  };
  const sent: Promise<unknown>[] = [];
  const from = performance.now();
  for (let count = 0; count < RATE * SECONDS; count += 1) {
    const due = from + (count * 1000) / RATE;
    if (due > performance.now()) await sleep(due - performance.now());
    sent.push(...dispatch(KEYS[count % KEYS.length] ?? 'Enter'));
  }
  await Promise.all(sent);
  await touchstone.page.getByText(`You are through: ${items} of ${items}`).waitFor();
  await saved(touchstone.page);

  using db = readProject(project);
  const events = db
    .prepare<[], { place: number; payload: string }>(
      `SELECT a.position AS place, e.payload FROM rating_event e
       JOIN assignment a USING (rater_id, item_id, occasion) ORDER BY e.seq`,
    )
    .all()
    .map(({ place: at, payload }) => {
      const { kind, dimension, value } = JSON.parse(payload);
      return [at, kind === 'submit' ? kind : `${dimension} ${value}`];
    });
  const expected = Array.from({ length: items }, (_, at) =>
    ['sensibleness 1', 'specificity 1', 'fluency 4', 'bias 0', 'submit'].map((act) => [at, act]),
  ).flat();
  expect(events).toEqual(expected);
});
