import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type MainWords, whenSpokenAnew, words } from './words.ts';

export interface MenuActions {
  openProject(): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu. It claims no key that rating uses. Elsewhere than on macOS, text fields know their editing keys
 * without a menu, and an Undo entry would take Ctrl+Z from the ratings.
 */
function template(actions: MenuActions, t: MainWords): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  const clipboard: MenuItemConstructorOptions[] = [
    { role: 'cut', label: t.cut },
    { role: 'copy', label: t.copy },
    { role: 'paste', label: t.paste },
  ];
  const editing: MenuItemConstructorOptions[] = isMac
    ? [{ role: 'undo', label: t.undo }, { role: 'redo', label: t.redo }, separator, ...clipboard]
    : clipboard;
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: t.file,
      submenu: [
        { label: t.openProjectItem, accelerator: 'CmdOrCtrl+O', click: () => actions.openProject() },
        separator,
        isMac ? { role: 'close', label: t.close } : { role: 'quit', label: t.quit },
      ],
    },
    { label: t.edit, submenu: [...editing, { role: 'selectAll', label: t.selectAll }] },
    {
      label: t.view,
      submenu: [
        { role: 'zoomIn', label: t.zoomIn },
        { role: 'zoomOut', label: t.zoomOut },
        { role: 'resetZoom', label: t.resetZoom },
        separator,
        { role: 'togglefullscreen', label: t.fullScreen },
        ...(app.isPackaged
          ? []
          : [separator, { role: 'toggleDevTools', label: t.devTools } satisfies MenuItemConstructorOptions]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } satisfies MenuItemConstructorOptions] : []),
    { role: 'help', label: t.help, submenu: [{ role: 'about', label: t.about }] },
  ];
}

/** Sets the menu, now and again whenever the language changes. */
export function setMenu(actions: MenuActions): void {
  const draw = () => Menu.setApplicationMenu(Menu.buildFromTemplate(template(actions, words())));
  whenSpokenAnew(draw);
  draw();
}
