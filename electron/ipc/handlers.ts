import { app, BrowserWindow, dialog, nativeTheme, type OpenDialogOptions, type SaveDialogOptions, shell } from 'electron';
import log from 'electron-log/main';
import path from 'node:path';
import type { HeadlessCommand } from '@shared/contracts/headless-command';
import { ok } from '@shared/kernel/result';
import { type Answer, refuse } from '../call-failure';
import type { Desk } from '../desk';
import { fileNameOf } from '../files/file-name';
import { sampleFiles } from '../files/sample-files';
import { writeAtomic } from '../files/write-atomic';
import { setMenu } from '../menu';
import type { PackPrinter } from '../packs/pack-printer';
import { type Page, sendEvent } from '../pages';
import { keepSource, keptSource } from '../workspace/kept-sources';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { listRecent } from '../workspace/recent-workspaces';
import { readWorkspaceFile } from '../workspace/workspace-file';
import type { CallHandlers } from './serve';

/** What a headless command brings along; null while the program runs with its window. */
export interface CommandRun {
  readonly command: HeadlessCommand;
  /** Where `pack.export` writes without asking. */
  readonly packFile: (suggestedName: string) => string;
  readonly done: (result: unknown) => void;
  readonly failed: (message: string) => void;
}

/** Shows a workspace (null: the doors) in place of the window there is. */
export type Reopen = (workspace: OpenWorkspace | null) => void;

const nothing = ok({});

