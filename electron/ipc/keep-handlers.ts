import { rm } from 'node:fs/promises';
import path from 'node:path';
import { app, shell } from 'electron';
import type { CallName } from '@shared/contracts/workbench-calls';
import { ok } from '@shared/kernel/result';
import { isEncrypted } from '../backup/is-encrypted';
import { verifyBackup } from '../backup/verify-backup';
import { type Answer, refuse } from '../call-failure';
import type { Desk } from '../desk';
import { fileNameOf } from '../files/file-name';
import { markCheckpointGood } from '../keep/checkpoint';
import { expiredDatabases, forgetGenerations, newGeneration, switchTo, writeJournal } from '../keep/generation';
import type { Keeper } from '../keep/keeper';
import { exportRaw } from '../keep/raw-export';
import { repackCopy } from '../keep/repack-copy';
import { rebuild, restoreInto, withStaged } from '../keep/restore-copy';
import { restoreAsFolder } from '../keep/restore-as-folder';
import { hasShrunk } from '../keep/retention';
import { type Page, sendEvent } from '../pages';
import { keptSource } from '../workspace/kept-sources';
import type { OpenWorkspace } from '../workspace/open-workspace';
import type { Ask } from './ask';
import type { ShowIn } from './handlers';
import type { CallHandlers } from './serve';

type KeepHandlers = Pick<CallHandlers, Extract<CallName, `keep.${string}` | `recovery.${string}`>>;

const nothing = ok({});

