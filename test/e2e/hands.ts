import { setTimeout as sleep } from 'node:timers/promises';
import type { Touchstone } from './harness.ts';
import { type ShownAsSaved, watchSource } from './saved-watch.ts';

/** What a key is to Chromium; letters and digits say it themselves. */
const NAMED: Readonly<Record<string, { code: string; windowsVirtualKeyCode: number; text?: string }>> = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
};

/** Which modifier keys Chromium is told of, as it counts them. */
const CONTROL = 2;

function keyEvent(press: string) {
  const isControl = press.startsWith('Control+');
  const key = press.replace('Control+', '');
  const named = NAMED[key];
  const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
  const plain = { code, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0), text: key };
  const { text, ...rest } = named ?? plain;
  return { key, ...rest, ...(isControl ? { modifiers: CONTROL } : text === undefined ? {} : { text }) };
}

/**
 * Presses keys through the main process, and reads there what the page tells. The test tool's own way to a page ends for good when
 * the page's process is killed; this one finds the page again.
 */
export class Hands {
  readonly #touchstone: Touchstone;

  constructor(touchstone: Touchstone) {
    this.#touchstone = touchstone;
  }

  /** Presses keys with so many milliseconds before each; false when the page was gone before it had taken them all. */
  press(presses: readonly (readonly [key: string, pause: number])[]): Promise<boolean> {
    const events = presses.map(([key, pause]) => ({ pause, event: keyEvent(key) }));
    return this.#touchstone.app.evaluate(async ({ BrowserWindow }, keys) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents || contents.isCrashed()) return false;
      if (!contents.debugger.isAttached()) contents.debugger.attach('1.3');
      const pause = (ms: number) => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms));
      const send = async (event: object): Promise<boolean> => {
        await contents.debugger.sendCommand('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
        await contents.debugger.sendCommand('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
        return true;
      };
      let isGone = false;
      const noteGone = () => {
        isGone = true;
      };
      contents.once('render-process-gone', noteGone);
      for (const { pause: before, event } of keys) {
        await pause(before);
        // The next key would reach the page that comes in the place of the one that was killed.
        if (isGone) return false;
        // A page that was killed may leave a key unanswered for ever.
        if (!(await Promise.race([send(event).catch(() => false), pause(2000)]))) return false;
      }
      contents.off('render-process-gone', noteGone);
      return !isGone;
    }, events);
  }

  /** From now on, and after every load of the page, what it shows as saved is written to stderr. */
  async watch(): Promise<void> {
    await this.#touchstone.app.evaluate(async ({ BrowserWindow }, source) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.on('console-message', (event, _level, message) => {
        const text = 'message' in event ? String(event.message) : message;
        if (text.startsWith('SAVED ')) process.stderr.write(`${text}\n`);
      });
      contents?.on('did-finish-load', () => void contents.executeJavaScript(source));
      await contents?.executeJavaScript(source);
    }, watchSource());
  }

  /** What was shown as saved so far. */
  get seen(): ShownAsSaved[] {
    return this.#touchstone.said
      .join('')
      .split('\n')
      .filter((line) => /^SAVED \{.*\}$/.test(line))
      .map((line) => JSON.parse(line.slice('SAVED '.length)));
  }

  /** Waits until an item is shown and keys are answered. */
  async untilReady(): Promise<void> {
    while (!(await this.#tells("document.documentElement.dataset.ready === 'rate'"))) await sleep(20);
  }

  /** The id of the process of the page. */
  page(): Promise<number> {
    return this.#touchstone.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    );
  }

  /** What the page says to an expression; false while there is no page. */
  #tells(expression: string): Promise<boolean> {
    return this.#touchstone.app.evaluate(async ({ BrowserWindow }, asked) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoading()) return false;
      return await contents.executeJavaScript(asked).catch(() => false);
    }, expression);
  }
}
