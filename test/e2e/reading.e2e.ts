import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from '../support/engine.ts';
import { writeLines } from '../support/transcripts.ts';
import { launch, type Touchstone, workFolder } from './harness.ts';

const REFUND = `## Refund status

Your order **4471** was *received*; see [the policy](https://example.com/policy). <img src=x onerror=alert(1)>

\`\`\`js
const order = 4471;
\`\`\`

The money comes on Friday.`;
const ARABIC = 'شكرا لك. وصل الطلب إلى المستودع.';
const HARSH = 'He was stabbed to death in the alley.';
const LONG = Array.from(
  { length: 900 },
  (_, n) => `Paragraph ${n} is *one* of many, and it says little.\n\n`,
).join('');

const TURNS = Array.from({ length: 500 }, (_, n) => ({
  role: n % 2 === 0 ? 'user' : 'assistant',
  content: n % 2 === 0 ? `Question ${n}, where is my parcel?` : `Answer ${n}: it is on its way.`,
}));
const asked = (id: string, answer: string) => ({
  id,
  messages: [
    { role: 'system', content: 'You speak for a shop of marzipan potatoes.' },
    { role: 'user', content: 'Where is my refund?' },
    { role: 'assistant', content: answer },
  ],
});

/** A project with an answer of each sort; gives their order in Ada's queue, and the ids of their assignments. */
async function prepare(folder: string): Promise<{ project: string; order: string[]; assignments: string[] }> {
  const project = join(folder, 'study.touchstone');
  const conversations = [
    asked('refund', REFUND),
    asked('arabic', ARABIC),
    asked('harsh', HARSH),
    asked('long', LONG),
    {
      id: 'turns',
      messages: [...TURNS, { role: 'user', content: 'And now?' }, { role: 'assistant', content: 'Soon.' }],
    },
  ];
  const file = writeLines(join(folder, 'transcripts.jsonl'), conversations);
  return withEngine(async (engine) => {
    await engine.ask('project.create', { file: project });
    await engine.ask('import.transcripts', { files: [file] });
    const { sample } = await engine.ask('sample.draw', {
      size: conversations.length,
      seed: 7,
      answers: 'last',
    });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 7 });
    const { raters } = await engine.ask('project.summary', {});
    const { entries } = await engine.ask('queue.open', { rater: raters[0]?.id ?? '' });
    const assignments = entries.map(({ assignment }) => assignment);
    const order: string[] = [];
    for (const assignment of assignments)
      order.push((await engine.ask('item.show', { assignment })).answer.text);
    return { project, order, assignments };
  });
}

/** A rater who reads by keyboard alone. */
class Reader {
  readonly touchstone: Touchstone;
  readonly #order: readonly string[];
  readonly #assignments: readonly string[];
  #at = 0;

  constructor(touchstone: Touchstone, order: readonly string[], assignments: readonly string[]) {
    this.touchstone = touchstone;
    this.#order = order;
    this.#assignments = assignments;
  }

  press(...keys: string[]): Promise<void> {
    return this.touchstone.press(...keys);
  }

  /** Goes to the item with this answer. */
  async goTo(answer: string): Promise<void> {
    const to = this.#order.indexOf(answer);
    for (; this.#at !== to; this.#at += Math.sign(to - this.#at)) {
      await this.press(this.#at < to ? 'j' : 'k');
      const next = this.#order[this.#at + Math.sign(to - this.#at)] ?? '';
      await expect.poll(() => this.text()).toBe(next);
    }
  }

  /** All of the answer's text that is on the page, hidden signs included. */
  text(): Promise<string> {
    return this.touchstone.page.locator('#answer-text').evaluate((element) => element.textContent ?? '');
  }

  selected(): Promise<string> {
    return this.touchstone.page.evaluate(() => String(window.getSelection()));
  }

  said(): Promise<string> {
    return this.touchstone.page
      .locator('[aria-live=polite]')
      .allTextContents()
      .then((texts) => texts.join(' '));
  }

  /** Labelled text as it is stored: label and words. */
  async spans(): Promise<[string, string][]> {
    const assignment = this.#assignments[this.#at] ?? '';
    const shown = await this.touchstone.call('item.show', { assignment });
    if (!shown.ok) throw new Error(shown.error.message);
    const { answer, stored } = shown.value;
    return stored.rating.spans.map(({ start, end, label }) => [label, answer.text.slice(start, end)]);
  }
}

test('reading, labelling, finding, rewriting and how text looks, by keyboard alone', async () => {
  await using folder = await workFolder();
  const { project, order, assignments } = await prepare(folder.path);
  await using touchstone = await launch(folder.path, { project });
  const { page } = touchstone;
  const reader = new Reader(touchstone, order, assignments);
  await page.getByText('Who is at the desk?').waitFor();
  await reader.press('1');
  await page.waitForSelector('html[data-ready=rate]');

  // Markdown, with every letter of the text at its place; nothing in it loads or leads anywhere.
  await reader.goTo(REFUND);
  await page.getByRole('heading', { name: 'Refund status' }).waitFor();
  const answer = page.locator('#answer-text');
  expect(await answer.locator('strong').allTextContents()).toEqual(
    ['4471'].map((words) => expect.stringContaining(words)),
  );
  expect(await answer.locator('a, img, script, iframe, [href], [src]').count()).toBe(0);
  expect(await answer.innerText()).toContain('the policy(https://example.com/policy)');
  expect(await answer.innerText()).not.toContain('**');
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('code-keyword')?.size ?? 0))
    .toBeGreaterThan(0);

