import path from 'node:path';
import { app, nativeTheme, session as sessions, shell, type Session } from 'electron';
import log from 'electron-log/main';
import { type Preferences, preferencesSchema } from '@shared/contracts/preferences';
import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import { type AppFiles, buildFileMap, serveApp } from './app-protocol';
import { type Answer, failureOf } from './call-failure';
import { FileTokens } from './files/file-tokens';
import { type JsonFile, openJsonFile } from './files/json-file';
import { chosenFoldersSchema, noChosenFolders, RecentFolders } from './files/recent-folders';
import { hardenSession } from './harden';
import { type MainText, mainText } from './main-text';
import { Pages } from './pages';
import { moveFolder } from './workspace/move-folder';
import { removeSample } from './workspace/remove-sample';
import { carryOutMoves, carryOutRemovals, dropRecent, noRecent, type Recent, recentSchema, rememberOpened } from './workspace/recent-workspaces';
import { initialPlace, type WindowPlace, windowPlaceSchema } from './window-place';
import { type OpenOptions, claimWorkspaceFolder, type OpenWorkspace, openWorkspaceFolder } from './workspace/open-workspace';

const initialPreferences: Preferences = { language: 'zh-CN', colorScheme: 'auto', railFolded: false, lastRoute: '', moneyUnit: 'auto', panes: {}, guides: {} };

/** What every part of main works with: what is open, what is remembered, which pages there are. */
export interface Desk {
  readonly pages: Pages;
  readonly files: AppFiles;
  readonly preferences: JsonFile<Preferences>;
  readonly recent: JsonFile<Recent>;
  readonly place: JsonFile<WindowPlace>;
  /** Folders that files were chosen from on this machine. */
  readonly folders: RecentFolders<Session>;
  /** Where new workspaces are made. */
  readonly workspacesFolder: string;
  /** The sample workspace's own source files. */
  readonly sampleFolder: string;
  /** Main's words in the language of the preferences. */
  readonly text: () => MainText;
  /**
   * Opens a workspace folder; one that this process holds already is answered again. It is held until the program ends:
   * Chromium lets go of a profile no earlier.
   */
  open(folder: string, create: OpenOptions['create']): Promise<Answer<OpenWorkspace>>;
  /** The quick part of `open`, for a window that is prepared meanwhile: its profile at once, the workspace when it is checked. */
  begin(folder: string, create: OpenOptions['create']): Promise<Answer<{ readonly profileFolder: string; readonly done: Promise<Answer<OpenWorkspace>> }>>;
  /** A restore or rebuild has made this of a workspace that is held. */
  replace(workspace: OpenWorkspace): void;
  /** Lets go of one workspace, whose pages are gone. */
  release(workspace: OpenWorkspace): Promise<void>;
  /** The folder of a workspace has been taken away: nothing of it is held or remembered any more. */
  drop(folder: string): Promise<void>;
  /** Whether a workspace of this id is held by this process. */
  holds(id: string): boolean;
  /** The workspace this process holds in a folder; null = none. */
  heldIn(folder: string): OpenWorkspace | null;
  /** Lets go of every workspace and waits for what is still being written. */
  closeAll(): Promise<void>;
  /** The session pages of this workspace run in (null: one in memory, without a workspace); hardened, app:// served. */
  sessionFor(workspace: Pick<OpenWorkspace, 'profileFolder'> | null): Session;
  /** Print pages' own: in memory, no network. */
  printSession(): Session;
}

