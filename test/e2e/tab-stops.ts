import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { z } from 'zod';

/** More stops than any screen has; what scrolls on in pages is left after these. */
const MOST_STOPS = 160;
const SETTLE_MS = 200;

/** The element with the focus: whether a ring shows it, on itself or on what stands for it, and whether anything covers it. */
const STOP = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const near = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling, ...(element.labels ?? [])].filter(Boolean);
  const isRinged = near.some((each) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)';
  });
  const { x, y, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 24));
  const isSeen = width <= 1 || (top !== null && near.some((each) => each.contains(top) || top.contains(each)));
  window.stops ??= new Map();
  if (!window.stops.has(element)) window.stops.set(element, window.stops.size);
  const words = element.ariaLabel || element.innerText || element.placeholder || element.tagName;
  return { id: window.stops.get(element), words: words.trim().slice(0, 50), isRinged, isSeen };
})()`;

const stop = z
  .object({ id: z.number(), words: z.string(), isRinged: z.boolean(), isSeen: z.boolean() })
  .nullable();

/** Where the Tab key stands. What is laid out anew under it comes into sight a moment later. */
async function standing(page: Page): Promise<z.infer<typeof stop>> {
  const now = stop.parse(await page.evaluate(STOP));
  if (now === null || now.isSeen) return now;
  await sleep(SETTLE_MS);
  return stop.parse(await page.evaluate(STOP));
}

/** What floats keeps the focus, so that Escape closes it. */
const LET_GO = `document.activeElement?.closest('[role=dialog]') || document.activeElement?.blur()`;

/** What is wrong with the stops of the Tab key on what is shown: no ring, out of sight, or no way on. Leaves the page without a focus. */
export async function faultyStops(page: Page): Promise<string[]> {
  await sleep(SETTLE_MS);
  const met: number[] = [];
  const faults: string[] = [];
  while (met.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const now = await standing(page);
    if (now === null && met.length === 0) continue;
    if (now === null || now.id === met[0]) break;
    const { id, words, isRinged, isSeen } = now;
    if (!isRinged) faults.push(`no ring: ${words}`);
    if (!isSeen) faults.push(`out of sight: ${words}`);
    if (met.includes(id)) {
      faults.push(`no way on from ${words}`);
      break;
    }
    met.push(id);
  }
  await page.evaluate(LET_GO);
  return faults;
}
