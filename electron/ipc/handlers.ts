import { app, nativeTheme, shell, type WebContents } from 'electron';
import log from 'electron-log/main';
import { ok } from '@shared/kernel/result';
import { type Answer, refuse } from '../call-failure';
import type { Desk } from '../desk';
import { fileNameOf } from '../files/file-name';
import { sampleFiles } from '../files/sample-files';
import { writeAtomic } from '../files/write-atomic';
import { releaseReserve } from '../keep/disk-space';
import type { Keeper } from '../keep/keeper';
import { setMenu } from '../menu';
import type { PackPrinter } from '../packs/pack-printer';
import { type Page, sendEvent } from '../pages';
import { keptSource } from '../workspace/kept-sources';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { createAsk } from './ask';
import { createImportHandlers } from './import-handlers';
import { createKeepHandlers } from './keep-handlers';
import { createPrintHandlers } from './print-handlers';
import type { CallHandlers } from './serve';
import { createWorkspaceHandlers } from './workspace-handlers';

/** What the calls need of the workbench windows. */
export interface ShowIn {
  /** Shows a workspace (null: the doors) in place of what the asking page's window shows. */
  replace(page: Page, workspace: OpenWorkspace | null): void;
  /** Does `work` while the workspace has no window but the asking page's. */
  alone<T>(page: Page, workspace: OpenWorkspace, work: () => Promise<T>): Promise<T>;
  /** Another window of the asking page's workspace. */
  beside(page: Page, workspace: OpenWorkspace, route: string): void;
  /** The other windows' pages, of all workspaces. */
  otherPages(page: Page): WebContents[];
  /** Those that show the same workspace. */
  pagesBeside(page: Page, workspace: OpenWorkspace): WebContents[];
}

const nothing = ok({});

/** What main does for each call of the table. */
export function createHandlers(desk: Desk, keeper: Keeper, printer: PackPrinter, showIn: ShowIn): CallHandlers {
  const ask = createAsk(desk.text);
  const issue = (page: Page, file: string) => desk.files.tokens.issue(page.contents.session, file);

  return {
    'app.info': (_input, page) => ok({ appVersion: app.getVersion(), electronVersion: process.versions.electron, workspace: page.workspace?.info ?? null }),
    'preferences.read': () => ok(desk.preferences.read()),
    'preferences.write': async (change, page) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      await desk.preferences.write({ ...desk.preferences.read(), ...given });
      const { colorScheme } = desk.preferences.read();
      nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme;
      setMenu(desk.text());
      // Where a window is, is its own affair.
      if (Object.keys(given).some((field) => field !== 'lastRoute')) for (const other of showIn.otherPages(page)) sendEvent(other, 'preferences.changed', desk.preferences.read());
      return ok(desk.preferences.read());
    },
    'log.write': ({ level, message }, page) => {
      log[level](`${page.role} page:`, message);
      if (page.role === 'print' && level === 'error') printer.failed(page.contents, message);
      return nothing;
    },

    'window.open': ({ route }, page) =>
      withWorkspace(page, (workspace) => {
        showIn.beside(page, workspace, route);
        return nothing;
      }),
    ...createWorkspaceHandlers(desk, keeper, ask, showIn),
    ...createKeepHandlers(desk, keeper, ask, showIn),

    'journal.state': (_input, page) => withWorkspace(page, ({ journal }) => ok({ lastSeq: journal.lastSeq })),
    'journal.append': ({ changeSets }, page) =>
      withWorkspace(page, async (workspace) => {
        const { journal, info } = workspace;
        if (changeSets.some((each) => each.workspaceId !== info.id)) return refuse('call.malformed', 'change-set of another workspace');
        const appended = await journal.append(changeSets);
        // A full disk: what was set aside for this moment lets the work at hand be finished.
        const answer = !appended.ok && appended.error.code === 'file.diskFull' && (await releaseReserve(info.path)) ? await journal.append(changeSets) : appended;
        if (answer.ok) for (const other of showIn.pagesBeside(page, workspace)) sendEvent(other, 'journal.saved', answer.value);
        return answer;
      }),
    'journal.read': ({ afterSeq }, page) => withWorkspace(page, async ({ journal }) => ok({ changeSets: await journal.read(afterSeq) })),

    ...createPrintHandlers(ask),
    ...createImportHandlers(desk, ask),
    'import.choosePreset': async (_input, page) => {
      const file = await ask.file(page, 'choosePreset', 'presets', ['json']);
      return ok(file === null ? null : await issue(page, file));
    },
    'import.sampleFiles': async (_input, page) => ok(await Promise.all((await sampleFiles(desk.sampleFolder)).map((file) => issue(page, file)))),
    'source.open': ({ sha256 }, page) => withWorkspace(page, async ({ sourcesFolder }) => ok(await issue(page, keptSource(sourcesFolder, sha256)))),

    'pack.export': async ({ jobId, pack, suggestedName }, page) => {
      const name = fileNameOf(suggestedName.replace(/\.pdf$/i, ''));
      const file = page.run ? page.run.packFile(name) : await ask.saveAs(page, 'savePack', `${name}.pdf`);
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
      const file = await ask.saveAs(page, 'saveFile', fileNameOf(suggestedName));
      if (file !== null) await writeAtomic(file, bytes);
      return ok({ saved: file !== null });
    },

    'command.take': (_input, { run }) => (run ? ok(run.command) : refuse('call.forbidden', 'no command')),
    'command.done': ({ result }, { run }) => {
      run?.done(result);
      return nothing;
    },
    'command.failed': ({ message }, { run }) => {
      run?.failed(message);
      return nothing;
    },
  };
}

function withWorkspace<T>(page: Page, work: (workspace: OpenWorkspace) => Answer<T> | Promise<Answer<T>>): Answer<T> | Promise<Answer<T>> {
  return page.workspace ? work(page.workspace) : refuse('workspace.none');
}
