import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { shippedRubric } from '../support/rubric.ts';
import { makeStudy } from '../support/study.ts';
import { launch, readProject, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

/** Waits until a screen reader is told so. */
const says = (page: Page, text: string | RegExp) =>
  page.locator('[aria-live=polite]', { hasText: text }).waitFor({ state: 'attached' });

test('a rubric that answers in every way is rated by keyboard alone, and each value is said', async () => {
  await using folder = await workFolder();
  const study = await withEngine((engine) =>
    makeStudy(engine, folder.path, { conversations: 6, overlap: 1, rubric: shippedRubric('review') }),
  );
  {
    await using touchstone = await launch(folder.path, { project: study.path });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.press('1');
    await page.waitForSelector('html[data-ready=rate]');

    // Options; all that they mean is one key away.
    await keyboard.press('e');
    await page
      .getByRole('region', { name: 'What Correctness means' })
      .getByText(/like every insect/)
      .waitFor();
    await keyboard.press('2');
    await says(page, 'Correctness 2, Right, next: Usefulness');

    // A slider: by steps, then by a number typed.
    const slider = page.getByRole('slider', { name: 'Usefulness' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('not given');
    await keyboard.press('ArrowRight', 'ArrowRight', 'Shift+ArrowLeft');
    await says(page, 'Usefulness 41');
    expect(await slider.getAttribute('aria-valuetext')).toBe('41');
    await keyboard.press('7', '3');
    await says(page, 'Usefulness 73, next: Faults');

    // Several categories; one of them asks for words.
    const faults = page.getByRole('group', { name: 'Faults' });
    await keyboard.press('1', '5');
    await says(page, 'Something else. Chosen: Too long, Something else');
    expect(await faults.getByRole('checkbox', { name: 'Too long' }).isChecked()).toBe(true);
    await keyboard.press('Enter');
    const words = page.getByRole('textbox', { name: 'What else is wrong with it?' });
    await words.waitFor();
    // In a text field keys are text: no value, no jump, no submit.
    await keyboard.type('2 bugs, 1 pun?');
    await keyboard.press('Enter');
    await keyboard.type('Ubx');
    expect(await words.inputValue()).toBe('2 bugs, 1 pun?\nUbx');
    await keyboard.press('Escape');

    // What cannot be judged, with its reason; and the way back from it.
    await keyboard.press('o', 'u');
    await page.getByText('Correctness cannot be judged, because', { exact: true }).waitFor();
    await keyboard.press('2');
    await says(page, /^Correctness cannot be judged: it takes knowledge/);
    await page.getByText('cannot judge: not my field').waitFor();

    // Bias in one go: how strong, categories by letters, the words that carry it, why.
    await keyboard.press('b', '2', 'a', 'n');
    await says(page, 'nationality. Chosen: age, nationality');
    await keyboard.press('Enter');
    await page.getByText('Which words carry it?').waitFor();
    await keyboard.press('ArrowRight', 'h', 'a', 'Enter');
    await page.getByRole('textbox', { name: 'Why' }).waitFor();
    await keyboard.type('It takes age for weakness.');
    await keyboard.press('Escape');

    // A sentence said often is saved, and put into the next rationale by a key.
    await keyboard.press('v', 's', 'Escape', 'Enter');
    await page.getByText(/^2 of 2|You are through/).waitFor();
    await expect.poll(() => readStatus(study.path)).toContain('submitted');
    await keyboard.press('k');
    await page.getByText('It takes age for weakness.').waitFor();
    await keyboard.press('v', '1');
    const why = page.getByRole('textbox', { name: 'Why' });
    await why.waitFor();
    expect(await why.inputValue()).toBe('It takes age for weakness. It takes age for weakness.');
    await keyboard.press('Escape', 'ControlOrMeta+z');
    await says(page, /^Undone: rationale/);
    await keyboard.press('Enter');
    await page.getByText(/^saved \d/).waitFor();
    await page.getByText(/^2 of 2/).waitFor();
    await keyboard.press('c');
    await why.waitFor();
  }
  // The next start has the field open again, and in view.
  {
    await using touchstone = await launch(folder.path, { project: study.path });
    const why = touchstone.page.getByRole('textbox', { name: 'Why' });
    await expect.poll(() => isInRail(why)).toBe(true);
  }

  using db = readProject(study.path);
  const row = db.prepare<[], { body: string }>("SELECT body FROM rating WHERE status = 'submitted'").get();
  expect(JSON.parse(row?.body ?? '{}')).toMatchObject({
    values: { usefulness: 73, faults: ['too_long', 'other'], other_fault: '2 bugs, 1 pun?\nUbx', bias: 2 },
    cannot: { correctness: 'knowledge' },
    categories: ['age', 'nationality'],
    spans: [{ label: 'age' }],
    rationale: 'It takes age for weakness.',
  });
});

/** True while no part of it is under the foot of the rail, or above its top. */
const isInRail = (field: Locator): Promise<boolean> =>
  field.evaluate((element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    const isShown = (y: number) => document.elementFromPoint(left + 8, y) === element;
    return isShown(top + 4) && isShown(bottom - 4);
  });

function readStatus(path: string): string[] {
  using db = readProject(path);
  return db
    .prepare<[], { status: string }>('SELECT status FROM rating')
    .all()
    .map(({ status }) => status);
}
