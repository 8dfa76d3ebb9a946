import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import { isObject } from '../shared/domain/json.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { iconFile, preloadFile } from './paths.ts';
import { PAGE_URL } from './protocol.ts';

const DEFAULT_SIZE = { width: 1280, height: 800 };
const MINIMUM = { minWidth: 960, minHeight: 640 };
/** The page's own paper colours, so that the window does not flash before its first paint. */
const PAPER = { light: '#fcfcfa', dark: '#16181c' };
/** A page that crashes again sooner than this is not loaded a third time. */
const RELOAD_AFTER_MS = 10_000;

const isRectangle = (value: unknown): value is Rectangle =>
  isObject(value) && ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(value[side]));

/** Where the window was last. */
const placement = {
  parse: (value: unknown): { bounds: Rectangle | null; maximized: boolean } => {
    const { bounds, maximized } = isObject(value) ? value : {};
    return { bounds: isRectangle(bounds) ? bounds : null, maximized: maximized === true };
  },
};

const placementFile = (): string => join(app.getPath('userData'), 'window.json');

/** True if a screen still shows enough of the window to take hold of it. */
function isReachable(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const across =
    Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  const down =
    Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
  return across >= 100 && down >= 100 && bounds.y >= workArea.y;
}

const rememberPlacement = (window: BrowserWindow): void =>
  writeJsonFile(placementFile(), { bounds: window.getNormalBounds(), maximized: window.isMaximized() });

const paper = (): string => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light);

/** Loads the page again when its process died, unless it just did. */
function reviveAfterCrash(window: BrowserWindow): void {
  let revivedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    const now = performance.now();
    if (reason === 'clean-exit' || now - revivedAt < RELOAD_AFTER_MS) return;
    revivedAt = now;
    window.webContents.reload();
  });
}

/** Opens the one window and loads the page in it; `onLoad` is told whenever the page begins anew. */
export function openWindow(onLoad: () => void): BrowserWindow {
  const { bounds, maximized } = readJsonFile(placementFile(), placement);
  const icon = iconFile();
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(bounds && isReachable(bounds) ? bounds : {}),
    ...MINIMUM,
    ...(process.platform === 'linux' && existsSync(icon) ? { icon } : {}),
    title: 'Touchstone',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: paper(),
    webPreferences: {
      preload: preloadFile(),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => rememberPlacement(window));
  const repaint = () => window.setBackgroundColor(paper());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  reviveAfterCrash(window);
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) onLoad();
  });
  void window.loadURL(PAGE_URL);
  return window;
}

export function bringForward(window: BrowserWindow | null): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
