import { resolve } from 'node:path';
import { app, type BrowserWindow, dialog, powerMonitor, protocol, session, utilityProcess } from 'electron';
import type { PushedEvent } from '../shared/contract/events.ts';
import { isObject } from '../shared/domain/json.ts';
import { systemUser } from './cli/system-user.ts';
import type { PageAnswers } from './desk.ts';
import { chooseExisting } from './dialogs.ts';
import { EngineProcess } from './engine-process.ts';
import { FileTokens } from './file-tokens.ts';
import { answerPage, pushToPage } from './ipc.ts';
import { LaunchProject, projectArgument } from './launch-project.ts';
import { setMenu } from './menu.ts';
import { engineEnvironment, engineFile, pageFolder } from './paths.ts';
import { tellPresence } from './presence.ts';
import { handleScheme, registerScheme } from './protocol.ts';
import { guardPages, guardSession, RefusalLog, switchNetworkOff } from './security.ts';
import { bringForward, openWindow } from './window.ts';
import { mainLanguage, speak, words } from './words.ts';

const forkEngine = () =>
  utilityProcess.fork(engineFile(), [], {
    serviceName: 'Touchstone engine',
    env: { ...process.env, ...engineEnvironment() },
    stdio: 'inherit',
  });

/** No file asked for in so long: the page has what it needs. Milliseconds. */
const SERVED_MS = 25;

/** The project that a second start hands to the first. */
const handedOver = (data: unknown): string | null =>
  isObject(data) && typeof data.project === 'string' ? data.project : null;

/** Composes the program with a window from its parts. The parts know of each other only what is handed over here. */
class Desktop {
  #window: BrowserWindow | null = null;
  #loading: Promise<PageAnswers> | null = null;
  #pause: NodeJS.Timeout | undefined;
  readonly #tokens = new FileTokens();
  readonly #engine = new EngineProcess({
    fork: forkEngine,
    actor: systemUser(),
    push: (event) => this.#push(event),
  });
  readonly #launch = new LaunchProject(this.#tokens, (file) => this.#push({ kind: 'open', file }));

  /** Shows a project the system asked for, now or as soon as the page is there. */
  readonly request = (path: string | null): void => {
    if (path !== null) this.#launch.request(path);
    bringForward(this.#window);
  };

  open(refusals: RefusalLog): void {
    this.#engine.start();
    this.#openAhead();
    speak(mainLanguage('system', app.getPreferredSystemLanguages()));
    setMenu({ openProject: () => void this.#askForProject() });
    handleScheme(protocol, pageFolder(), () => this.#served());
    guardSession(session.defaultSession, refusals);
    tellPresence(powerMonitor, (isHere) => this.#push({ kind: 'presence', isHere }));
    this.#show();
    answerPage(
      () => this.#answers(),
      () => this.#window,
    );
    app.on('activate', () => this.#show());
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('will-quit', (event) => {
      event.preventDefault();
      void this.#leave();
    });
  }

  /** What answers the page is loaded once the page's files have been served: before, it would hold them up. */
  #served(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#answers(), SERVED_MS);
  }

  #answers(): Promise<PageAnswers> {
    this.#loading ??= this.#loadAnswers();
    return this.#loading;
  }

  async #loadAnswers(): Promise<PageAnswers> {
    const { pageAnswers } = await import('./desk.ts');
    return pageAnswers({
      window: () => this.#window,
      tokens: this.#tokens,
      engine: this.#engine,
      launch: this.#launch,
    });
  }

  /** Opens the project to start with while the page is still loading; the page's own request then finds it open, or the same error. */
  #openAhead(): void {
    const file = this.#launch.waiting;
    if (file !== null) void this.#engine.call('project.open', { file });
  }

  #show(): void {
    if (this.#window) return;
    this.#window = openWindow(() => this.#launch.pageLoads(this.#engine.openProject));
    this.#window.once('closed', () => {
      this.#window = null;
    });
  }

  #push(event: PushedEvent): void {
    pushToPage(this.#window, event);
  }

  async #askForProject(): Promise<void> {
    if (!this.#window) return;
    const [path] = await chooseExisting(this.#window, 'project');
    if (path !== undefined) this.#launch.request(path);
  }

  /** Every window is closed by now, so that what the page still sent is in the engine's hands. */
  async #leave(): Promise<void> {
    await this.#engine.drain();
    // In a turn of its own: from within the handler that held the quit up, Electron would ignore it.
    setImmediate(() => app.exit(0));
  }
}

/** Starts the program with a window, or hands its project over to the one that runs already. */
export function startDesktop(): void {
  app.setName('Touchstone');
  const dataFolder = process.env.TOUCHSTONE_USER_DATA;
  if (dataFolder) app.setPath('userData', resolve(dataFolder));
  const project = projectArgument(process.argv, process.cwd());
  if (!app.requestSingleInstanceLock({ project })) {
    app.exit(0);
    return;
  }
  const refusals = new RefusalLog();
  switchNetworkOff(app.commandLine);
  registerScheme(protocol);
  guardPages(app, refusals);
  const desktop = new Desktop();
  desktop.request(project);
  app.on('second-instance', (_event, _args, _folder, data) => desktop.request(handedOver(data)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    desktop.request(path);
  });
  app
    .whenReady()
    .then(() => desktop.open(refusals))
    .catch((error: unknown) => {
      dialog.showErrorBox(words().notStarted, error instanceof Error ? error.message : String(error));
      app.exit(3);
    });
}
