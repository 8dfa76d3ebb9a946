// Does for a distribution without `default_app.asar` what that archive does: `electron PATH [ARGUMENTS]`
// runs the application at PATH. Plain JavaScript, because it runs inside the runtime as it is.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));

function locate(path) {
  if (!statSync(path).isDirectory()) return { folder: dirname(path), description: {}, entry: path };
  const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  return { folder: path, description, entry: resolve(path, description.main ?? 'index.js') };
}

try {
  if (!given) throw new Error('Give the folder of an application: electron PATH');
  const { folder, description, entry } = locate(resolve(given));
  process.defaultApp = true;
  if (description.version) app.setVersion(description.version);
  const name = description.productName ?? description.name;
  if (name) app.setName(name);
  if (description.desktopName) app.setDesktopName(description.desktopName);
  else if (description.name) app.setDesktopName(`${description.name}.desktop`);
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), app.getName()));
  }
  app.setAppPath(folder);
  await import(pathToFileURL(entry).href);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) dialog.showErrorBox('Electron', String(error));
  app.exit(1);
}
