import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright';
import type { Program } from './programs.ts';

const now = (): number => performance.timeOrigin + performance.now();

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /^DevTools listening on (ws:\S+)/m.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('close', (status) => reject(new Error(`the program ended with status ${status}:\n${said}`)));
  });
}

/** Runs in the page: the time, since 1970, of the first task after the frame that follows its being ready. */
function readyAt(mark: string): Promise<number> {
  const root = document.documentElement;
  return new Promise((resolve) => {
    const painted = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    if (root.dataset.ready === mark) {
      painted();
      return;
    }
    const observer = new MutationObserver(() => {
      if (root.dataset.ready !== mark) return;
      observer.disconnect();
      painted();
    });
    observer.observe(root, { attributes: true });
  });
}

/** The page once it is there; asked again where it was still the empty one that every window begins with. */
async function askPage(page: Page, mark: string): Promise<number> {
  for (;;) {
    try {
      await page.waitForURL(/^(app|file):/, { waitUntil: 'commit' });
      return await page.evaluate(readyAt, mark);
    } catch (error) {
      if (page.isClosed() || !String(error).includes('context')) throw error;
    }
  }
}

/**
 * Starts a program, and gives the milliseconds from then to the first frame in which its window can be used. The page is watched
 * through Chromium's debugging port, which costs the same in every program.
 */
export async function launchTime({ executable, args, env, ready }: Program): Promise<number> {
  const started = now();
  const child = spawn(executable, ['--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('the program shows no page');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const time = (await askPage(page, ready)) - started;
    await page.close();
    await ended;
    await browser.close();
    return time;
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}
