import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { _electron, type ElectronApplication, type Page } from 'playwright';
// Declares window.touchstone.
import type {} from '../../renderer/bridge.ts';
import type { CallOptions } from '../../shared/contract/bridge.ts';
import type { CommandName, InputOf, OutputOf } from '../../shared/contract/commands.ts';
import type { Result } from '../../shared/contract/result.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SCREENSHOTS = join(ROOT, 'out', 'screenshots');

/** What the engine is called among the program's processes. */
export const ENGINE_NAME = 'Touchstone engine';

export interface LaunchOptions {
  /** Folder of the program's own settings; a fresh one unless given. */
  userData?: string;
  /** A project to open, as if the file manager had asked for it. */
  project?: string;
}

/** How Electron is started here, after the variables the test run sets. */
export function electronCommand(): { executable: string; args: string[] } {
  const executable = process.env.TOUCHSTONE_ELECTRON;
  if (!executable)
    throw new Error('TOUCHSTONE_ELECTRON names no Electron; run the tests with test/e2e/vitest.config.ts');
  return { executable, args: [...(process.env.TOUCHSTONE_NO_SANDBOX ? ['--no-sandbox'] : []), ROOT] };
}

/** The environment of this process without what is not set. */
export const environment = (more: Record<string, string> = {}): Record<string, string> => {
  const set = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(set), ...more };
};

/** A folder for one test's files, gone when the test's scope ends. */
export async function workFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'touchstone-e2e-'));
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** The running program, as a test holds it. */
export class Touchstone implements AsyncDisposable {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the program wrote on stderr. */
  readonly said: string[] = [];

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
    app.process().stderr?.on('data', (chunk: Buffer) => this.said.push(chunk.toString('utf8')));
  }

  /** Makes a call as the page does. */
  call<Name extends CommandName>(
    name: Name,
    input: InputOf<Name>,
    options: CallOptions = {},
  ): Promise<Result<OutputOf<Name>>> {
    const given: readonly unknown[] = [name, input, options];
    return this.page.evaluate((args) => Reflect.apply(window.touchstone.call, undefined, args), given);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** From now on, the dialogs for existing files and folders answer with these paths. */
  answerOpenDialog(...filePaths: string[]): Promise<void> {
    return this.app.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths });
    }, filePaths);
  }

  /** From now on, the dialog for a new file answers with this path. */
  answerSaveDialog(filePath: string): Promise<void> {
    return this.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, filePath);
  }

  /** Puts the sample project into this folder instead of the user's own documents. */
  setDocuments(folder: string): Promise<void> {
    return this.app.evaluate(({ app }, path) => app.setPath('documents', path), folder);
  }

  /** A picture of the page in `out/screenshots`. */
  async screenshot(name: string, theme: 'light' | 'dark', width: number, height: number): Promise<string> {
    await mkdir(SCREENSHOTS, { recursive: true });
    await this.page.emulateMedia({ colorScheme: theme });
    await this.page.setViewportSize({ width, height });
    const path = join(SCREENSHOTS, `${name}-${theme}-${width}x${height}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** Ids of the program's processes, the engine's among them; waits while the engine is being started again. */
  async processes(): Promise<{ all: number[]; engine: number }> {
    for (;;) {
      const metrics = await this.app.evaluate(({ app }) =>
        app.getAppMetrics().map(({ pid, name }) => ({ pid, name })),
      );
      const engine = metrics.find(({ name }) => name === ENGINE_NAME)?.pid;
      if (engine !== undefined) return { all: metrics.map(({ pid }) => pid), engine };
      await sleep(20);
    }
  }

  /** True while a process of the program is there. */
  async runs(pid: number): Promise<boolean> {
    return await this.app.evaluate(
      ({ app }, id) => app.getAppMetrics().some((metric) => metric.pid === id),
      pid,
    );
  }

  /** Quits as a user does, unless the program is gone already. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close().catch(() => undefined);
  }
}

/** Ends processes at once, as a power cut would, and waits until they are gone. */
export async function kill(...pids: number[]): Promise<void> {
  for (const pid of pids) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  while (pids.some(isRunning)) await sleep(2);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts the program and waits for its page. */
export async function launch(folder: string, options: LaunchOptions = {}): Promise<Touchstone> {
  const { executable, args } = electronCommand();
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args, ...(options.project ? [options.project] : [])],
    env: environment({ TOUCHSTONE_USER_DATA: options.userData ?? join(folder, 'user-data') }),
  });
  const touchstone = new Touchstone(app, await app.firstWindow());
  await touchstone.page.waitForLoadState('load');
  return touchstone;
}

/** Opens a project file beside the program, to read what is really in it; also one that was left by a kill. */
export function readProject(path: string): Database.Database & Disposable {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  return Object.assign(db, { [Symbol.dispose]: () => void db.close() });
}
