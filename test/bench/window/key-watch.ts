import type { Page } from 'playwright';

/** What became of one key. Milliseconds from the key event's own time. */
export interface KeyTimes {
  key: string;
  /** To the first task after the first frame in which the page showed it. */
  painted: number | null;
  /** To when the page said that all is saved; null where it does not say so. */
  saved: number | null;
}

declare global {
  interface Window {
    keyTimes: KeyTimes[];
  }
}

/**
 * Runs in the page: times every key from now on. `shown` selects what a key changes, `saveState` what says whether all is saved.
 */
function watch({ shown, saveState }: { shown: string; saveState: string | null }): void {
  window.keyTimes = [];
  const face = () =>
    [...document.querySelectorAll<HTMLElement>(shown)]
      .map((element) => (element instanceof HTMLInputElement ? element.name : element.textContent))
      .join('|');
  const afterFrame = (work: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = work;
      port2.postMessage(null);
    });
  const unsaved: { times: KeyTimes; at: number }[] = [];

  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      const before = face();
      const times: KeyTimes = { key, painted: null, saved: null };
      window.keyTimes.push(times);
      unsaved.push({ times, at: timeStamp });
      const look = () => {
        const now = performance.now();
        if (face() !== before) times.painted = now - timeStamp;
        else if (now - timeStamp < 2000) afterFrame(look);
      };
      afterFrame(look);
    },
    { capture: true },
  );

  if (saveState === null) return;
  new MutationObserver(() => {
    const state = document.querySelector(saveState)?.textContent ?? '';
    if (!state.startsWith('saved')) return;
    const now = performance.now();
    for (const { times, at } of unsaved.splice(0)) times.saved = now - at;
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
}

export interface Watched {
  page: Page;
  /** What the keys did so far. */
  times(): Promise<KeyTimes[]>;
}

/** Times the keys pressed on a page. */
export async function watchKeys(page: Page, shown: string, saveState: string | null): Promise<Watched> {
  await page.evaluate(watch, { shown, saveState });
  return { page, times: () => page.evaluate(() => window.keyTimes) };
}
