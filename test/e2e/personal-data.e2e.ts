import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { writeLines } from '../support/transcripts.ts';
import { launch, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

const MAIL = 'anna.schmidt@example.org';

/** A project with one conversation that has personal data in it, and its answer rated. */
async function makeProject(folder: string): Promise<string> {
  const path = join(folder, 'private.touchstone');
  const transcripts = writeLines(join(folder, 'transcripts.jsonl'), [
    {
      id: 'c-1',
      messages: [
        { role: 'user', content: `Please write to ${MAIL} that it was sent.` },
        { role: 'assistant', content: `I have told ${MAIL} that the parcel was sent on Monday.` },
      ],
    },
  ]);
  const ratings = writeLines(join(folder, 'ratings.jsonl'), [
    {
      ...{ conversation: 'c-1', message: 1, rater: 'Ada', rubric: 'ssfb@1' },
      values: { sensibleness: 1, specificity: 1, fluency: 5, bias: 0 },
    },
  ]);
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    await engine.ask('import.transcripts', { files: [transcripts] });
    await engine.ask('import.ratings', { files: [ratings] });
  });
  return path;
}

test('personal data is shown to whoever says why, leaves only when asked for, and the log tells of both', async () => {
  await using folder = await workFolder();
  const at = (name: string) => join(folder.path, name);
  const dataset = (name: string) => join(at(name), 'trl-sft.train.jsonl');
  const project = await makeProject(folder.path);
  for (const name of ['without', 'with']) mkdirSync(at(name));
  {
    await using touchstone = await launch(folder.path, { project });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.press('Enter');

    await keyboard.press('Alt+3');
    await page.getByText('Please write to [EMAIL_1] that it was sent.').first().waitFor();
    await keyboard.reach(page.getByRole('listbox'));
    await keyboard.press('ArrowDown', 'Home');
    await keyboard.reach(page.locator('summary', { hasText: 'Personal data behind placeholders' }));
    await keyboard.press('Enter');
    expect(await page.getByText(MAIL).count()).toBe(0);
    await expect(page.getByRole('button', { name: 'Show it' }).isDisabled()).resolves.toBe(true);
    await keyboard.fill('Why do you need to see it?', 'The customer asks what we hold');
    await keyboard.push('Show it');
    await page.getByText(MAIL).waitFor();

    for (const name of ['without', 'with']) {
      await keyboard.press('Alt+9');
      if (name === 'with') {
        await keyboard.reach(page.getByLabel('Put personal data back in place of its placeholders'));
        await keyboard.press('Space');
      }
      await touchstone.answerOpenDialog(at(name));
      await keyboard.push(/older…$/);
      await keyboard.push('Write 1 row');
      await expect.poll(() => existsSync(dataset(name))).toBe(true);
      await keyboard.press('Alt+3');
    }
  }
  const written = (name: string) => readFileSync(dataset(name), 'utf8');
  expect(written('without')).toContain('[EMAIL_1]');
  expect(written('without')).not.toContain(MAIL);
  expect(written('with')).toContain(MAIL);
  expect(written('with')).not.toContain('[EMAIL_1]');
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: project });
    const { entries } = await engine.ask('audit.log', {});
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual(
      expect.arrayContaining([
        ['privacy.reveal', 'Ada'],
        ['privacy.export', 'Ada'],
      ]),
    );
    expect(entries.filter(({ action }) => action === 'privacy.export')).toHaveLength(1);
    const told = entries.find(({ action }) => action === 'privacy.reveal');
    expect(JSON.stringify(told)).toContain('The customer asks what we hold');
    expect(JSON.stringify(entries)).not.toContain(MAIL);
  });
});
