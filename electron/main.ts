import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, type WebContents } from 'electron';
import log from 'electron-log/main';
import type { FileToken } from '@shared/contracts/headless-command';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { registerAppScheme } from './app-protocol';
import { failureOf } from './call-failure';
import { type Desk, openDesk } from './desk';
import { type CommandLine, parseCommandLine } from './headless/parse-command-line';
import { rememberFolders } from './files/remember-folders';
import { createHandlers, type ShowIn } from './ipc/handlers';
import { Keeper } from './keep/keeper';
import { serveCalls, serveDrops } from './ipc/serve';
import { failureText, mainText } from './main-text';
import { setMenu } from './menu';
import { PackPrinter } from './packs/pack-printer';
import type { Page } from './pages';
import { removePreviews } from './print/preview-file';
import { openHiddenPage } from './window';
import { WorkbenchWindows } from './workbench-windows';

type Asked<K extends CommandLine['kind']> = Extract<CommandLine, { kind: K }>;

/** From a checkout the app folder is one of the words; what follows it is ours. */
function ownWords(argv: readonly string[]): readonly string[] {
  if (app.isPackaged) return argv.slice(1);
  const folder = argv.findIndex((word, index) => index > 0 && path.resolve(word) === app.getAppPath());
  return argv.slice(folder + 1);
}

function devServer(): URL | null {
  const url = process.env['VITE_DEV_SERVER_URL'];
  return app.isPackaged || !url ? null : new URL(url);
}

function start(): void {
  if (app.isPackaged && ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name))) {
    app.exit(1);
    return;
  }
  const userData = process.env['WORKBENCH_USER_DATA'];
  if (userData) app.setPath('userData', path.resolve(userData));
  log.transports.file.resolvePathFn = () => path.join(app.getPath('userData'), 'logs', 'main.log');
  // stdout holds nothing but a command's result.
  log.transports.console.level = false;
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (error) => log.error('unhandled', error));

  const asked = parseCommandLine(ownWords(process.argv), mainText('zh-CN'));
  if (!asked.ok) {
    process.stderr.write(`${asked.error}\n`, () => app.exit(2));
    return;
  }
  registerAppScheme();
  if (asked.value.kind === 'command') startCommand(asked.value);
  else startWindow(asked.value);
}

function startCommand(asked: Asked<'command'>): void {
  // Beside a running window: only the workspace itself is exclusive.
  app.setPath('sessionData', path.join(app.getPath('userData'), 'command'));
  app.disableHardwareAcceleration();
  // Chromium's own remarks (no D-Bus here, no GPU there) are not about the command.
  app.commandLine.appendSwitch('log-level', '3');
  // A print page closes before the command is done: that is not the end.
  app.on('window-all-closed', () => log.info('no page is open'));
  app
    .whenReady()
    .then(async () => {
      const { runCommand } = await import('./headless/run-command');
      app.exit(await runCommand(await openDesk(null), asked));
    })
    .catch(endWith);
}

