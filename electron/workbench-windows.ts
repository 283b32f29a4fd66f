import { BrowserWindow, type WebContents } from 'electron';
import log from 'electron-log/main';
import type { Desk } from './desk';
import { keepWhileOpen } from './keep/keep-while-open';
import type { Keeper } from './keep/keeper';
import { openWorkbenchWindow, type Opening, placeOf, rememberPlace, routeOf } from './window';
import type { OpenWorkspace } from './workspace/open-workspace';
import { rememberShown } from './workspace/recent-workspaces';

interface Shown {
  readonly window: BrowserWindow;
  /** Null: the doors, or a workspace that is still being checked. */
  workspace: OpenWorkspace | null;
  /** It has been asked to close and will: the window left over is the last one. */
  closing: boolean;
}

/** A window that stood aside: how to put it back. */
interface StoodAside {
  readonly route: string;
  readonly bounds: Electron.Rectangle;
}

/**
 * Every workbench window and the workspace it shows. A workspace may have several; while it has any it is looked after
 * (keepWhileOpen), and closing the last one waits for its closing copy.
 */
export class WorkbenchWindows {
  private readonly all: Shown[] = [];
  private readonly stops = new Map<OpenWorkspace, () => void>();

  constructor(
    private readonly desk: Desk,
    private readonly keeper: Keeper,
  ) {}

  /** The window used last. */
  get latest(): BrowserWindow {
    const window = this.all.at(-1)?.window;
    if (!window) throw new Error('No window is open');
    return window;
  }

  /** The window used last of those that show the workspace in a folder. */
  showing(folder: string): BrowserWindow | null {
    return this.all.findLast(({ workspace }) => workspace?.info.path === folder)?.window ?? null;
  }

  /** Shows a workspace (null: the doors) in a window of its own. */
  open(workspace: OpenWorkspace | null, how: Parameters<typeof openWorkbenchWindow>[2] = {}): BrowserWindow {
    const window = openWorkbenchWindow(this.desk, workspace, how);
    const shown: Shown = { window, workspace: null, closing: false };
    this.all.push(shown);
    const { id } = window.webContents;
    window.on('focus', () => this.toFront(shown));
    window.on('close', (event) => this.mayClose(shown, event));
    window.once('closed', () => this.closed(shown, id));
    this.settle(window, workspace);
    return window;
  }

  /** A window whose workspace is still being checked: `settle` says what came of it. */
  openEarly(opening: Opening): BrowserWindow {
    return this.open(null, { opening });
  }

  /** What a window shows is known. */
  settle(window: BrowserWindow, workspace: OpenWorkspace | null): void {
    const shown = this.all.find((each) => each.window === window);
    if (!shown) return;
    shown.workspace = workspace;
    if (workspace && !this.stops.has(workspace)) this.stops.set(workspace, keepWhileOpen(this.keeper, workspace, () => this.pagesOf(workspace)));
  }

  /** Another window of the workspace that one shows, a little aside of it, on a route of its own. */
  openBeside(contents: WebContents, workspace: OpenWorkspace, route: string): void {
    const beside = BrowserWindow.fromWebContents(contents);
    this.open(workspace, { route, ...(beside ? { beside } : {}) });
  }

  /**
   * Shows a workspace (null: the doors) in place of what a window shows. Until it can be seen the old page stands, so that
   * nothing flashes and the one that asked has its answer.
   */
  replace(before: BrowserWindow | null, workspace: OpenWorkspace | null): BrowserWindow {
    if (before && !before.isDestroyed()) rememberPlace(this.desk, before);
    const window = this.open(workspace);
    window.once('show', () => before?.isDestroyed() === false && before.destroy());
    this.remember(workspace);
    return window;
  }

  /**
   * The other windows of a workspace are shut while `work` replaces what it holds: what they wrote meanwhile would be lost.
   * Afterwards they stand where they stood, on what the workspace then is. What they have written is in the database already.
   */
  async alone<T>(contents: WebContents, workspace: OpenWorkspace, work: () => Promise<T>): Promise<T> {
    const others = this.all.filter((each) => each.workspace?.info.path === workspace.info.path && each.window.webContents !== contents);
    const aside: StoodAside[] = others.map(({ window }) => ({ route: routeOf(window), bounds: placeOf(window) }));
    for (const { window } of others) window.destroy();
    try {
      return await work();
    } finally {
      const now = this.desk.heldIn(workspace.info.path);
      for (const { route, bounds } of aside) this.open(now, { route, bounds });
    }
  }

  /** The pages of every workbench window. */
  get pages(): WebContents[] {
    return this.all.filter(({ window }) => !window.isDestroyed()).map(({ window }) => window.webContents);
  }

  pagesOf({ info }: OpenWorkspace): WebContents[] {
    return this.all.filter(({ window, workspace }) => !window.isDestroyed() && workspace?.info.path === info.path).map(({ window }) => window.webContents);
  }

  private toFront(shown: Shown): void {
    const at = this.all.indexOf(shown);
    if (at < 0) return;
    this.all.splice(at, 1);
    this.all.push(shown);
  }

  /** The last window of a workspace waits for the workspace's last copy. */
  private mayClose(shown: Shown, event: Electron.Event): void {
    const { window, workspace, closing } = shown;
    if (closing) return;
    const isLast = workspace !== null && !this.all.some((each) => each !== shown && !each.closing && each.workspace === workspace);
    if (!isLast) {
      shown.closing = true;
      return;
    }
    event.preventDefault();
    this.keeper
      .lastCopy(workspace, window.webContents)
      .catch((error: unknown) => log.warn('last copy:', error))
      .finally(() => {
        shown.closing = true;
        if (!window.isDestroyed()) window.close();
      });
  }

  private closed(shown: Shown, contentsId: number): void {
    this.all.splice(this.all.indexOf(shown), 1);
    // What a page that is gone was gathering is not finished by anybody.
    this.keeper.copies.cancelOf(contentsId).catch((error: unknown) => log.warn('copy of a closed window:', error));
    const { workspace } = shown;
    if (workspace && !this.all.some((each) => each.workspace === workspace)) {
      this.stops.get(workspace)?.();
      this.stops.delete(workspace);
    }
    const left = this.all.at(-1);
    // Of several workspaces the one still open is the one to begin with next time.
    if (left?.workspace && left.workspace !== workspace) this.remember(left.workspace);
  }

  /** What is shown now, for the next start. */
  remember(workspace: OpenWorkspace | null): void {
    rememberShown(this.desk.recent, workspace?.info.path ?? null).catch((error: unknown) => log.warn('recent.json not written:', error));
  }
}
