import path from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle, screen, type Session } from 'electron';
import log from 'electron-log/main';
import { APP_ORIGIN } from './app-protocol';
import type { Desk } from './desk';
import { hardenContents } from './harden';
import type { CommandRun } from './headless/command-run';
import type { Page } from './pages';
import type { OpenWorkspace } from './workspace/open-workspace';

const SMALLEST = { width: 960, height: 600 };

/** Colours of an empty window until the first paint: --surface of look/tokens.css, light and dark. */
const emptyColours = { light: '#ffffff', dark: '#1a1b1e' };

const preload = path.join(import.meta.dirname, '../preload/preload.cjs');

/** A page of ours: sandboxed, isolated, registered under its role, unable to leave app://. */
export function openPage(desk: Desk, page: Omit<Page, 'contents'>, session: Session, look: Electron.BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    ...look,
    webPreferences: { preload, session, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false, backgroundThrottling: page.role === 'workbench' },
  });
  desk.pages.add({ ...page, contents: window.webContents });
  hardenContents(window.webContents, desk.text);
  return window;
}

/** The workspace of this profile is still being checked; the page's calls wait until `done` (see `Pages.settle`). */
export interface Opening {
  readonly profileFolder: string;
  readonly done: Promise<unknown>;
}

interface HowToOpen {
  readonly opening?: Opening;
  /** Where the page begins, as in its address (`/targets?period=2026-10`); without it where the last window was. */
  readonly route?: string;
  /** A little aside of this one, and as large. */
  readonly beside?: BrowserWindow;
  readonly bounds?: Rectangle;
}

/** A second window shows a title bar's height and width of the first. */
const ASIDE = 28;

/** A workbench window, where the last one was if that place is still on a screen. Answers once its page is loading. */
export function openWorkbenchWindow(desk: Desk, workspace: OpenWorkspace | null, { opening, route, beside, bounds }: HowToOpen = {}): BrowserWindow {
  const { maximized, ...last } = desk.place.read();
  const { x, y, width, height } = bounds ?? (beside ? aside(beside.getNormalBounds()) : last);
  const size = { width: Math.max(width, SMALLEST.width), height: Math.max(height, SMALLEST.height) };
  const position = x !== null && y !== null && isOnScreen({ x, y, ...size }) ? { x, y } : {};
  const page = { role: 'workbench', workspace, run: null, opening: opening?.done ?? null } as const;
  const window = openPage(desk, page, desk.sessionFor(opening ?? workspace), {
    ...size,
    ...position,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? emptyColours.dark : emptyColours.light,
  });
  if (maximized && !beside && !bounds) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberPlace(desk, window));
  void window.loadURL(`${APP_ORIGIN}/index.html${route === undefined ? '' : `#${route}`}`);
  return window;
}

const aside = ({ x, y, width, height }: Rectangle): Rectangle => ({ x: x + ASIDE, y: y + ASIDE, width, height });

export const placeOf = (window: BrowserWindow): Rectangle => window.getNormalBounds();

/** Where its page is: what follows the # of the address. */
export const routeOf = (window: BrowserWindow): string => new URL(window.webContents.getURL()).hash.slice(1) || '/';

/** Keeps where the window stands for the next one; a full disk only costs the memory of it. */
export function rememberPlace(desk: Desk, window: BrowserWindow): void {
  const { x, y, width, height } = window.getNormalBounds();
  desk.place.write({ x, y, width, height, maximized: window.isMaximized() }).catch((error: unknown) => log.warn('window.json not written:', error));
}

/** A hidden page: printing or a headless command. */
export function openHiddenPage(desk: Desk, role: 'print' | 'command', workspace: OpenWorkspace | null, run: CommandRun | null = null): BrowserWindow {
  const session = role === 'print' ? desk.printSession() : desk.sessionFor(workspace);
  const window = openPage(desk, { role, workspace, run, opening: null }, session, { width: 1000, height: 1400 });
  void window.loadURL(`${APP_ORIGIN}/${role}.html`);
  return window;
}

/** At least a hand's breadth of the title bar can be taken hold of. */
function isOnScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => bounds.x + bounds.width > workArea.x + 100 && bounds.x < workArea.x + workArea.width - 100 && bounds.y >= workArea.y - 10 && bounds.y < workArea.y + workArea.height - 50);
}
