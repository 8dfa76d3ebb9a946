import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';
import { z } from 'zod';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.0 to 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What colours alone decide, all that a theme changes. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** What the size of the window decides. */
const ROOM = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };
/** Until what was fetched late is drawn. */
const SETTLE_MS = 150;

const run = (within: string, runOnly: unknown): string => {
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false });
  return `axe.run(${JSON.stringify(within)}, ${options}).then(({ violations }) => violations.map(({ id, nodes }) =>
    id + '\\n  ' + nodes.slice(0, 4).map(({ target, failureSummary }) => target.join(' ') + ' ' + failureSummary).join('\\n  ')))`;
};

/** Texts and controls that are cut off or lie beyond the window with nothing that would scroll to them, and a page that scrolls sideways. */
const OUT_OF_REACH = `(() => {
  const scrolls = (element, axis) => {
    for (let at = element; at; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at)['overflow' + axis])) return true;
    return false;
  };
  const found = [];
  const page = document.querySelector('main');
  if (page && page.scrollWidth > page.clientWidth + 1) found.push('the page scrolls sideways');
  for (const element of document.querySelectorAll('main *, [role=dialog] *, header button')) {
    if (element.closest('svg, .visually-hidden, [aria-hidden=true]')) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    if (!isText && !element.matches('button, input, textarea, select')) continue;
    const { left, right, top, bottom, width } = element.getBoundingClientRect();
    if (width <= 1) continue;
    const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(element);
    const isCut = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const beside = (left < -1 || right > innerWidth + 1) && !scrolls(element, 'X');
    const below = (top < -1 || bottom > innerHeight + 1) && !scrolls(element, 'Y');
    if ((isCut && textOverflow !== 'ellipsis' && webkitLineClamp === 'none') || beside || below)
      found.push((element.textContent || element.ariaLabel || element.tagName).trim().slice(0, 60));
  }
  return found;
})()`;

/** Looks a page over, and keeps what is wrong with it. */
export class Inspection {
  readonly found: string[] = [];
  private theme: 'light' | 'dark' = 'light';
  private readonly page: Page;
  private readonly session: CDPSession;

  constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
  }

  static async of(page: Page): Promise<Inspection> {
    const inspection = new Inspection(page, await page.context().newCDPSession(page));
    await inspection.turnOn('light');
    return inspection;
  }

  /** All rules in the theme that is on, those of colours in the other too, which stays on. */
  async look(name: string, within = 'html'): Promise<void> {
    await sleep(SETTLE_MS);
    await this.axe(`${name}, ${this.theme}`, within, RULES);
    await this.turnOn(this.theme === 'light' ? 'dark' : 'light');
    await this.axe(`${name}, ${this.theme}`, within, COLOURS);
  }

  /** The rules of room, and whether all can be reached: for a page at twice the size. */
  async lookAtRoom(name: string, within = 'html'): Promise<void> {
    await sleep(SETTLE_MS);
    await this.axe(`${name}, 200 %`, within, ROOM);
    for (const what of z.array(z.string()).parse(await this.evaluate(OUT_OF_REACH)))
      this.found.push(`${name}, 200 %: out of reach: ${what}`);
  }

  private async turnOn(theme: 'light' | 'dark'): Promise<void> {
    this.theme = theme;
    await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await this.page.waitForSelector(`html[data-mantine-color-scheme=${theme}]`);
  }

  private async axe(name: string, within: string, rules: unknown): Promise<void> {
    if ((await this.evaluate('typeof axe')) === 'undefined') await this.evaluate(`${AXE}; null`);
    for (const finding of z.array(z.string()).parse(await this.evaluate(run(within, rules))))
      this.found.push(`${name}: ${finding}`);
  }

  /** By the debugger, since the page itself may run no text as code. */
  private async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}
