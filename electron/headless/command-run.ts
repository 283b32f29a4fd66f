import type { HeadlessCommand } from '@shared/contracts/headless-command';
import { err, ok, type Result } from '@shared/kernel/result';
import log from 'electron-log/main';
import { failureOf } from '../call-failure';
import type { Desk } from '../desk';
import { failureText } from '../main-text';
import { openHiddenPage } from '../window';
import type { OpenWorkspace } from '../workspace/open-workspace';

/** What a hidden page was opened to do and how it answers. */
export interface CommandRun {
  readonly command: HeadlessCommand;
  /** Where `pack.export` writes without asking. */
  readonly packFile: (suggestedName: string) => string;
  /** Where `keep.begin` writes without asking; null when the command makes no copy. */
  readonly backupFile: string | null;
  readonly done: (result: unknown) => void;
  readonly failed: (message: string) => void;
}

type Files = Pick<CommandRun, 'packFile' | 'backupFile'>;
const noFiles: Files = { packFile: (name) => name, backupFile: null };

/** Carries out one command in a hidden page of the workspace; answers its result as the page gave it, or one line that says why not. */
export async function runInHiddenPage(desk: Desk, workspace: OpenWorkspace, command: HeadlessCommand, files: Files = noFiles): Promise<Result<unknown, string>> {
  let page: ReturnType<typeof openHiddenPage> | null = null;
  try {
    return await new Promise((resolve) => {
      const run: CommandRun = {
        command,
        ...files,
        done: (result) => resolve(ok(result)),
        failed: (message) => {
          log.error('command failed:', message);
          resolve(err(message.split('\n', 1)[0] ?? message));
        },
      };
      const say = (detail: string) => resolve(err(failureText({ code: 'call.failed', detail }, desk.preferences.read().language)));
      page = openHiddenPage(desk, 'command', workspace, run);
      const { webContents } = page;
      webContents.once('render-process-gone', (_event, { reason }) => resolve(err(desk.text()('pageGone', { reason }))));
      webContents.once('did-fail-load', (_event, _code, reason) => say(reason));
      webContents.once('preload-error', (_event, _path, error) => resolve(err(failureText(failureOf(error), desk.preferences.read().language))));
      webContents.on('console-message', (_event, _level, message) => log.info('command page:', message));
    });
  } finally {
    (page as ReturnType<typeof openHiddenPage> | null)?.destroy();
  }
}
