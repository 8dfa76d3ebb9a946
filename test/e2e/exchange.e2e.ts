import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { useSettings } from '../support/settings.ts';
import { complete, idOf, makeStudy, queueOf, rate } from '../support/study.ts';
import { launch, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

const ITEMS = 4;

test('packets go out of one window, come back from another, and what differs is decided', async () => {
  await using folder = await workFolder();
  const at = (name: string) => join(folder.path, name);
  const packets = at('packets');
  mkdirSync(packets);
  const study = await withEngine((engine) =>
    makeStudy(engine, folder.path, { conversations: ITEMS, overlap: 3 }),
  );
  const ada = join(packets, 'study - Ada.touchstone-packet');
  const lead = { userData: at('lead'), project: study.path };

  {
    await using touchstone = await launch(folder.path, lead);
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Who is at the desk?').waitFor();
    await keyboard.type('Lea');
    await keyboard.press('Enter');
    await page.getByText('Who is at the desk?').waitFor({ state: 'detached' });
    await keyboard.press('Alt+t');
    await page.getByRole('heading', { name: 'Exchange' }).waitFor();
    await touchstone.answerOpenDialog(packets);
    await keyboard.fill('Passphrase', 'between us');
    await keyboard.push('Write 3 packets…');
    await page.getByText('3 packets are written.').waitFor();
  }
  expect(readdirSync(packets).sort()).toEqual(
    ['Ada', 'Ben', 'Cyd'].map((name) => `study - ${name}.touchstone-packet`),
  );

  {
    await using touchstone = await launch(folder.path, { userData: at('ada') });
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByText('Try the sample project').waitFor();
    await touchstone.answerOpenDialog(ada);
    await touchstone.answerSaveDialog(at('ada.touchstone'));
    await keyboard.press('o');
    await keyboard.push('Choose where to keep it…');
    await keyboard.fill('Passphrase', 'among us');
    await keyboard.press('Enter');
    await page.getByText('does not open with this passphrase').waitFor();
    await keyboard.fill('Passphrase', 'between us');
    await keyboard.press('Enter');
    await page.waitForSelector('html[data-ready=rate]');
    for (let item = 0; item < ITEMS; item += 1) await touchstone.press('1', '1', '4', '0', 'Enter');
    await page.getByText(`You are through: ${ITEMS} of ${ITEMS}`).waitFor();
    await page.getByText(/^saved \d/).waitFor();
    await keyboard.press('Alt+t');
    await page.getByText(`${ITEMS} of ${ITEMS} rated`).waitFor();
    await touchstone.answerSaveDialog(at('back.touchstone-packet'));
    await keyboard.push('Send back my ratings…');
    await page.getByText('Written to back.touchstone-packet.').waitFor();
  }

  // Somebody else opens the same packet, and judges one answer otherwise.
  await withEngine(async (engine) => {
    using _settings = useSettings(at('elsewhere'));
    await engine.ask('packet.open', { file: ada, out: at('other.touchstone'), passphrase: 'between us' });
    const [first = ''] = await queueOf(engine, idOf(study, 'Ada'));
    await rate(engine, first, complete(1));
    await engine.ask('packet.make', { out: at('other.touchstone-packet') });
  });

  {
    await using touchstone = await launch(folder.path, lead);
    const { page } = touchstone;
    const keyboard = new Keyboard(page);
    await page.getByRole('heading', { name: 'Exchange' }).waitFor();
    await touchstone.answerOpenDialog(at('back.touchstone-packet'), at('other.touchstone-packet'));
    await keyboard.push('Choose packets…');
    await page.getByText('4 new ratings').or(page.getByText('3 new ratings')).waitFor();
    await page.getByRole('heading', { name: '2 questions for you' }).waitFor();
    await page.getByText('Ada judged this answer differently in several files').waitFor();
    await keyboard.push('All keys are theirs');
    await page.getByRole('heading', { name: '1 question for you' }).waitFor();
    const kept = page.getByRole('button', { name: 'Keep this one' }).first();
    await keyboard.reach(kept);
    await keyboard.press('Enter');
    await kept.waitFor({ state: 'detached' });
    // What was decided can be taken back, and is asked again.
    await page.getByRole('heading', { name: '2 decisions' }).waitFor();
    await keyboard.reach(page.getByRole('button', { name: /^Undo: One of the judgements of Ada/ }));
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 question for you' }).waitFor();
    await keyboard.reach(kept);
    await keyboard.press('Enter');
    await kept.waitFor({ state: 'detached' });
  }
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: study.path });
    expect((await engine.ask('project.stats', {})).per_rater).toMatchObject({ Ada: ITEMS });
    expect((await engine.ask('packet.state', {})).conflicts).toEqual([]);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
  });
});
