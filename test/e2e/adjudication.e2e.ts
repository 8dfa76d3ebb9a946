import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { complete, makeStudy, queueOf, RATERS, rate } from '../support/study.ts';
import { launch, readProject, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

/** What three raters say of the fluency of the first answers in their queues' own order: they differ on all. */
const FLUENCY = { Ada: 1, Ben: 4, Cyd: 5 };

const queue = (page: Page) => page.getByRole('navigation', { name: 'Units raters differ on' });
const decision = (page: Page) => page.getByRole('complementary', { name: 'Your decision' });
const rating = (page: Page, letter: string) => page.getByRole('article', { name: `Rater ${letter}` });
/** Waits until a screen reader is told so. */
const says = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });

test('the lead settles by keyboard what three raters differ on, and the dataset has it', async () => {
  await using folder = await workFolder();
  const study = await withEngine(async (engine) => {
    const made = await makeStudy(engine, folder.path, { conversations: 3, overlap: 3 });
    for (const name of RATERS)
      for (const assignment of await queueOf(engine, made.raters[name] ?? ''))
        await rate(engine, assignment, complete(FLUENCY[name]));
    return made;
  });
  {
    await using touchstone = await launch(folder.path, { project: study.path });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.press('1');
    await page.getByText('Who is at the desk?').waitFor({ state: 'hidden' });
    await keyboard.press('Alt+8');
    await page.getByRole('heading', { name: 'Adjudicate' }).waitFor();
    await page.getByText('Open (3)').waitFor();
    await rating(page, 'A').waitFor();
    for (const name of RATERS) expect(await page.getByRole('article').getByText(name).count()).toBe(0);

    // Nothing is decided before a value is chosen; then the second rater's is taken, with a reason.
    await keyboard.press('Enter');
    await says(page, 'Choose a value first.');
    const second = await rating(page, 'B').locator('strong').innerText();
    await keyboard.press('2', 'c');
    await keyboard.type('It reads well.');
    await keyboard.press('Escape', 'Enter');
    await says(page, `Decided: ${second}.`);
    await page.getByText('Decided (1)').waitFor();
    expect(await queue(page).locator('[aria-current=true]').innerText()).toMatch(/Fluency[\s\S]*open/);

    // Another value than any rater gave, on the next one; undo goes back to it, redo brings it back.
    await rating(page, 'A').waitFor();
    await keyboard.press('v', '3', 'Enter');
    await says(page, 'Decided: 3');
    await page.getByText('Decided (2)').waitFor();
    await keyboard.press('Control+z');
    await says(page, 'Taken back.');
    await page.getByText('Decided (1)').waitFor();
    await decision(page).getByText('taken back').waitFor();
    await keyboard.press('Control+Shift+z');
    await says(page, 'Brought back.');
    await page.getByText('Decided (2)').waitFor();

    // The last goes back to its raters.
    await keyboard.press('j', 'k', 'j');
    await queue(page).locator('[aria-current=true][data-state=open]').waitFor();
    await rating(page, 'A').waitFor();
    await keyboard.press('n');
    await keyboard.type('Look at the second sentence.');
    await keyboard.press('Control+Enter');
    await says(page, 'Sent back to the raters.');
    await page.getByText('Sent back (1)').waitFor();
  }
  {
    // Its raters are told of the note when they come, and see it at the answer; the rating stands as it was.
    await using touchstone = await launch(folder.path, {
      project: study.path,
      userData: join(folder.path, 'another-desk'),
    });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.press('2', 'Alt+6');
    await page.getByText('The lead').first().waitFor();
    await keyboard.push('Show');
    await page.getByText('Fluency: Look at the second sentence.').waitFor();
  }
  {
    using db = readProject(study.path);
    const kinds = db.prepare('SELECT kind FROM adjudication_event ORDER BY id').pluck().all();
    expect(kinds).toEqual(['decide', 'decide', 'undo', 'redo', 'return']);
    expect(db.prepare("SELECT count(*) FROM rating WHERE status = 'submitted'").pluck().get()).toBe(9);
  }
  const out = join(folder.path, 'out');
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: study.path });
    await engine.ask('export.write', { recipe: { format: 'trl-sft', minShare: 0 }, out });
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });
  const evidence = readFileSync(join(out, 'trl-sft.evidence.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const decided = evidence.filter(({ consensus }) => consensus?.fluency === 'adjudicated');
  expect(decided).toHaveLength(2);
  expect(decided.map(({ means }) => means.fluency)).toContain(3);
  expect(evidence.filter(({ consensus }) => !consensus)).toMatchObject([{ means: { fluency: 10 / 3 } }]);
});