  // Select and label; the label menu; a second stretch over the first; edges moved; one taken off; undone.
  await reader.press('1', '1', '4', '2', 'a', 'Escape');
  await reader.press(...Array<string>(3).fill('ArrowRight'), 'Shift+ArrowRight', 'h', 'a');
  await expect.poll(() => reader.spans()).toEqual([['age', 'Your order']]);
  await reader.press(
    'Escape',
    ...Array<string>(4).fill('ArrowRight'),
    'Shift+ArrowRight',
    'Shift+ArrowRight',
    'h',
    'a',
  );
  await expect
    .poll(() => reader.spans())
    .toEqual([
      ['age', 'Your order'],
      ['age', 'order **4471** was'],
    ]);
  await reader.press('Escape', ']', ']');
  await expect.poll(() => reader.said()).toContain('Labelled text 2 of 2: age, “order');
  await reader.press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'Alt+ArrowRight');
  await expect
    .poll(() => reader.spans())
    .toEqual([
      ['age', 'Your order'],
      ['age', 'our order'],
    ]);
  await reader.press('Delete');
  await expect.poll(() => reader.spans()).toEqual([['age', 'Your order']]);
  await reader.press('Control+z');
  await expect.poll(async () => (await reader.spans()).length).toBe(2);

  // As it is written, and back.
  await reader.press('Shift+R');
  await expect.poll(() => answer.innerText()).toContain('Your order');
  expect(await answer.innerText()).toContain('**4471**');
  await reader.press('Shift+R');
  await page.getByRole('heading', { name: 'Refund status' }).waitFor();

  // A rewrite, with what it changed.
  await reader.press('r', 'Control+End');
  await page.keyboard.type(' Goodbye now.');
  await page.locator('ins', { hasText: 'Goodbye now.' }).waitFor();
  await reader.press('Escape');
  await page.getByText('2 words added, 0 words taken out').waitFor();

  // From right to left the arrow to the left goes on.
  await reader.goTo(ARABIC);
  await reader.press('ArrowLeft', 'ArrowLeft', 'Shift+ArrowLeft');
  expect(await reader.selected()).toBe('لك. وصل');

  // What is harsh is covered until it is asked for, and nothing in it can be selected.
  await reader.goTo(HARSH);
  await page.getByText('This may be hard to read: violence.').waitFor();
  await expect.poll(() => reader.said()).toContain('Covered, it may be hard to read: violence.');
  await reader.press('ArrowRight');
  expect(await reader.selected()).toBe('');
  await reader.press('Space', 'ArrowRight');
  expect(await reader.selected()).toBe('He');

  // Finding goes through what is folded and what is far away.
  await reader.press('/');
  await page.getByLabel('Find in the conversation').waitFor();
  await page.keyboard.type('marzipan');
  await page.getByText('1 of 1').waitFor();
  await page.locator('details[data-fold=system][open]').waitFor({ state: 'attached' });
  await reader.press('Escape', 'Escape');
  await reader.goTo('Soon.');
  await reader.press('Control+f', 'ControlOrMeta+a');
  await page.keyboard.type('question 40');
  await page.getByText('1 of 6').waitFor();
  await reader.press('Enter');
  await expect.poll(() => page.getByText('Question 400, where').isVisible()).toBe(true);
  const inView = () =>
    page.getByText('Question 400, where').evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const pane = document.getElementById('conversation')?.getBoundingClientRect();
      return pane !== undefined && top < pane.bottom && bottom > pane.top;
    });
  await expect.poll(inView).toBe(true);
  await reader.press('Escape', 'Escape');

  // A long answer is there whole, though little of it is laid out, and a word at its end can be labelled.
  await reader.goTo(LONG);
  expect(await page.locator('#answer-text p').count()).toBeLessThan(400);
  await reader.press('ControlOrMeta+f', 'ControlOrMeta+a');
  await page.keyboard.type('Paragraph 899 is');
  await page.getByText('1 of 1').waitFor();
  await page.locator('#answer-text').getByText('Paragraph 899 is').waitFor();
  await reader.press('Escape', 'Escape');

  // How text looks stays as it is set.
  await reader.press('Shift+T');
  const panel = page.getByRole('dialog');
  await panel.waitFor();
  await page.getByRole('radio', { name: /Lexend/ }).focus();
  await reader.press('Space');
  await page.getByRole('slider', { name: /^Size/ }).focus();
  await reader.press('ArrowRight', 'ArrowRight', 'Escape');
  await panel.waitFor({ state: 'detached' });
  const looks = () =>
    page.locator('#answer-text').evaluate((element) => {
      const { fontFamily, fontSize } = getComputedStyle(element);
      return [fontFamily.split(',')[0], fontSize];
    });
  expect(await looks()).toEqual(['"Lexend Variable"', '20px']);
  await expect.poll(() => page.evaluate(() => document.fonts.check('20px "Lexend Variable"'))).toBe(true);
  const state = await touchstone.call('app.state', {});
  expect(state.ok && state.value.preferences).toMatchObject({ textFont: 'dyslexic', textSize: 20 });
});
