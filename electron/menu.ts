import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  openProject(): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu. It claims no key that rating uses. Elsewhere than on macOS, text fields know their editing keys
 * without a menu, and an Undo entry would take Ctrl+Z from the ratings.
 */
function template(actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  const editing: MenuItemConstructorOptions[] = isMac
    ? [{ role: 'undo' }, { role: 'redo' }, separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }]
    : [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }];
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: 'File',
      submenu: [
        { label: 'Open project …', accelerator: 'CmdOrCtrl+O', click: () => actions.openProject() },
        separator,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { label: 'Edit', submenu: [...editing, { role: 'selectAll' }] },
    {
      label: 'View',
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged
          ? []
          : [separator, { role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } satisfies MenuItemConstructorOptions] : []),
    { role: 'help', submenu: [{ role: 'about' }] },
  ];
}

export const setMenu = (actions: MenuActions): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(actions)));
