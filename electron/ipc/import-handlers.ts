import path from 'node:path';
import { ok } from '@shared/kernel/result';
import type { UnreadFiles } from '@shared/contracts/recent-folder';
import type { CallName } from '@shared/contracts/workbench-calls';
import { type Answer, refuse } from '../call-failure';
import type { Desk } from '../desk';
import { copyAtomic } from '../files/copy-atomic';
import { fileNameOf } from '../files/file-name';
import { IMPORTABLE } from '../files/importable';
import { orUnread } from '../files/read-failure';
import { rememberFolders } from '../files/remember-folders';
import type { Page } from '../pages';
import { keepSource, keptSource } from '../workspace/kept-sources';
import type { Ask } from './ask';
import type { CallHandlers } from './serve';

type ImportCall = Extract<CallName, 'import.choose' | 'import.folders' | 'import.takeFile' | 'import.forgetFolder' | 'import.retake' | 'source.keep' | 'source.save'>;
type ImportHandlers = Pick<CallHandlers, ImportCall>;

const lossCode = { unknownToken: 'call.unknownToken', changed: 'file.changed', gone: 'file.missing' } as const;

/** Files on their way in: chosen, taken from a folder of before, opened again, kept, and given back. */
export function createImportHandlers(desk: Desk, ask: Ask): ImportHandlers {
  const { tokens } = desk.files;
  const ownerOf = (page: Page) => page.contents.session;

  return {
    'import.choose': async (_input, page) => {
      const paths = await ask.files(page, 'chooseFiles', 'tables', IMPORTABLE);
      const files = [];
      const unread: UnreadFiles = [];
      for (const file of paths) {
        const opened = await orUnread(() => tokens.issue(ownerOf(page), file));
        if (opened.ok) files.push(opened.value);
        else unread.push({ name: path.basename(file), code: opened.error.code === 'file.missing' ? 'file.missing' : 'file.locked' });
      }
      await rememberFolders(desk.folders, paths);
      return ok({ files, unread });
    },
    'import.folders': async (_input, page) => ok(await desk.folders.list(ownerOf(page))),
    'import.takeFile': async ({ file }, page) => {
      const listed = desk.folders.pathOf(ownerOf(page), file);
      return listed === null ? refuse('call.unknownToken') : orUnread(() => tokens.issue(ownerOf(page), listed));
    },
    'import.forgetFolder': async ({ folder }, page) => {
      await desk.folders.forget(ownerOf(page), folder);
      return ok({});
    },
    'import.retake': async ({ token }, page) => {
      const again = await orUnread(() => tokens.reissue(ownerOf(page), token));
      if (!again.ok) return again;
      return again.value === null ? refuse('call.unknownToken') : ok(again.value);
    },

    'source.keep': async ({ token }, page): Promise<Answer<{ sha256: string; bytes: number }>> => {
      const { workspace } = page;
      if (!workspace) return refuse('workspace.none');
      const lost = await orUnread(() => tokens.lossOf(ownerOf(page), token));
      if (!lost.ok) return lost;
      const file = await tokens.pathOf(ownerOf(page), token);
      if (lost.value !== null || file === null) return refuse(lossCode[lost.value ?? 'changed']);
      return ok(await keepSource(workspace.sourcesFolder, file));
    },
    'source.save': async ({ sha256, suggestedName }, page) => {
      if (!page.workspace) return refuse('workspace.none');
      const kept = keptSource(page.workspace.sourcesFolder, sha256);
      const file = await ask.saveAs(page, 'saveFile', fileNameOf(suggestedName));
      if (file !== null) await copyAtomic(kept, file);
      return ok({ saved: file !== null });
    },
  };
}