/** A bug before anything is shown: told on the log and in one line, never a program that hangs. */
function endWith(error: unknown): void {
  log.error('start', error);
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`, () => app.exit(1));
}

function startWindow(asked: Asked<'window'>): void {
  const named = asked.workspace === null ? null : path.resolve(asked.workspace);
  if (!app.requestSingleInstanceLock({ workspace: named })) {
    app.quit();
    return;
  }
  // The files a window needs are read while Electron itself is still starting.
  Promise.all([prepare(named), app.whenReady()]).then(([prepared]) => showWindow(prepared)).catch(endWith);
  app.on('window-all-closed', () => app.quit());
}

interface Prepared {
  readonly desk: Desk;
  /** The workspace to be shown first, under its lock; null = the doors. */
  readonly first: { readonly folder: string; readonly begun: Awaited<ReturnType<Desk['begin']>> } | null;
}

/** What this machine remembers, and the quick part of opening the workspace that is named or was shown last. */
async function prepare(named: string | null): Promise<Prepared> {
  const desk = await openDesk(devServer());
  const folder = named ?? desk.recent.read().open;
  if (folder === null) return { desk, first: null };
  return { desk, first: { folder, begun: await desk.begin(folder, named === null ? null : { name: path.basename(folder), sample: false }) } };
}

function showWindow({ desk, first }: Prepared): void {
  const { colorScheme } = desk.preferences.read();
  nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme;
  setMenu(desk.text());
  removePreviews().catch((error: unknown) => log.warn('previews not removed:', error));
  const keeper = new Keeper(desk, app.getVersion());
  const windows = new WorkbenchWindows(desk, keeper);
  const windowOf = (page: Page) => BrowserWindow.fromWebContents(page.contents);
  const others = (pages: readonly WebContents[], page: Page) => pages.filter((contents) => contents !== page.contents);
  const showIn: ShowIn = {
    replace: (page, workspace) => void windows.replace(windowOf(page), workspace),
    alone: (page, workspace, work) => windows.alone(page.contents, workspace, work),
    beside: (page, workspace, route) => windows.openBeside(page.contents, workspace, route),
    otherPages: (page) => others(windows.pages, page),
    pagesBeside: (page, workspace) => others(windows.pagesOf(workspace), page),
  };
  const printer = new PackPrinter(() => openHiddenPage(desk, 'print', null));
  serveCalls(createHandlers(desk, keeper, printer, showIn), desk.pages, (call, error) => log.error('call', call, error));
  serveDrops(desk.pages, (page, file) => takeFile(desk, page, file), (error) => log.warn('dropped file not read', failureOf(error).detail));
  showFirst(desk, windows, first);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const other = workspaceIn(data);
    const there = (other === null ? null : windows.showing(other)) ?? windows.latest;
    if (there.isMinimized()) there.restore();
    there.focus();
    if (other === null || windows.showing(other) !== null) return;
    void desk.open(other, { name: path.basename(other), sample: false }).then((opened) => {
      if (opened.ok) windows.replace(there, opened.value);
      else explainTo(there, desk, other, opened.error);
    });
  });
  let ending: Promise<void> | null = null;
  app.on('will-quit', (event) => {
    // However often it is asked to quit, the program ends when everything is on the disk.
    event.preventDefault();
    ending ??= desk.closeAll().finally(() => app.exit());
  });
}

/** A file let go over a window: its folder is remembered like that of a chosen one. */
async function takeFile(desk: Desk, page: Page, file: string): Promise<FileToken> {
  const token = await desk.files.tokens.issue(page.contents.session, file);
  await rememberFolders(desk.folders, [file]);
  return token;
}

/**
 * The first window. Its page loads and shows its frame while the workspace is still being checked; when that fails, the
 * doors are shown instead, and why.
 */
function showFirst(desk: Desk, windows: WorkbenchWindows, first: Prepared['first']): void {
  if (first === null) return void windows.replace(null, null);
  const { folder, begun } = first;
  if (!begun.ok) return explainTo(windows.replace(null, null), desk, folder, begun.error);
  const { profileFolder, done } = begun.value;
  const settled = done.then((opened) => {
    if (opened.ok) desk.pages.settle(window.webContents, opened.value);
    return opened;
  });
  const window = windows.openEarly({ profileFolder, done: settled });
  settled
    .then((opened) => {
      if (!opened.ok) return explainTo(windows.replace(window, null), desk, folder, opened.error);
      windows.settle(window, opened.value);
      windows.remember(opened.value);
    })
    .catch(endWith);
}

/** Why a workspace was not opened, over the window that is shown instead. */
function explainTo(window: BrowserWindow, desk: Desk, folder: string, failure: CallFailure): void {
  log.warn('workspace not opened', failure.code, failure.detail);
  const detail = failureText(failure, desk.preferences.read().language);
  void dialog.showMessageBox(window, { type: 'warning', message: desk.text()('workspaceFailed', { path: folder }), detail });
}

/** What a second start of the program asked to be shown. */
function workspaceIn(data: unknown): string | null {
  const workspace = typeof data === 'object' && data !== null && 'workspace' in data ? data.workspace : null;
  return typeof workspace === 'string' ? workspace : null;
}

start();