export async function openDesk(devServer: URL | null): Promise<Desk> {
  const userData = app.getPath('userData');
  const unreadable = (reason: string) => log.warn('unreadable, starting afresh:', reason);
  const [preferences, recent, place, chosenFolders] = await Promise.all([
    openJsonFile(path.join(userData, 'preferences.json'), preferencesSchema, initialPreferences, unreadable),
    openJsonFile(path.join(userData, 'recent.json'), recentSchema, noRecent, unreadable),
    openJsonFile(path.join(userData, 'window.json'), windowPlaceSchema, initialPlace, unreadable),
    openJsonFile(path.join(userData, 'import-folders.json'), chosenFoldersSchema, noChosenFolders, unreadable),
  ]);
  const files: AppFiles = { fileMap: devServer ? new Map() : buildFileMap(path.join(import.meta.dirname, '../renderer')), tokens: new FileTokens<Session>(), devServer };
  const ready = new WeakSet<Session>();
  const prepared = (session: Session, hasWorkspace: boolean): Session => {
    if (!ready.has(session)) {
      ready.add(session);
      hardenSession(session, devServer);
      serveApp(session, files, () => {
        const { language, railFolded } = preferences.read();
        return { language, railFolded, dark: nativeTheme.shouldUseDarkColors, hasWorkspace };
      });
    }
    return session;
  };
  const held = new Map<string, OpenWorkspace>();
  const dropped = new Set<string>();
  const anew = (folder: string, create: OpenOptions['create']) => (create !== null && dropped.has(path.resolve(folder)) ? { ...create, ownProfile: true } : create);
  const hold = (opened: Answer<OpenWorkspace>): Answer<OpenWorkspace> => {
    if (!opened.ok) return opened;
    held.set(opened.value.info.path, opened.value);
    // Known at once; `closeAll` waits for the disk.
    void remember(recent, opened.value.info);
    return opened;
  };
  await carryOutMoves(recent, async (from, to) => {
    const moved = await moveFolder(from, to).catch((error: unknown): Answer<unknown> => ({ ok: false, error: failureOf(error) }));
    if (!moved.ok) log.warn('workspace not moved:', moved.error.code, moved.error.detail);
    return moved.ok;
  });
  await carryOutRemovals(recent, async (folder) => {
    const removed = await removeSample(folder, false, (target) => app.whenReady().then(() => shell.trashItem(target)), (error) => log.warn('sample not removed:', error));
    return removed.ok && removed.value === 'binned';
  });
  return {
    pages: new Pages(),
    files,
    preferences,
    recent,
    place,
    folders: new RecentFolders<Session>(chosenFolders),
    workspacesFolder: path.join(app.getPath('documents'), 'Sales Workbench'),
    sampleFolder: app.isPackaged ? path.join(process.resourcesPath, 'sample') : path.join(import.meta.dirname, '../sample'),
    text: () => mainText(preferences.read().language),
    open: async (folder, create) => {
      const known = held.get(path.resolve(folder));
      return hold(known ? { ok: true, value: known } : await openWorkspaceFolder(folder, { appVersion: app.getVersion(), create: anew(folder, create) }));
    },
    begin: async (folder, create) => {
      const claimed = await claimWorkspaceFolder(folder, { appVersion: app.getVersion(), create });
      return claimed.ok ? { ok: true, value: { profileFolder: claimed.value.profileFolder, done: claimed.value.load().then(hold) } } : claimed;
    },
    replace: (workspace) => void held.set(workspace.info.path, workspace),
    release: async (workspace) => {
      held.delete(workspace.info.path);
      await workspace.close();
    },
    drop: async (folder) => {
      dropped.add(folder);
      const workspace = held.get(folder);
      held.delete(folder);
      await workspace?.close();
      await dropRecent(recent, folder);
    },
    holds: (id) => [...held.values()].some(({ info }) => info.id === id),
    heldIn: (folder) => held.get(path.resolve(folder)) ?? null,
    closeAll: async () => {
      for (const workspace of held.values()) await workspace.close();
      held.clear();
      for (const file of [preferences, recent, place, chosenFolders]) await file.settled();
    },
    // Nothing comes from a network; and at the end Chromium would put its cache back into a folder that was taken away.
    sessionFor: (workspace) => (workspace ? prepared(sessions.fromPath(workspace.profileFolder, { cache: false }), true) : prepared(sessions.fromPartition('doors'), false)),
    printSession: () => prepared(sessions.fromPartition('print'), false),
  };
}

/** A full disk must not keep a workspace shut because its name cannot be remembered. */
async function remember(recent: JsonFile<Recent>, info: WorkspaceInfo): Promise<void> {
  try {
    await rememberOpened(recent, info);
  } catch (error) {
    log.warn('recent.json not written:', error);
  }
}
