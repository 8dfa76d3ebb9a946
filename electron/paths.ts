import { join, resolve } from 'node:path';
import { app } from 'electron';
import { ENGINE_ENV } from './engine/protocol.ts';

const built = (...names: string[]): string => join(app.getAppPath(), 'out', ...names);

/** Folder of the page's files: all that `app://bundle` can serve. */
export const pageFolder = (): string => built('renderer');
export const preloadFile = (): string => built('electron', 'preload.cjs');
export const engineFile = (): string => built('electron', 'engine.js');
/** The program's icon, for systems that take it from the window. */
export const iconFile = (): string => join(resourcesFolder(), 'icons', 'icon.png');

/** Folder of the shipped rubrics and the sample project. */
const resourcesFolder = (): string =>
  app.isPackaged ? join(process.resourcesPath, 'touchstone') : join(app.getAppPath(), 'resources');

const sqliteBinding = (): string =>
  app.isPackaged
    ? join(process.resourcesPath, 'native', 'better_sqlite3.node')
    : (process.env[ENGINE_ENV.binding] ?? '');

/** What the engine must be told of where things are, in this process or in its own. */
export const engineEnvironment = (): Record<string, string> => ({
  [ENGINE_ENV.resources]: resourcesFolder(),
  [ENGINE_ENV.binding]: sqliteBinding(),
  [ENGINE_ENV.userData]: resolve(process.env[ENGINE_ENV.userData] || app.getPath('userData')),
});
