import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Touchstone } from './harness.ts';
import { Keyboard } from './keyboard.ts';

/** Somebody who is shown around, and where what they need lies on disk. */
export interface Tour {
  page: Page;
  keyboard: Keyboard;
  touchstone: Touchstone;
  folder: string;
}

/** Something the window can show, and how one comes to it from the stop before. */
export interface Stop {
  name: string;
  show(tour: Tour): Promise<unknown>;
  /** Goes back to the screen below. */
  leave?(tour: Tour): Promise<unknown>;
  /** What of the page is new here, where it is not all of it. */
  within?: string;
}

export const tourOf = (touchstone: Touchstone, folder: string): Tour => ({
  page: touchstone.page,
  keyboard: new Keyboard(touchstone.page),
  touchstone,
  folder,
});

const DIALOG = '[role=dialog]';

const goBack = ({ keyboard }: Tour): Promise<void> => keyboard.press('Escape');

async function escapeDialog({ keyboard, page }: Tour): Promise<void> {
  await keyboard.press('Escape');
  await page.locator(DIALOG).waitFor({ state: 'hidden' });
}

const onRate = ({ page }: Tour): Promise<unknown> => page.waitForSelector('html[data-ready=rate]');

/** A screen of the project by its key. */
const screen = (name: string, key: string, title: string = name): Stop => ({
  name,
  async show({ keyboard, page }) {
    await keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  },
});

const tab = (name: string, words: string | RegExp): Stop => ({
  name,
  show: ({ page }) => page.getByRole('tab', { name: words }).click(),
});

/** What a command of the palette puts above the screen. */
const overlay = (words: string): Stop => ({
  name: words,
  async show({ keyboard, page }) {
    await keyboard.command(words);
    await page.locator(DIALOG).getByRole('heading').first().waitFor();
  },
  leave: escapeDialog,
  within: DIALOG,
});

const pressed = (name: string, ...keys: string[]): Stop => ({
  name,
  show: ({ keyboard }) => keyboard.press(...keys),
  leave: goBack,
});

export const START: readonly Stop[] = [
  { name: 'Start', show: ({ page }) => page.getByText('Try the sample project').waitFor() },
  pressed('Start, a new project', 'n'),
];

export const WHO: Stop = {
  name: 'Who is at the desk',
  show: ({ page }) => page.getByText('Who is at the desk?').waitFor({ timeout: 60_000 }),
};

/** What Rate shows of one answer, each on top of what was given before. */
export const RATE: readonly Stop[] = [
  { name: 'Rate', show: onRate },
  pressed('Rate, categories', '1', '1', '4', '2'),
  pressed('Rate, rationale', 'c'),
  pressed('Rate, rewrite', 'r'),
  pressed('Rate, reasons to skip', 'x'),
  pressed('Rate, another reason to skip', 'x', '5'),
  pressed('Rate, marked for the lead', 'm'),
  { ...pressed('Rate, guidelines', 'g'), leave: escapeDialog },
  pressed('Rate, find', '/', 'a', 'Enter'),
  pressed('Rate, what the options mean', 'f', 'e'),
  pressed('Rate, cannot judge', 'u'),
  pressed('Rate, snippets', 'v'),
  pressed('Rate, a label', 'ArrowRight', 'Shift+ArrowRight', 'h'),
  pressed('Rate, pause', 'Control+p'),
];

export const OVERLAYS: readonly Stop[] = [
  {
    name: 'Commands',
    async show({ keyboard, page }) {
      await keyboard.press('ControlOrMeta+k');
      await page.locator(DIALOG).waitFor();
    },
    leave: escapeDialog,
    within: DIALOG,
  },
  overlay('Show all keys'),
  overlay('Change the keys'),
  overlay('How text looks: font, size, width'),
  overlay('Set or change a PIN'),
  overlay('Project settings'),
  overlay('Answer what raters marked for the lead'),
  {
    name: 'Menu of the person',
    async show({ page }) {
      await page.getByRole('button', { name: /^At the desk/ }).press('Enter');
      await page.getByRole('menu').waitFor();
    },
    leave: goBack,
    within: '[role=menu]',
  },
  {
    name: 'Practice',
    async show({ keyboard, page }) {
      await keyboard.command('Practise the keys');
      await page.getByText('Step 1 of').waitFor();
    },
    async leave(tour) {
      await goBack(tour);
      await onRate(tour);
    },
  },
];

/** A table whose columns nobody knows, so that it is to be said what they are. */
function unknownTable(folder: string): string {
  const path = join(folder, 'answers.csv');
  writeFileSync(path, 'frage,antwort,note\nWhere is it?,On its way.,3\nWhen?,On Monday.,5\n');
  return path;
}

export const SECTIONS: readonly Stop[] = [
  screen('Import', 'Alt+1'),
  tab('Import, new', 'New import'),
  {
    name: 'Import, a table to be explained',
    async show({ page, touchstone, folder }) {
      await touchstone.answerOpenDialog(unknownTable(folder));
      await page.getByRole('button', { name: 'Choose files…' }).click();
      await page.getByText('answers.csv').first().waitFor();
    },
  },
  tab('Import, not readable', /^Not readable/),
  tab('Import, past imports', /^Past/),
  screen('Survey', 'Alt+2', 'What came in'),
  {
    name: 'Transcripts',
    async show({ keyboard, page }) {
      await keyboard.press('Alt+3');
      await page.getByRole('searchbox').waitFor();
    },
  },
  pressed('Transcripts, reading', 'j', 'Enter'),
  pressed('Transcripts, a filter', 'f'),
  screen('Rubric', 'Alt+4'),
  tab('Rubric, versions', /^Versions/),
  tab('Rubric, judge again', /^Judge again/),
  {
    name: 'Rubric, editor',
    async show({ keyboard, page }) {
      await keyboard.push(/^Edit a copy|^Go on with the draft/);
      await page.getByText('As a rater sees it').waitFor();
    },
  },
  screen('Sample', 'Alt+5', 'Sample and assign'),
  tab('Sample, assign', /Assign/),
  screen('Agreement', 'Alt+7'),
  screen('Adjudicate', 'Alt+8'),
  pressed('Adjudicate, another value', 'v'),
  pressed('Adjudicate, back to the raters', 'n'),
  {
    name: 'Adjudicate, rule',
    show: ({ page }) => page.getByRole('button', { name: 'Rule…' }).click(),
    leave: escapeDialog,
    within: DIALOG,
  },
  screen('Export', 'Alt+9'),
  screen('Exchange', 'Alt+t'),
  screen('Audit', 'Alt+0'),
  tab('Audit, record', 'Record'),
  tab('Audit, log', 'Log'),
];

/** The editor of the rubric, where a draft is open. */
export const EDITOR: Stop = {
  name: 'Rubric, editor',
  async show({ keyboard, page }) {
    await keyboard.press('Alt+4');
    await page.getByText('As a rater sees it').waitFor();
  },
};

/** Goes from stop to stop and looks at each. */
export async function walk(
  tour: Tour,
  stops: readonly Stop[],
  look: (stop: Stop) => Promise<void>,
): Promise<void> {
  for (const stop of stops) {
    await stop.show(tour);
    await look(stop);
    await stop.leave?.(tour);
  }
}
