import path from 'node:path';
import { BrowserWindow, shell } from 'electron';
import log from 'electron-log/main';
import type { CallName } from '@shared/contracts/workbench-calls';
import { ok } from '@shared/kernel/result';
import { type Answer, refuse } from '../call-failure';
import type { Desk } from '../desk';
import { fileNameOf } from '../files/file-name';
import { runInHiddenPage } from '../headless/command-run';
import type { Keeper } from '../keep/keeper';
import { restoreAsFolder } from '../keep/restore-as-folder';
import type { Page } from '../pages';
import { moveFolder } from '../workspace/move-folder';
import { forgetRecent, listRecent, moveLater, removeLater, renameRecent } from '../workspace/recent-workspaces';
import { removeSample } from '../workspace/remove-sample';
import { readWorkspaceFile, writeWorkspaceFile } from '../workspace/workspace-file';
import type { Ask } from './ask';
import type { ShowIn } from './handlers';
import type { CallHandlers } from './serve';

type WorkspaceHandlers = Pick<CallHandlers, Extract<CallName, `workspace.${string}`>>;

const nothing = ok({});

/** The workspaces of this machine: made, opened, renamed, moved, copied; folders the user can see. */
export function createWorkspaceHandlers(desk: Desk, keeper: Keeper, ask: Ask, showIn: ShowIn): WorkspaceHandlers {
  const openAndShow = async (page: Page, folder: string, create: { name: string; sample: boolean } | null) => {
    const opened = await desk.open(folder, create);
    if (opened.ok) showIn.replace(page, opened.value);
    return opened;
  };
  /** The folder meant: a place in the list, or the page's own. */
  const folderOf = (recent: number | null, page: Page): Answer<string> => {
    const folder = recent === null ? page.workspace?.info.path : desk.recent.read().workspaces[recent]?.path;
    return folder === undefined ? refuse('workspace.none') : ok(folder);
  };

  return {
    'workspace.recent': async () => ok(await listRecent(desk.recent)),
    'workspace.create': async ({ name, sample }, page) => {
      const folder = path.join(desk.workspacesFolder, fileNameOf(name));
      const existing = await readWorkspaceFile(folder);
      if (!existing.ok) return existing;
      // The sample is opened again rather than refused; anything else of that name is somebody's work.
      if (existing.value && !(sample && existing.value.sample)) return refuse('workspace.exists', folder);
      const opened = await openAndShow(page, folder, { name, sample });
      return opened.ok ? nothing : opened;
    },
    'workspace.open': async ({ recent }, page) => {
      const folder = recent === null ? await ask.folder(page, 'chooseWorkspace', desk.workspacesFolder) : desk.recent.read().workspaces[recent]?.path;
      if (folder === null) return ok({ opened: false });
      if (folder === undefined) return refuse('workspace.none');
      const opened = await openAndShow(page, folder, null);
      return opened.ok ? ok({ opened: true }) : opened;
    },
    'workspace.close': (_input, page) => {
      showIn.replace(page, null);
      return nothing;
    },
    'workspace.rename': async ({ recent, name }, page) => {
      const folder = folderOf(recent, page);
      if (!folder.ok) return folder;
      const held = desk.heldIn(folder.value);
      if (held !== null) await held.change({ name });
      else {
        const file = await readWorkspaceFile(folder.value);
        if (!file.ok) return file;
        if (file.value === null) return refuse('workspace.none');
        await writeWorkspaceFile(folder.value, { ...file.value, name });
      }
      await renameRecent(desk.recent, folder.value, name);
      return nothing;
    },
    'workspace.move': async ({ recent }, page) => {
      const folder = folderOf(recent, page);
      if (!folder.ok) return folder;
      const parent = await ask.folder(page, 'chooseMoveTarget', path.dirname(folder.value));
      if (parent === null || parent === path.dirname(folder.value)) return ok({ moved: 'cancelled' });
      const target = path.join(parent, path.basename(folder.value));
      if (desk.heldIn(folder.value) !== null) {
        await moveLater(desk.recent, folder.value, target);
        return ok({ moved: 'nextStart' });
      }
      const moved = await moveFolder(folder.value, target);
      if (!moved.ok) return moved;
      await renameRecent(desk.recent, folder.value, null, target);
      return ok({ moved: 'now' });
    },
    'workspace.duplicate': async ({ recent, name }, page) => {
      const folder = folderOf(recent, page);
      if (!folder.ok) return folder;
      const source = await desk.open(folder.value, null);
      if (!source.ok) return source;
      if (source.value.trouble !== null) return { ok: false, error: source.value.trouble };
      return keeper.withScratchFile(source.value, async (file) => {
        const copied = await runInHiddenPage(desk, source.value, { name: 'backup', passphrase: null }, { packFile: (pack) => pack, backupFile: file });
        if (!copied.ok) return refuse('call.failed', copied.error);
        const made = await restoreAsFolder(desk, file, null, { folder: null, name, sourcesOf: null, onProgress: () => undefined });
        return made.ok ? nothing : made;
      });
    },
    'workspace.forget': async ({ recent }) => {
      await forgetRecent(desk.recent, recent);
      return nothing;
    },
    'workspace.removeSample': async ({ recent, forever }, page) => {
      const folder = folderOf(recent, page);
      if (!folder.ok) return folder;
      // Windows moves no folder with open files in it, and Chromium keeps those of a profile open until the program ends.
      if (process.platform === 'win32' && desk.heldIn(folder.value) !== null) {
        await removeLater(desk.recent, folder.value);
        return ok({ removed: 'nextStart' });
      }
      const removed = await removeSample(folder.value, forever, (target) => shell.trashItem(target), (error) => log.warn('no bin:', error));
      if (!removed.ok || removed.value === 'noBin') return removed.ok ? ok({ removed: removed.value }) : removed;
      const held = desk.heldIn(folder.value);
      await desk.drop(folder.value);
      for (const contents of held === null ? [] : showIn.pagesBeside(page, held)) BrowserWindow.fromWebContents(contents)?.destroy();
      if (page.workspace?.info.path === folder.value) showIn.replace(page, null);
      return ok({ removed: removed.value });
    },
    'workspace.reveal': ({ recent }, page) => {
      const folder = folderOf(recent, page);
      if (folder.ok) shell.showItemInFolder(folder.value);
      return folder.ok ? nothing : folder;
    },
  };
}
