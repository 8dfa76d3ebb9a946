import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOf } from '../support/database.ts';
import { withEngine } from '../support/engine.ts';
import { writeTranscripts } from '../support/transcripts.ts';
import { launch, type Touchstone, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

const ITEMS = 6;

const readLines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Rates the whole queue: `keys` gives the keys of an item by its number. */
async function rateAll(touchstone: Touchstone, keys: (item: number) => readonly string[]): Promise<void> {
  await touchstone.page.waitForSelector('html[data-ready=rate]');
  for (let item = 0; item < ITEMS; item += 1) await touchstone.press(...keys(item), 'Enter');
  await touchstone.page.getByText(`You are through: ${ITEMS} of ${ITEMS}`).waitFor();
  await touchstone.page.getByText(/^saved \d/).waitFor();
}

test('the whole job by keyboard alone, from an empty start to a dataset on disk', async () => {
  await using folder = await workFolder();
  const at = (name: string) => join(folder.path, name);
  const project = at('refund.touchstone');
  const transcripts = writeTranscripts(at('transcripts.jsonl'), 24);
  appendFileSync(transcripts, '{"broken":\n');
  mkdirSync(at('dataset'));
  {
    await using touchstone = await launch(folder.path);
    const { page } = touchstone;
    const keyboard = new Keyboard(page);

    await page.getByText('Try the sample project').waitFor();
    await touchstone.answerSaveDialog(project);
    await keyboard.press('n');
    await keyboard.type('refund-2026-10');
    await keyboard.press('Enter');
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.type('Ada');
    await keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Import' }).waitFor();
    await touchstone.answerOpenDialog(transcripts);
    await keyboard.push('Choose files…');
    await keyboard.push('Import 1 file');
    await page.getByText('24 conversations imported.').waitFor();
    await page.getByText('1 of 25 lines could not be read.').waitFor();

    await keyboard.press('Alt+5');
    await keyboard.fill('Size', String(ITEMS));
    await keyboard.fill('Seed', '7');
    await keyboard.push('Draw the sample');
    await keyboard.addTags('Raters', ['Ada', 'Ben']);
    await keyboard.fill('Raters on each item', '2');
    await keyboard.push(`Assign ${ITEMS} items`);
    await page.getByText('12 assignments of 6 items').waitFor();

    await keyboard.push('Go to Rate');
    // The first answer is subtly biased, which asks for a category; the others are not.
    await rateAll(touchstone, (item) => [
      '1',
      String(item % 2),
      '4',
      ...(item === 0 ? ['1', 'a', 'Escape'] : ['0']),
    ]);
    await keyboard.command('Change who is at the desk');
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.press('2');
    await rateAll(touchstone, () => ['1', '1', '5', '0']);

    await keyboard.press('Alt+7');
    await page.getByText(/Undefined on sensibleness: everyone gave the same value/).waitFor();
    await page.getByText(/Agreement on fluency: alpha is −0\.83/).waitFor();

    await keyboard.press('Alt+0');
    await keyboard.fill('Unmarked answers', '2');
    await keyboard.push('Draw the sample');
    await page.getByText('0 of 3 decided').waitFor();
    for (const [key, done] of [
      ['a', 1],
      ['o', 2],
      ['e', 3],
    ] as const) {
      await keyboard.press(key);
      await keyboard.type(`Reason ${done}.`);
      await keyboard.press('Control+Enter');
      await page.getByText(`${done} of 3 decided`).waitFor();
    }
    await keyboard.press('Escape');
    await keyboard.choose('tab', 'Record');
    await keyboard.push('Check the record');
    await page.getByText(/^The record is whole/).waitFor();

    await keyboard.press('Alt+9');
    await touchstone.answerOpenDialog(at('dataset'));
    await keyboard.push('Choose a folder…');
    await keyboard.push('Write 6 rows');
    await page.getByText('The dataset is written.').waitFor();
  }

  const dataset = join(folder.path, 'dataset', 'trl-sft.train.jsonl');
  expect(readLines(dataset)).toHaveLength(ITEMS);
  expect(readLines(dataset)[0]).toEqual({
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: expect.stringMatching(/^Question \d+: where is my parcel\?$/) },
      { role: 'assistant', content: expect.stringMatching(/^Answer \d+: it is on its way\.$/) },
    ],
  });
  const manifest = JSON.parse(readFileSync(join(folder.path, 'dataset', 'trl-sft.manifest.json'), 'utf8'));
  const sha256 = createHash('sha256').update(readFileSync(dataset)).digest('hex');
  expect(manifest.files).toEqual([{ name: 'trl-sft.train.jsonl', rows: ITEMS, sha256 }]);

  expect(
    rowsOf(
      project,
      "SELECT r.name, count(*) AS submitted FROM rating JOIN rater r ON r.id = rater_id WHERE status = 'submitted' GROUP BY r.name ORDER BY r.name",
    ),
  ).toEqual([
    { name: 'Ada', submitted: ITEMS },
    { name: 'Ben', submitted: ITEMS },
  ]);
  await withEngine(async (engine) => {
    const { counts, notices } = await engine.ask('project.open', { file: project });
    expect(counts).toMatchObject({
      conversations: 24,
      quarantined: 1,
      samples: 1,
      assignments: 12,
      ratings: 12,
    });
    expect(notices).toEqual([]);
    const [sample] = (await engine.ask('audit.samples', {})).samples;
    expect(sample).toMatchObject({ marked: 1, unmarked: 2, decided: 3 });
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
  });
});
