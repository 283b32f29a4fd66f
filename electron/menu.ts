import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventName } from '@shared/contracts/workbench-calls';
import type { MainText } from './main-text';
import { sendEvent } from './pages';

/** The application menu in the given language. Undo and redo go to the page: there they have names. */
export function setMenu(text: MainText): void {
  const tell = (event: Extract<EventName, `menu.${string}`>) => () => {
    const window = BrowserWindow.getFocusedWindow();
    if (window) sendEvent(window.webContents, event, {});
  };
  // Its page says where the new window begins, and only one that shows a workspace does.
  const file: MenuItemConstructorOptions = { label: text('menuFile'), submenu: [{ label: text('newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: tell('menu.newWindow') }, { type: 'separator' }, { role: 'quit', label: text('quit') }] };
  const edit: MenuItemConstructorOptions = {
    label: text('menuEdit'),
    submenu: [
      { label: text('undo'), accelerator: 'CmdOrCtrl+Z', click: tell('menu.undo') },
      { label: text('redo'), accelerator: 'CmdOrCtrl+Shift+Z', click: tell('menu.redo') },
      { type: 'separator' },
      { role: 'cut', label: text('cut') },
      { role: 'copy', label: text('copy') },
      { role: 'paste', label: text('paste') },
      { role: 'selectAll', label: text('selectAll') },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: text('menuView'),
    submenu: [
      { role: 'zoomIn', label: text('zoomIn') },
      { role: 'zoomOut', label: text('zoomOut') },
      { role: 'resetZoom', label: text('zoomReset') },
      { type: 'separator' },
      { role: 'togglefullscreen', label: text('fullScreen') },
      ...(app.isPackaged ? [] : ([{ role: 'toggleDevTools' }, { role: 'reload' }] satisfies MenuItemConstructorOptions[])),
    ],
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []), file, edit, view]));
}
