import type { Page } from 'playwright';

/** What became of one key. */
export interface KeyTimes {
  key: string;
  /** The key event's own time, milliseconds since 1970. */
  pressedAt: number;
  /** Milliseconds from then to the first task after the first frame in which the page showed it; null where it never did. */
  painted: number | null;
}

declare global {
  interface Window {
    keyTimes: KeyTimes[];
    stopKeyTimes(): void;
  }
}

/** Runs in the page: times every key from now on. `shown` selects what a key changes. */
function watch(shown: string): void {
  window.keyTimes = [];
  // Of a long text its first section, so that to look takes no time that counts.
  const textOf = (element: HTMLElement) => (element.firstElementChild ?? element).textContent;
  const face = () =>
    [...document.querySelectorAll<HTMLElement>(shown)]
      .map((element) => (element instanceof HTMLInputElement ? element.name : textOf(element)))
      .join('|');
  const afterFrame = (work: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = work;
      port2.postMessage(null);
    });
  const onKeyDown = ({ key, timeStamp }: KeyboardEvent) => {
    const before = face();
    const times: KeyTimes = { key, pressedAt: performance.timeOrigin + timeStamp, painted: null };
    window.keyTimes.push(times);
    const look = () => {
      const now = performance.now();
      if (face() !== before) times.painted = now - timeStamp;
      else if (now - timeStamp < 2000) afterFrame(look);
    };
    afterFrame(look);
  };
  addEventListener('keydown', onKeyDown, { capture: true });
  window.stopKeyTimes = () => removeEventListener('keydown', onKeyDown, { capture: true });
}

export interface Watched {
  page: Page;
  /** What the keys did so far. */
  times(): Promise<KeyTimes[]>;
  /** Times no more keys, and forgets what there is. */
  stop(): Promise<void>;
}

/** Times the keys pressed on a page. */
export async function watchKeys(page: Page, shown: string): Promise<Watched> {
  await page.evaluate(watch, shown);
  return {
    page,
    times: () => page.evaluate(() => window.keyTimes),
    stop: () =>
      page.evaluate(() => {
        window.stopKeyTimes();
        window.keyTimes = [];
      }),
  };
}
