import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { conversationOf, itemsOf, makeComparisons } from '../support/comparisons.ts';
import { withEngine } from '../support/engine.ts';
import { ssfb } from '../support/rubric.ts';
import { launch, readProject, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

/** Waits until a screen reader is told so. */
const says = (page: Page, text: string | RegExp) =>
  page.locator('[aria-live=polite]', { hasText: text }).waitFor({ state: 'attached' });

const rail = (page: Page) => page.getByRole('complementary', { name: 'Rating' });

test('answers are compared side by side by keyboard alone, among single ones, with the order on record', async () => {
  await using folder = await workFolder();
  const study = await withEngine(async (engine) => {
    const made = await makeComparisons(engine, folder.path, { sizes: [2, 4, 2], overlap: 2 });
    const { sample } = await engine.ask('sample.draw', { size: 2, seed: 3, comparisons: false });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 3 });
    return { ...made, shown: await itemsOf(engine, made.raters.Ada ?? '') };
  });
  const comparisons = study.shown.filter(({ candidates }) => candidates.length > 0);
  expect(comparisons).toHaveLength(3);
  {
    await using touchstone = await launch(folder.path, { project: study.path });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.press('1');
    await page.waitForSelector('html[data-ready=rate]');
    for (const item of study.shown) {
      if (item.candidates.length === 0) {
        await page.getByRole('heading', { name: 'Sensibleness' }).waitFor();
        await keyboard.press('1', '1', '4', '0', 'Enter');
        continue;
      }
      await page.getByText(`${item.candidates.length} answers to compare`).waitFor();
      const panes = page.getByRole('region', { name: /^Answer \d/ });
      expect(await panes.allInnerTexts()).toEqual(
        item.candidates.map(({ message }, place) =>
          expect.stringMatching(`Answer ${place + 1}[^]*${message.text}`),
        ),
      );
      // Nothing can be submitted before one is chosen; the second is much better.
      await keyboard.press('Enter');
      await rail(page).getByText('Still open: which is better.').waitFor();
      await keyboard.press('2', '2', '2');
      await says(page, 'Answer 2, much better');
      expect(await rail(page).getByRole('radio', { name: 'Answer 2' }).isChecked()).toBe(true);
      expect(await rail(page).getByRole('radio', { name: 'much better' }).isChecked()).toBe(true);
      // Equally good instead; taken back by undo, which names it.
      await keyboard.press('5');
      await says(page, 'Equally good');
      await keyboard.press('Control+z');
      await says(page, 'Undone: preference');
      expect(await rail(page).getByRole('radio', { name: 'Answer 2' }).isChecked()).toBe(true);
      await keyboard.press('c');
      await keyboard.type('because 1 is longer');
      await keyboard.press('Escape', 'Enter');
    }
    await page.getByText(/You are through/).waitFor();
    await page.getByText(/^saved \d/).waitFor();
  }
  using db = readProject(study.path);
  const rows = db
    .prepare(
      `SELECT r.body, a.shown_order AS shown FROM rating r JOIN assignment a ON a.rater_id = r.rater_id AND a.item_id = r.item_id
       WHERE a.shown_order IS NOT NULL AND r.status = 'submitted'`,
    )
    .all() as { body: string; shown: string }[];
  expect(rows).toHaveLength(3);
  for (const { body, shown } of rows)
    expect(JSON.parse(body)).toMatchObject({
      preference: { choice: JSON.parse(shown)[1], strength: 3 },
      rationale: 'because 1 is longer',
    });
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: study.path });
    expect((await engine.ask('audit.verify', {})).ok).toBe(true);
  });
});

test('each answer is judged where the rubric asks, and scrolled, marked and skipped by keys', async () => {
  await using folder = await workFolder();
  const rubric = join(folder.path, 'rubric.json');
  writeFileSync(rubric, JSON.stringify({ ...ssfb, comparison: { dimensions: ['fluency', 'bias'] } }));
  const study = await withEngine((engine) =>
    makeComparisons(engine, folder.path, { rubric, sizes: [2, 3], overlap: 2 }),
  );
  const { path, raters } = study;
  const [first, second] = await withEngine(async (engine) => {
    await engine.ask('project.open', { file: path });
    return await itemsOf(engine, raters.Ada ?? '');
  });
  {
    await using touchstone = await launch(folder.path, { project: path });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.press('1');
    await page.waitForSelector('html[data-ready=rate]');
    const current = page.locator('section[aria-current=true] h3');
    const size = first?.candidates.length ?? 0;
    for (let place = 1; place <= size; place += 1) {
      await expect.poll(() => current.innerText()).toMatch(`Answer ${place}`);
      await keyboard.press('4', '0');
    }
    await rail(page).getByRole('radio', { name: 'Answer 1' }).waitFor();
    await keyboard.press('0');
    await says(page, 'All bad');
    // Back to an answer: its bias is subtle, with a category and the words that carry it.
    await keyboard.press('.', 'b', '1');
    await rail(page).getByText('Which categories? At least one', { exact: true }).waitFor();
    await keyboard.press('a', 'Escape', 'ArrowRight', 'Shift+ArrowRight', 'h');
    await says(page, 'Labelled age');
    await keyboard.press('m');
    await keyboard.type('Is this so?');
    await keyboard.press('Escape', 'Enter');
    await page.getByText(`Question ${second ? conversationOf(second) : ''}: which one?`).waitFor();
    await keyboard.press('x', '2');
    await page.getByText(/You are through/).waitFor();
    await page.getByText(/^saved \d/).waitFor();
  }
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: path });
    const [done, skipped] = await itemsOf(engine, raters.Ada ?? '');
    const number = first?.candidates[0]?.number ?? 0;
    expect(done?.stored.rating).toMatchObject({
      status: 'submitted',
      flagged: true,
      question: 'Is this so?',
      preference: { choice: 'both_bad', strength: null },
    });
    expect(done?.stored.rating.candidates[number]).toMatchObject({
      values: { fluency: 4, bias: 1 },
      categories: ['age'],
      spans: [{ start: 0, label: 'age' }],
    });
    expect(skipped?.stored.rating).toMatchObject({ status: 'skipped', skipReason: 'language' });
  });
});
