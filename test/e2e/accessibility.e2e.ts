import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from 'playwright';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { launch, type Touchstone, workFolder } from './harness.ts';
import { Keyboard } from './keyboard.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.0 to 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const RUN = `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ target, failureSummary }) => target.join(' ') + ' ' + failureSummary) })))`;

const findings = z.array(z.object({ rule: z.string(), elements: z.array(z.string()) }));

const SECTIONS = ['Import', 'Survey', 'Transcripts', 'Rubric', 'Sample', 'Agreement', 'Export', 'Audit'];
/** What floats above the screens, by the words that find it among the commands. */
const OVERLAYS = [
  'Show all keys',
  'Change the keys',
  'Practise the keys',
  'How text looks: font, size, width',
  'Set or change a PIN',
  'Project settings',
  'Answer what raters marked for the lead',
];
/** What Rate opens, by its keys, one after the other on the same item. */
const RATE_STATES: readonly (readonly [state: string, keys: readonly string[]])[] = [
  ['with nothing given', []],
  ['while categories are chosen', ['1', '1', '4', '2']],
  ['while a reason is written', ['Escape', 'c']],
  ['while the answer is rewritten', ['Escape', 'r']],
  ['while a reason to skip is chosen', ['Escape', 'x']],
  ['while it is marked for the lead', ['Escape', 'm']],
  ['with the guidelines open', ['Escape', 'g']],
  ['while the conversation is searched', ['Escape', '/']],
];

/** Looks a page over, in each way it can be seen. */
class Inspection {
  readonly found: string[] = [];
  private readonly touchstone: Touchstone;
  private readonly session: CDPSession;

  constructor(touchstone: Touchstone, session: CDPSession) {
    this.touchstone = touchstone;
    this.session = session;
  }

  /** Takes note of what is wrong with what is shown now, in both themes. */
  async look(where: string): Promise<void> {
    for (const theme of ['light', 'dark'] as const) {
      await this.touchstone.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await sleep(50);
      for (const { rule, elements } of await this.run())
        this.found.push(`${where}, ${theme}: ${rule}\n  ${elements.slice(0, 4).join('\n  ')}`);
    }
  }

  private async run(): Promise<z.infer<typeof findings>> {
    // By the debugger, since the page itself may run no text as code.
    const there = await this.session.send('Runtime.evaluate', {
      expression: 'typeof axe',
      returnByValue: true,
    });
    if (there.result.value === 'undefined') await this.session.send('Runtime.evaluate', { expression: AXE });
    const { result } = await this.session.send('Runtime.evaluate', {
      expression: RUN,
      awaitPromise: true,
      returnByValue: true,
    });
    return findings.parse(result.value);
  }
}

const zoom = (touchstone: Touchstone, factor: number): Promise<void> =>
  touchstone.app.evaluate(({ BrowserWindow }, zoomFactor) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(zoomFactor);
  }, factor);

async function walkSections(inspection: Inspection, keyboard: Keyboard, how: string): Promise<void> {
  for (const section of SECTIONS) {
    await keyboard.command(`Go to ${section}`);
    await keyboard.page.getByRole('heading', { level: 1 }).first().waitFor();
    await keyboard.page.waitForLoadState('networkidle');
    await sleep(400);
    await inspection.look(`${section}${how}`);
  }
}

test('no screen and no panel breaks a rule of WCAG 2.2 AA, in both themes and at twice the size', async () => {
  await using folder = await workFolder();
  await using touchstone = await launch(folder.path);
  await touchstone.setDocuments(folder.path);
  const { page } = touchstone;
  const keyboard = new Keyboard(page);
  const inspection = new Inspection(touchstone, await page.context().newCDPSession(page));

  await page.getByText('Try the sample project').waitFor();
  await inspection.look('Start');
  await keyboard.press('t');
  await page.getByText('Who is at the desk?').waitFor({ timeout: 60_000 });
  await inspection.look('Who');
  await keyboard.press('Enter');

  await page.waitForSelector('html[data-ready=rate]');
  for (const [state, keys] of RATE_STATES) {
    await keyboard.press(...keys);
    await sleep(300);
    await inspection.look(`Rate ${state}`);
  }
  await keyboard.press('Escape', 'Escape');
  for (const overlay of OVERLAYS) {
    await keyboard.command(overlay);
    await sleep(500);
    await inspection.look(overlay);
    await keyboard.press('Escape');
    await sleep(150);
    if (await page.getByRole('dialog').count()) await keyboard.press('Escape');
  }
  await walkSections(inspection, keyboard, '');
  await zoom(touchstone, 2);
  await walkSections(inspection, keyboard, ' at 200 %');
  await keyboard.command('Go to Rate');
  await page.waitForSelector('html[data-ready=rate]');
  await inspection.look('Rate at 200 %');

  expect(inspection.found.join('\n')).toBe('');
});