/** Copies, restoring and recovery: what main does for each `keep.*` and `recovery.*` call. */
export function createKeepHandlers(desk: Desk, keeper: Keeper, ask: Ask, showIn: ShowIn): KeepHandlers {
  const progressTo = (page: Page) => (progress: Parameters<typeof sendEvent<'keep.progress'>>[2]) => sendEvent(page.contents, 'keep.progress', progress);
  const tokenFile = async (page: Page, token: string): Promise<Answer<string>> => {
    const file = await desk.files.tokens.pathOf(page.contents.session, token);
    return file === null ? refuse('call.unknownToken') : ok(file);
  };
  /** Shows what a restore has made in place of what was open. */
  const show = (page: Page, next: Answer<OpenWorkspace>) => {
    if (!next.ok) return next;
    desk.replace(next.value);
    showIn.replace(page, next.value);
    return nothing;
  };
  /** What the workspace holds is replaced: its other windows stand aside meanwhile. */
  const replaced = async (page: Page, workspace: OpenWorkspace, work: () => Promise<Answer<OpenWorkspace>>) =>
    showIn.alone(page, workspace, async () => show(page, await work()));

  return {
    'keep.begin': ({ reason, to, passphrase, journalSeq, schemaVersion }, page) =>
      within(page, async (workspace) => {
        const store = await keeper.storeOf(workspace);
        const pageId = page.contents.id;
        if (to === 'snapshots') {
          const begun = await keeper.copies.begin(workspace, store, { reason, file: null, passphrase: null, journalSeq, schemaVersion, pageId });
          if (!begun.ok || begun.value.jobId === null) keeper.copySettled(workspace);
          return begun;
        }
        const name = `${fileNameOf(workspace.info.name)}-${new Date().toISOString().slice(0, 10)}.smwb`;
        const file = page.run ? page.run.backupFile : await ask.saveAs(page, 'saveBackup', name);
        if (file === null) return ok({ jobId: null });
        return keeper.copies.begin(workspace, store, { reason, file, passphrase, journalSeq, schemaVersion, pageId });
      }),
    'keep.add': ({ jobId, part, rows, bytes }) => keeper.copies.add(jobId, part, rows, bytes).then((answer) => (answer.ok ? nothing : answer)),
    'keep.finish': ({ jobId, content, sources }, page) =>
      within(page, async (workspace) => {
        const finished = await keeper.copies.finish(jobId, content, sources);
        if (finished.ok) void keeper.copyAway(workspace);
        keeper.copySettled(workspace);
        return finished;
      }),
    'keep.cancel': async ({ jobId }, page) => {
      await keeper.copies.cancel(jobId);
      if (page.workspace) keeper.copySettled(page.workspace);
      return nothing;
    },

    'keep.state': (_input, page) => within(page, async (workspace) => ok(await keeper.state(workspace))),
    'keep.record': (recorded, page) =>
      within(page, async (workspace) => {
        const before = workspace.file().recorded;
        // A database that went back while it was open is not what the next opening is to expect.
        if (before !== null && recorded.seq < before.seq) return refuse('journal.gap', `${recorded.seq} < ${before.seq}`);
        keeper.pageOpened(page);
        await markCheckpointGood(path.join(workspace.info.path, 'checkpoint'));
        await workspace.change({ recorded });
        return nothing;
      }),
    'keep.verify': ({ id }, page) => within(page, async (workspace) => (await keeper.storeOf(workspace)).verify(id)),
    'keep.drill': (_input, page) =>
      within(page, async (workspace) => {
        const drilled = await keeper.drill(workspace, progressTo(page));
        return drilled.ok ? ok(await keeper.state(workspace)) : drilled;
      }),
    'keep.secondPlace': ({ forget }, page) =>
      within(page, async (workspace) => {
        const place = forget ? null : await ask.folder(page, 'chooseSecondPlace', app.getPath('documents'));
        if (place === null && !forget) return ok(await keeper.state(workspace));
        if (place !== null && isInside(place, workspace.info.path)) return refuse('file.readOnly', place);
        await workspace.change({ secondPlace: place });
        await keeper.copyAway(workspace);
        return ok(await keeper.state(workspace));
      }),
    'keep.reveal': ({ id }, page) =>
      within(page, async (workspace) => {
        const store = await keeper.storeOf(workspace);
        const file = id === null ? store.folder : store.fileOf(id);
        if (file === null) return refuse('keep.noCopy', id ?? '');
        shell.showItemInFolder(file);
        return nothing;
      }),
    'keep.exportSnapshot': ({ id, passphrase }, page) =>
      within<{ saved: boolean }>(page, async (workspace) => {
        const source = await keeper.snapshotFile(workspace, id);
        if (!source.ok) return source;
        const file = await ask.saveAs(page, 'saveBackup', id);
        if (file === null) return ok({ saved: false });
        const written = await withStaged(workspace, source.value, null, (staged) => repackCopy(staged, file, passphrase, (sha256) => keptSource(workspace.sourcesFolder, sha256)));
        return written.ok ? ok({ saved: true }) : written;
      }),
    'keep.choose': async (_input, page) => {
      const file = await ask.file(page, 'chooseBackup', 'backups', ['smwb']);
      if (file === null) return ok(null);
      const { token, name, bytes } = await desk.files.tokens.issue(page.contents.session, file);
      return ok({ token, name, bytes, encrypted: await isEncrypted(file) });
    },
    'keep.inspect': async ({ token, passphrase }, page) => {
      const file = await tokenFile(page, token);
      if (!file.ok) return file;
      const verified = await verifyBackup(file.value, passphrase);
      return verified.ok ? ok({ manifest: verified.value, sameWorkspace: verified.value.workspaceId === page.workspace?.info.id }) : verified;
    },
    'keep.restore': async ({ copy, passphrase, into, confirmName }, page) => {
      const onProgress = progressTo(page);
      onProgress({ stage: 'verifying', done: 0, total: 1 });
      const file = 'token' in copy ? await tokenFile(page, copy.token) : page.workspace ? await keeper.snapshotFile(page.workspace, copy.snapshot) : refuse('workspace.none');
      if (!file.ok) return file;
      if (into === 'folder') return show(page, await restoreAsFolder(desk, file.value, passphrase, { folder: null, name: null, sourcesOf: page.workspace, onProgress }));
      return within(page, async (workspace) => {
        const newest = await (await keeper.storeOf(workspace)).newest();
        return withStaged(workspace, file.value, passphrase, async (staged) => {
          const { manifest } = staged;
          const risky = manifest.workspaceId !== workspace.info.id || (newest !== null && hasShrunk(newest.counts, manifest.counts)) || (manifest.journalSeq === 0 && workspace.journal.lastSeq > 0);
          if (risky && confirmName !== workspace.info.name) return refuse('keep.confirm', manifest.name);
          return replaced(page, workspace, () => restoreInto(desk, workspace, staged, onProgress));
        });
      });
    },
    'keep.expired': (_input, page) => within(page, (workspace) => ok({ databaseNames: expiredDatabases(workspace, Date.now()) })),
    'keep.forgotten': ({ databaseNames }, page) =>
      within(page, async (workspace) => {
        await forgetGenerations(workspace, databaseNames, Date.now());
        return nothing;
      }),

    'recovery.state': (_input, page) => within(page, (workspace) => ok({ trouble: workspace.trouble, recorded: workspace.file().recorded })),
    'recovery.rebuild': ({ snapshot }, page) =>
      within(page, async (workspace) => {
        const onProgress = progressTo(page);
        if (snapshot === null) return replaced(page, workspace, () => rebuild(desk, workspace, null, onProgress));
        const file = await keeper.snapshotFile(workspace, snapshot);
        if (!file.ok) return file;
        const rebuilt = await withStaged(workspace, file.value, null, (staged) => replaced(page, workspace, () => rebuild(desk, workspace, staged, onProgress)));
        // So that the list of copies no longer offers it.
        if (!rebuilt.ok && rebuilt.error.code === 'keep.damaged') await (await keeper.storeOf(workspace)).verify(snapshot);
        return rebuilt;
      }),
    'recovery.journal': ({ changeSets, last }, page) =>
      within(page, async (workspace) => {
        const collected = keeper.collect(workspace, changeSets, last);
        if (collected === null) return nothing;
        const atLeast = Math.max(workspace.journal.lastSeq, workspace.file().recorded?.seq ?? 0);
        if (collected.length < atLeast) return refuse('journal.gap', `${collected.length} < ${atLeast}`);
        const generation = { ...newGeneration(workspace, true), databaseName: workspace.info.databaseName, profileFolder: workspace.file().profileFolder };
        return replaced(page, workspace, async () => {
          const written = await writeJournal(workspace.info.path, generation.journalFolder, inOrder(collected));
          return written.ok ? ok(await switchTo(workspace, generation, Date.now())) : written;
        });
      }),
    'recovery.exportRaw': (_input, page) =>
      within(page, async (workspace) => {
        const file = await ask.saveAs(page, 'saveRaw', `${fileNameOf(workspace.info.name)}-raw.tar`);
        if (file !== null) await exportRaw(workspace.info.path, file);
        return ok({ saved: file !== null });
      }),
    'recovery.discard': ({ confirmName }, page) =>
      within(page, async (workspace) => {
        if (confirmName !== workspace.info.name) return refuse('keep.confirm', workspace.info.name);
        return replaced(page, workspace, async () => {
          const generation = newGeneration(workspace, true);
          const written = await writeJournal(workspace.info.path, generation.journalFolder, inOrder([]));
          if (!written.ok) return written;
          await rm(path.join(workspace.info.path, 'checkpoint', 'now'), { recursive: true, force: true });
          return ok(await switchTo(workspace, generation, Date.now()));
        });
      }),
  };
}

async function* inOrder<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

const isInside = (folder: string, parent: string): boolean => !path.relative(parent, folder).startsWith('..') && !path.isAbsolute(path.relative(parent, folder));

function within<T>(page: Page, work: (workspace: OpenWorkspace) => Answer<T> | Promise<Answer<T>>): Answer<T> | Promise<Answer<T>> {
  return page.workspace ? work(page.workspace) : refuse('workspace.none');
}
