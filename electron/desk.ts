import path from 'node:path';
import { app, session as sessions, type Session } from 'electron';
import log from 'electron-log/main';
import { type Preferences, preferencesSchema } from '@shared/contracts/preferences';
import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import { type AppFiles, buildFileMap, serveApp } from './app-protocol';
import type { Answer } from './call-failure';
import { FileTokens } from './files/file-tokens';
import { type JsonFile, openJsonFile } from './files/json-file';
import { hardenSession } from './harden';
import { type MainText, mainText } from './main-text';
import { Pages } from './pages';
import { noRecent, type Recent, recentSchema, rememberOpened } from './workspace/recent-workspaces';
import { initialPlace, type WindowPlace, windowPlaceSchema } from './window-place';
import { type OpenOptions, type OpenWorkspace, openWorkspaceFolder } from './workspace/open-workspace';

const initialPreferences: Preferences = { language: 'zh-CN', colorScheme: 'auto', railFolded: false, lastRoute: '' };

/** What every part of main works with: what is open, what is remembered, which pages there are. */
export interface Desk {
  readonly pages: Pages;
  readonly files: AppFiles;
  readonly preferences: JsonFile<Preferences>;
  readonly recent: JsonFile<Recent>;
  readonly place: JsonFile<WindowPlace>;
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
  /** Lets go of every workspace and waits for what is still being written. */
  closeAll(): Promise<void>;
  /** The session pages of this workspace run in (null: one in memory, without a workspace); hardened, app:// served. */
  sessionFor(workspace: OpenWorkspace | null): Session;
  /** Print pages' own: in memory, no network. */
  printSession(): Session;
}

export async function openDesk(devServer: URL | null): Promise<Desk> {
  const userData = app.getPath('userData');
  const unreadable = (reason: string) => log.warn('unreadable, starting afresh:', reason);
  const preferences = await openJsonFile(path.join(userData, 'preferences.json'), preferencesSchema, initialPreferences, unreadable);
  const recent = await openJsonFile(path.join(userData, 'recent.json'), recentSchema, noRecent, unreadable);
  const place = await openJsonFile(path.join(userData, 'window.json'), windowPlaceSchema, initialPlace, unreadable);
  const files: AppFiles = { fileMap: devServer ? new Map() : buildFileMap(path.join(import.meta.dirname, '../renderer')), tokens: new FileTokens<Session>(), devServer };
  const ready = new WeakSet<Session>();
  const prepared = (session: Session): Session => {
    if (!ready.has(session)) {
      ready.add(session);
      hardenSession(session, devServer);
      serveApp(session, files);
    }
    return session;
  };
  const held = new Map<string, OpenWorkspace>();
  return {
    pages: new Pages(),
    files,
    preferences,
    recent,
    place,
    workspacesFolder: path.join(app.getPath('documents'), 'Sales Workbench'),
    sampleFolder: app.isPackaged ? path.join(process.resourcesPath, 'sample') : path.join(import.meta.dirname, '../sample'),
    text: () => mainText(preferences.read().language),
    open: async (folder, create) => {
      const known = held.get(path.resolve(folder));
      const opened = known ? ({ ok: true, value: known } as const) : await openWorkspaceFolder(folder, { appVersion: app.getVersion(), create });
      if (opened.ok) {
        held.set(opened.value.info.path, opened.value);
        await remember(recent, opened.value.info);
      }
      return opened;
    },
    closeAll: async () => {
      for (const workspace of held.values()) await workspace.close();
      held.clear();
      for (const file of [preferences, recent, place]) await file.settled();
    },
    sessionFor: (workspace) => prepared(workspace ? sessions.fromPath(workspace.profileFolder) : sessions.fromPartition('doors')),
    printSession: () => prepared(sessions.fromPartition('print')),
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
