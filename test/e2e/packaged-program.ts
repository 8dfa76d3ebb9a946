import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';

const RELEASE = join(import.meta.dirname, '..', '..', 'release');

/** Where each platform's unpacked program lies: start of the folder's name, and the program in it. */
const LAYOUT: Partial<Record<NodeJS.Platform, { folder: string; program: string[] }>> = {
  linux: { folder: 'linux', program: ['touchstone'] },
  darwin: { folder: 'mac', program: ['Touchstone.app', 'Contents', 'MacOS', 'Touchstone'] },
  win32: { folder: 'win', program: ['Touchstone.exe'] },
};

/** The program that `npm run package` made. */
export function packagedProgram(): string {
  const layout = LAYOUT[process.platform];
  const folders = layout && existsSync(RELEASE) ? readdirSync(RELEASE) : [];
  const found = folders
    .filter((name) => layout && name.startsWith(layout.folder))
    .map((name) => join(RELEASE, name, ...(layout?.program ?? [])))
    .find(existsSync);
  if (!found) throw new Error('There is no packaged program in release/; run: npm run package');
  return found;
}

/** The executable itself: on Linux a launcher stands before it. */
export const packagedBinary = (): string =>
  process.platform === 'linux' ? `${packagedProgram()}-bin` : packagedProgram();

/** What the program says on its standard streams, and its status, when run without a window. */
export async function runPackaged(args: string[], env: Record<string, string>) {
  const child = spawn(packagedProgram(), ['--cli', ...args], { env });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const [status] = await once(child, 'close');
  return { status, stdout };
}

/**
 * The packaged program with its window. Its inspector is fused off, so that it cannot be driven as the checkout is;
 * Chromium's own debugging port shows the page and nothing of the main process.
 */
export class PackagedProgram {
  readonly page: Page;
  readonly #child: ChildProcess;
  readonly #browser: Browser;

  private constructor(page: Page, child: ChildProcess, browser: Browser) {
    this.page = page;
    this.#child = child;
    this.#browser = browser;
  }

  static async start(args: string[], env: Record<string, string>): Promise<PackagedProgram> {
    const child = spawn(packagedProgram(), ['--remote-debugging-port=0', ...args], { env });
    const browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('the program shows no page');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return new PackagedProgram(page, child, browser);
  }

  /** Quits as a user does, by the window's close button (on macOS by the menu), and gives the exit status. */
  async quit(): Promise<number | null> {
    const ended = once(this.#child, 'close');
    if (process.platform === 'darwin') this.#child.kill('SIGTERM');
    else await this.page.close();
    const [status] = await ended;
    await this.#browser.close();
    return status;
  }

  /** Ends the program if a test has left it running. */
  [Symbol.dispose](): void {
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL');
  }
}

function debuggingAddress(child: ReturnType<typeof spawn>): Promise<string> {
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
