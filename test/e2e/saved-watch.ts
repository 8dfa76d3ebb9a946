import type { Page } from 'playwright';

/** What the screen showed at a moment when it said that everything is saved. */
export interface ShownAsSaved {
  /** Place in the rater's queue, from 1. */
  position: number;
  /** Chosen values by dimension. */
  values: Record<string, number>;
  /** Items done, as the progress bar tells. */
  done: number;
}

declare global {
  interface Window {
    noteSaved(shown: ShownAsSaved): void;
  }
}

/** Runs in the page: looks after every change of it, and notes what is shown whenever all is said to be saved. */
function watch(): void {
  const words = (pattern: RegExp): RegExpExecArray | undefined => {
    for (const { textContent } of document.querySelectorAll('header span')) {
      const found = pattern.exec(textContent);
      if (found) return found;
    }
    return undefined;
  };
  let last = '';
  const look = () => {
    const place = words(/^([\d,]+) of [\d,]+$/);
    if (!place || !words(/^saved \d/)) return;
    const chosen = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')];
    const shown = {
      position: Number(place[1]?.replaceAll(',', '')),
      values: Object.fromEntries(
        chosen.map((input) => [input.name, Number(input.closest('label')?.textContent?.trim()[0])]),
      ),
      done: Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')),
    };
    const text = JSON.stringify(shown);
    if (text === last) return;
    last = text;
    window.noteSaved(shown);
  };
  new MutationObserver(look).observe(document.documentElement, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
}

/** Collects what a page shows as saved, from now until it is gone. */
export async function watchSaved(page: Page): Promise<ShownAsSaved[]> {
  const seen: ShownAsSaved[] = [];
  await page.exposeFunction('noteSaved', (shown: ShownAsSaved) => void seen.push(shown));
  await page.evaluate(watch);
  return seen;
}