/** What main does for each call of the table. */
export function createHandlers(desk: Desk, printer: PackPrinter, reopen: Reopen, run: CommandRun | null): CallHandlers {
  const ask = {
    open: (page: Page, options: OpenDialogOptions) => inWindow(page, (window) => (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))),
    save: (page: Page, options: SaveDialogOptions) => inWindow(page, (window) => (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))),
  };
  const issue = (page: Page, file: string) => desk.files.tokens.issue(page.contents.session, file);
  const openAndShow = async (folder: string, create: { name: string; sample: boolean } | null) => {
    const opened = await desk.open(folder, create);
    if (opened.ok) reopen(opened.value);
    return opened;
  };

  return {
    'app.info': (_input, page) => ok({ appVersion: app.getVersion(), electronVersion: process.versions.electron, workspace: page.workspace?.info ?? null }),
    'preferences.read': () => ok(desk.preferences.read()),
    'preferences.write': async (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      await desk.preferences.write({ ...desk.preferences.read(), ...given });
      const { colorScheme } = desk.preferences.read();
      nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme;
      setMenu(desk.text());
      return ok(desk.preferences.read());
    },
    'log.write': ({ level, message }, page) => {
      log[level](`${page.role} page:`, message);
      if (page.role === 'print' && level === 'error') printer.failed(page.contents, message);
      return nothing;
    },

    'workspace.recent': async () => ok(await listRecent(desk.recent)),
    'workspace.create': async ({ name, sample }) => {
      const folder = path.join(desk.workspacesFolder, fileNameOf(name));
      const existing = await readWorkspaceFile(folder);
      if (!existing.ok) return existing;
      // The sample is opened again rather than refused; anything else of that name is somebody's work.
      if (existing.value && !(sample && existing.value.sample)) return refuse('workspace.exists', folder);
      const opened = await openAndShow(folder, { name, sample });
      return opened.ok ? nothing : opened;
    },
    'workspace.open': async ({ recent }, page) => {
      const folder = recent === null ? await chooseFolder(page) : desk.recent.read().workspaces[recent]?.path;
      if (folder === null) return ok({ opened: false });
      if (folder === undefined) return refuse('workspace.none');
      const opened = await openAndShow(folder, null);
      return opened.ok ? ok({ opened: true }) : opened;
    },
    'workspace.close': () => {
      reopen(null);
      return nothing;
    },

    'journal.state': (_input, page) => withWorkspace(page, ({ journal }) => ok({ lastSeq: journal.lastSeq })),
    'journal.append': ({ changeSets }, page) =>
      withWorkspace(page, ({ journal, info }) => {
        if (changeSets.some((each) => each.workspaceId !== info.id)) return refuse('call.malformed', 'change-set of another workspace');
        return journal.append(changeSets);
      }),
    'journal.read': ({ afterSeq }, page) => withWorkspace(page, async ({ journal }) => ok({ changeSets: await journal.read(afterSeq) })),

    'import.choose': async (_input, page) => {
      const text = desk.text();
      const filters = [{ name: text('tables'), extensions: ['csv', 'tsv', 'txt'] }, { name: text('allFiles'), extensions: ['*'] }];
      const { filePaths } = await ask.open(page, { title: text('chooseFiles'), properties: ['openFile', 'multiSelections'], filters });
      return ok(await Promise.all(filePaths.map((file) => issue(page, file))));
    },
    'import.sampleFiles': async (_input, page) => ok(await Promise.all((await sampleFiles(desk.sampleFolder)).map((file) => issue(page, file)))),
    'source.keep': ({ token }, page) =>
      withWorkspace(page, async ({ sourcesFolder }) => {
        const file = await desk.files.tokens.pathOf(page.contents.session, token);
        return file === null ? refuse('call.unknownToken') : ok(await keepSource(sourcesFolder, file));
      }),
    'source.open': ({ sha256 }, page) => withWorkspace(page, async ({ sourcesFolder }) => ok(await issue(page, keptSource(sourcesFolder, sha256)))),

    'pack.export': async ({ jobId, pack, suggestedName }, page) => {
      const name = fileNameOf(suggestedName.replace(/\.pdf$/i, ''));
      const file = run ? run.packFile(name) : await chooseFile(page, 'savePack', `${name}.pdf`);
      if (file === null) return ok({ path: null, pages: 0, bytes: 0 });
      return printer.export({ jobId, pack, name, file, onProgress: (progress) => sendEvent(page.contents, 'pack.progress', progress) });
    },
    'pack.cancel': ({ jobId }) => {
      printer.cancel(jobId);
      return nothing;
    },
    'pack.reveal': ({ jobId }) => {
      const file = printer.fileOf(jobId);
      if (file === null) return refuse('file.missing');
      shell.showItemInFolder(file);
      return nothing;
    },
    'print.take': (_input, page) => {
      const pack = printer.packFor(page.contents);
      return pack ? ok(pack) : refuse('call.forbidden', 'nothing to print');
    },
    'print.drawn': (drawn, page) => {
      printer.drawn(page.contents, drawn);
      return nothing;
    },

    'file.save': async ({ suggestedName, bytes }, page) => {
      const file = await chooseFile(page, 'saveFile', fileNameOf(suggestedName));
      if (file !== null) await writeAtomic(file, bytes);
      return ok({ saved: file !== null });
    },

    'command.take': () => (run ? ok(run.command) : refuse('call.forbidden', 'no command')),
    'command.done': ({ result }) => {
      run?.done(result);
      return nothing;
    },
    'command.failed': ({ message }) => {
      run?.failed(message);
      return nothing;
    },
  };

  async function chooseFolder(page: Page): Promise<string | null> {
    const { filePaths } = await ask.open(page, { title: desk.text()('chooseWorkspace'), defaultPath: desk.workspacesFolder, properties: ['openDirectory'] });
    return filePaths[0] ?? null;
  }

  async function chooseFile(page: Page, title: 'savePack' | 'saveFile', name: string): Promise<string | null> {
    const { filePath } = await ask.save(page, { title: desk.text()(title), defaultPath: path.join(app.getPath('documents'), name) });
    return filePath ? filePath : null;
  }
}

const inWindow = <T>(page: Page, show: (window: BrowserWindow | null) => T): T => show(BrowserWindow.fromWebContents(page.contents));

function withWorkspace<T>(page: Page, work: (workspace: OpenWorkspace) => Answer<T> | Promise<Answer<T>>): Answer<T> | Promise<Answer<T>> {
  return page.workspace ? work(page.workspace) : refuse('workspace.none');
}
