import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { writeTranscripts } from '../support/transcripts.ts';
import { launch, readProject, type Touchstone, workFolder } from './harness.ts';

const ITEMS = 6;

async function projectFor(folder: string): Promise<string> {
  const path = join(folder, 'study.touchstone');
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    const file = writeTranscripts(join(folder, 'transcripts.jsonl'), ITEMS);
    await engine.ask('import.transcripts', { files: [file] });
    const { sample } = await engine.ask('sample.draw', { size: ITEMS, seed: 7 });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 7 });
  });
  return path;
}

/** The program with its rater at the desk. */
async function seated(folder: string, project: string): Promise<Touchstone> {
  const touchstone = await launch(folder, { project });
  await touchstone.page.getByText('Who is at the desk?').waitFor();
  await touchstone.press('1');
  await touchstone.page.waitForSelector('html[data-ready=rate]');
  return touchstone;
}

/** Presses keys while the engine does not answer, all of them before it answers again. */
async function pressedAhead(touchstone: Touchstone, ...keys: string[]): Promise<void> {
  const { engine } = await touchstone.processes();
  process.kill(engine, 'SIGSTOP');
  try {
    await touchstone.press(...keys);
  } finally {
    process.kill(engine, 'SIGCONT');
  }
  await touchstone.page.waitForSelector('html[data-ready=rate]');
  await expect
    .poll(() => touchstone.page.locator('header [data-state]').first().getAttribute('data-state'))
    .toBe('saved');
}

/** What the journal gained after an event, each with its place in the queue from 1. */
function gained(project: string, after: number): { seq: number; told: string[] } {
  using db = readProject(project);
  const rows = db
    .prepare<[number], { seq: number; place: number; kind: string; payload: string }>(
      `SELECT e.seq, a.position + 1 AS place, e.kind, e.payload FROM rating_event e
       JOIN assignment a USING (rater_id, item_id, occasion) WHERE e.seq > ? ORDER BY e.seq`,
    )
    .all(after);
  const told = rows.map(({ place, kind, payload }) => {
    const { dimension, value, text, reason, flagged, question } = JSON.parse(payload);
    const what = [dimension, value, text, reason, flagged, question].filter((part) => part !== undefined);
    return `${place} ${[kind, ...what].join(' ')}`;
  });
  return { seq: rows.at(-1)?.seq ?? after, told };
}

test('keys pressed while the next item is awaited go where they would have gone: menus, fields and what comes after them', async () => {
  await using folder = await workFolder();
  const project = await projectFor(folder.path);
  await using touchstone = await seated(folder.path, project);
  const { page } = touchstone;
  await touchstone.press('1', '1', '4', '0', 'Enter');
  await expect.poll(() => gained(project, 0).told.length).toBe(5);
  let { seq } = gained(project, 0);
  const since = () => {
    const now = gained(project, seq);
    seq = now.seq;
    return now.told;
  };

  // A menu that a kept key opens hears the next: the figure is a reason, and no value.
  await pressedAhead(touchstone, 'Control+z', 'x', '1', '0', 's');
  expect(since()).toEqual(['1 undo', '1 skip unclear', '2 value sensibleness 0']);

  // A field that a kept key opens takes the letters, up to the key that leaves it or hands the item in.
  await pressedAhead(
    touchstone,
    'Control+z',
    '1',
    '0',
    '3',
    '0',
    ...'cso so'.split(''),
    'Control+Enter',
    '1',
  );
  expect(since()).toEqual([
    '2 undo',
    '2 value sensibleness 1',
    '2 value specificity 0',
    '2 value fluency 3',
    '2 value bias 0',
    '2 rationale so so',
    '2 submit',
    '3 value sensibleness 1',
  ]);

  // A reason of one's own ends with Enter, which is no text, and what follows is the next item's.
  await pressedAhead(touchstone, 'Control+z', 'x', '5', ...'no sound'.split(''), 'Enter', '1', '1');
  expect(since()).toEqual([
    '3 undo',
    '3 skip other: no sound',
    '4 value sensibleness 1',
    '4 value specificity 1',
  ]);

  // A question for the lead, left by Esc; a word selected in the answer that is shown by then.
  await pressedAhead(touchstone, 'Control+z', 'm', ...'why'.split(''), 'Escape', '0', 'ArrowRight');
  expect(since()).toEqual(['4 undo', '4 flag true ', '4 flag true why', '4 value specificity 0']);
  expect(await page.evaluate(() => String(window.getSelection()))).toBe('Answer');
});

test('letters typed right after Ctrl+K go into the palette, and none of them is a key of the screen below', async () => {
  await using folder = await workFolder();
  const project = await projectFor(folder.path);
  await using touchstone = await seated(folder.path, project);
  const { page } = touchstone;
  await page.evaluate(async () => {
    const press = (key: string, more: object = {}) => {
      const code = `Key${key.toUpperCase()}`;
      const down = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...more });
      (document.activeElement ?? document.body).dispatchEvent(down);
    };
    press('k', { ctrlKey: true });
    await new Promise((resolve) => queueMicrotask(() => resolve(null)));
    for (const letter of 'xdark') press(letter);
  });
  await expect.poll(() => page.getByRole('dialog').getByRole('combobox').inputValue()).toBe('xdark');
  expect(gained(project, 0).told).toEqual([]);
});
