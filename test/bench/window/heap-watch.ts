import type { Page } from 'playwright';

/** The page's JavaScript heap, MB. */
export interface Heap {
  /** As it stands. */
  used: number;
  /** What is left of it when everything that nobody needs is gone. */
  kept: number;
}

const MB = 2 ** 20;

/** Gives what tells how large the heap of a page is. */
export async function watchHeap(page: Page): Promise<() => Promise<Heap>> {
  const cdp = await page.context().newCDPSession(page);
  const size = async (): Promise<number> => (await cdp.send('Runtime.getHeapUsage')).usedSize / MB;
  return async () => {
    const used = await size();
    await cdp.send('HeapProfiler.collectGarbage');
    return { used, kept: await size() };
  };
}
