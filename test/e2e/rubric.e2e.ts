import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOf } from '../support/database.ts';
import { withEngine } from '../support/engine.ts';
import { writeTranscripts } from '../support/transcripts.ts';
import { launch, type Touchstone, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

const ITEMS = 3;

/** A project with three answers for Ada, who has rated them all under the first version. */
async function makeProject(folder: string): Promise<string> {
  const project = join(folder, 'study.touchstone');
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: project });
    await engine.ask('import.transcripts', { files: [writeTranscripts(join(folder, 'a.jsonl'), ITEMS)] });
    const { sample } = await engine.ask('sample.draw', { size: ITEMS, seed: 7 });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 7 });
    const rater = (await engine.ask('project.summary', {})).raters[0]?.id ?? '';
    const { entries } = await engine.ask('queue.open', { rater });
    const values = { sensibleness: 1, specificity: 1, fluency: 4, bias: 0 };
    for (const { assignment } of entries) {
      for (const [dimension, value] of Object.entries(values))
        await engine.ask('rating.record', { assignment, action: { kind: 'value', dimension, value } });
      await engine.ask('rating.record', { assignment, action: { kind: 'submit' } });
    }
  });
  return project;
}

async function sitDown({ page }: Touchstone, keyboard: Keyboard): Promise<void> {
  await page.getByText('Who is at the desk?').waitFor();
  await keyboard.press('1');
  await page
    .getByRole('navigation', { name: 'Sections' })
    .or(page.getByText(/You are through/))
    .first()
    .waitFor();
}

test('a lead edits the rubric by keyboard, tries it, saves it, and has ratings made again', async () => {
  await using folder = await workFolder();
  const project = await makeProject(folder.path);
  {
    await using touchstone = await launch(folder.path, { project });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await sitDown(touchstone, keyboard);
    await keyboard.press('Alt+4');
    await page.getByRole('heading', { name: 'Rubric', exact: true }).waitFor();
    await keyboard.push('Edit a copy');

    // Bias goes before fluency, fluency loses its highest step, its key is J: which Rate needs, so that it becomes Q.
    await keyboard.reach(page.getByRole('button', { name: '4 Bias' }));
    await keyboard.press('Alt+ArrowUp');
    await keyboard.push('4 Fluency');
    await keyboard.push('Remove option 5');
    await keyboard.reach(page.getByRole('button', { name: /^Key of option 4/ }));
    await keyboard.press('Enter', 'j');
    await page.getByText('Rate needs this key: Next item. Press another.').waitFor();
    await keyboard.press('q');
    await keyboard.fill('Value of option 4', '3');
    await page.getByText('2 things to mend').waitFor();
    expect(await page.getByText('Another option has this value. Give each its own.').count()).toBe(2);
    await keyboard.press('Control+z');
    await page.getByText('2 things to mend').waitFor({ state: 'hidden' });
    await page.getByText(/^draft kept \d/).waitFor();
  }
  {
    // The program was left in the middle of it; the draft is there again.
    await using touchstone = await launch(folder.path, { project });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByRole('heading', { name: 'Rubric', exact: true }).waitFor();
    await keyboard.push('Go on with the draft');
    await page.getByText('As a rater sees it').waitFor();
    await keyboard.press('Alt+p', '1', '1', '0', 'q');
    await page.getByText('Complete: Enter would submit it.').waitFor();
    await keyboard.press('Control+s');
    await page.getByRole('dialog').waitFor();
    await page.getByText('On Fluency the scale is another: values given so far count no more.').waitFor();
    await keyboard.type('Four steps are enough.');
    await keyboard.press('Control+Enter');

    await page.getByText('3 ratings of 3 items will be asked for again.').waitFor();
    await keyboard.push('Ask for 3 ratings again');
    await page.getByText('0 of 3 made').waitFor();
    await keyboard.choose('tab', 'Versions');
    await page.getByText('Four steps are enough.').waitFor();

    await keyboard.press('Alt+6');
    await page.waitForSelector('html[data-ready=rate]');
    await page.getByText(/You judged this answer under ssfb@1/).waitFor();
    for (const _ of Array(ITEMS)) await keyboard.press('q', 'Enter');
    await page.getByText(/You are through/).waitFor();
    await keyboard.press('Alt+7');
    await page
      .getByText(/Agreement/)
      .first()
      .waitFor();
    await keyboard.press('Alt+4');
    await touchstone.answerSaveDialog(join(folder.path, 'rubric.json'));
    await keyboard.choose('tab', 'In force');
    await keyboard.push('Write to a file…');
    await page.getByText('ssfb@2 is written to rubric.json.').waitFor();
  }

  const written = JSON.parse(readFileSync(join(folder.path, 'rubric.json'), 'utf8'));
  expect(written.dimensions.map(({ id }: { id: string }) => id)).toEqual([
    'sensibleness',
    'specificity',
    'bias',
    'fluency',
  ]);
  expect(written.dimensions[3].options.at(-1)).toMatchObject({ value: 4, key: 'KeyQ' });
  expect(
    rowsOf(
      project,
      "SELECT rubric, occasion, json_extract(body, '$.values.fluency') AS fluency, json_extract(body, '$.values.bias') AS bias, count(*) AS n FROM rating WHERE status = 'submitted' GROUP BY 1, 2, 3, 4",
    ),
  ).toEqual([
    { rubric: 'ssfb@1', occasion: 0, fluency: 4, bias: 0, n: ITEMS },
    { rubric: 'ssfb@2', occasion: 1, fluency: 4, bias: 0, n: ITEMS },
  ]);
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: project });
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
  });
});
