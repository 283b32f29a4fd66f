import { app, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import path from 'node:path';
import type { MainText } from '../main-text';
import type { Page } from '../pages';

type Title = Parameters<MainText>[0];

/** The dialogs main shows over the asking page's window; every answer is null when the user cancels. */
export interface Ask {
  saveAs(page: Page, title: Title, name: string): Promise<string | null>;
  folder(page: Page, title: Title, from: string): Promise<string | null>;
  file(page: Page, title: Title, kind: Title, extensions: string[]): Promise<string | null>;
  files(page: Page, title: Title, kind: Title, extensions: string[]): Promise<string[]>;
}

export function createAsk(text: () => MainText): Ask {
  const open = (page: Page, options: OpenDialogOptions) => inWindow(page, (window) => (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)));
  const save = (page: Page, options: SaveDialogOptions) => inWindow(page, (window) => (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options)));
  const filters = (kind: Title, extensions: string[]) => [{ name: text()(kind), extensions }, { name: text()('allFiles'), extensions: ['*'] }];
  return {
    saveAs: async (page, title, name) => {
      const { filePath } = await save(page, { title: text()(title), defaultPath: path.join(app.getPath('documents'), name) });
      return filePath ? filePath : null;
    },
    folder: async (page, title, from) => {
      const { filePaths } = await open(page, { title: text()(title), defaultPath: from, properties: ['openDirectory', 'createDirectory'] });
      return filePaths[0] ?? null;
    },
    file: async (page, title, kind, extensions) => {
      const { filePaths } = await open(page, { title: text()(title), properties: ['openFile'], filters: filters(kind, extensions) });
      return filePaths[0] ?? null;
    },
    files: async (page, title, kind, extensions) => {
      const { filePaths } = await open(page, { title: text()(title), properties: ['openFile', 'multiSelections'], filters: filters(kind, extensions) });
      return filePaths;
    },
  };
}

const inWindow = <T>(page: Page, show: (window: BrowserWindow | null) => T): T => show(BrowserWindow.fromWebContents(page.contents));
