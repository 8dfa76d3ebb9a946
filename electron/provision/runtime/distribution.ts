import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
  win32: 'electron.exe',
};

/** The Electron program inside an unpacked distribution. */
export const executableIn = (folder: string, platform: NodeJS.Platform = process.platform): string =>
  join(folder, EXECUTABLES[platform] ?? 'electron');

/** What the file `version` beside the program says, or undefined where there is no whole distribution. */
export async function versionIn(folder: string): Promise<string | undefined> {
  try {
    await access(executableIn(folder), constants.X_OK);
    return (await readFile(join(folder, 'version'), 'utf8')).trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}
