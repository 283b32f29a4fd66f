import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { WebContents } from 'electron';
import log from 'electron-log/main';
import type { KeepState, SnapshotInfo } from '@shared/contracts/keep-calls';
import { addDaysToInstant } from '@shared/kernel/day';
import { ok } from '@shared/kernel/result';
import type { ChangeSet } from '@shared/records/change-set';
import { type Answer, failureOf, refuse } from '../call-failure';
import type { Desk } from '../desk';
import { type Page, sendEvent } from '../pages';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { CopyJobs } from './copy-jobs';
import { freeBytes, LOW_DISK_BYTES } from './disk-space';
import { KEPT_DAYS } from './kept-days';
import { drillCopy, type OnProgress, withStaged } from './restore-copy';
import { copiesIn, copyToSecondPlace } from './second-place';
import { SnapshotStore } from './snapshot-store';

const DRILL_EVERY_DAYS = 30;
/** A window that closes waits this long for its last copy; everything is in the journal anyway. */
const LAST_COPY_MS = 60_000;

interface SecondCopy {
  readonly lastCopyAt: string | null;
  readonly failure: string | null;
}

/** What main knows and does about the copies of every workspace it holds. */
export class Keeper {
  readonly copies: CopyJobs;
  private readonly stores = new Map<string, Promise<SnapshotStore>>();
  private readonly secondCopies = new Map<string, SecondCopy>();
  private readonly drilling = new Set<string>();
  private readonly openedPages = new WeakSet<WebContents>();
  private readonly waiting = new Map<string, () => void>();
  private readonly collected = new Map<string, ChangeSet[]>();

  constructor(
    private readonly desk: Desk,
    appVersion: string,
  ) {
    this.copies = new CopyJobs(appVersion);
  }

  storeOf({ info }: OpenWorkspace): Promise<SnapshotStore> {
    const known = this.stores.get(info.path) ?? SnapshotStore.open(info.path, (reason) => log.warn('snapshots are read anew:', reason));
    this.stores.set(info.path, known);
    return known;
  }

  async state(workspace: OpenWorkspace): Promise<KeepState> {
    const store = await this.storeOf(workspace);
    const { secondPlace, drill, replaced } = workspace.file();
    const free = await freeBytes(workspace.info.path);
    return {
      snapshots: await store.list(),
      secondPlace: secondPlace === null ? null : await this.secondPlaceOf(workspace, secondPlace),
      freeBytes: free,
      lowDisk: free < LOW_DISK_BYTES,
      drill,
      replaced: replaced.map(({ databaseName, replacedAt }) => ({ databaseName, replacedAt, removeAt: addDaysToInstant(replacedAt, KEPT_DAYS) })),
    };
  }

  /** Whether the workspace has changed since its newest snapshot. */
  async needsCopy(workspace: OpenWorkspace): Promise<boolean> {
    const newest = await (await this.storeOf(workspace)).newest();
    return workspace.journal.lastSeq > 0 && newest?.journalSeq !== workspace.journal.lastSeq;
  }

  /** A page has opened the workspace's database and found it as it should be: from now on it makes copies when asked. */
  pageOpened({ contents }: Page): void {
    this.openedPages.add(contents);
  }

  hasOpened(contents: WebContents): boolean {
    return this.openedPages.has(contents);
  }

  /** Has the page make a copy when there is something new, and answers when that is done, failed or hopeless. */
  async lastCopy(workspace: OpenWorkspace, contents: WebContents): Promise<void> {
    if (!this.openedPages.has(contents) || !(await this.needsCopy(workspace))) return;
    await new Promise<void>((resolve) => {
      const giveUp = setTimeout(resolve, LAST_COPY_MS);
      this.waiting.set(workspace.info.path, () => {
        clearTimeout(giveUp);
        resolve();
      });
      contents.once('render-process-gone', () => resolve());
      sendEvent(contents, 'keep.due', { reason: 'quit' });
    });
    this.waiting.delete(workspace.info.path);
  }

  /** A copy has been made, refused or given up. */
  copySettled({ info }: OpenWorkspace): void {
    this.waiting.get(info.path)?.();
  }

  /** Brings the second place up to date; what went wrong is shown, and tried again with the next copy. */
  async copyAway(workspace: OpenWorkspace): Promise<void> {
    const { secondPlace } = workspace.file();
    if (secondPlace === null) return;
    try {
      await copyToSecondPlace(workspace, await this.storeOf(workspace), secondPlace);
      this.secondCopies.set(workspace.info.path, { lastCopyAt: new Date().toISOString(), failure: null });
    } catch (error) {
      log.warn('second place:', error);
      const before = this.secondCopies.get(workspace.info.path)?.lastCopyAt ?? null;
      this.secondCopies.set(workspace.info.path, { lastCopyAt: before, failure: failureOf(error).code });
    }
  }

  /** Gathers the change-sets of a journal that is written anew; answers all of them with the last piece, null until then. */
  collect({ info }: OpenWorkspace, changeSets: readonly ChangeSet[], last: boolean): ChangeSet[] | null {
    const all = [...(this.collected.get(info.path) ?? []), ...changeSets];
    if (last) this.collected.delete(info.path);
    else this.collected.set(info.path, all);
    return last ? all : null;
  }

  /** A copy as a file: the snapshot of that id, sound as far as is known. */
  async snapshotFile(workspace: OpenWorkspace, id: string): Promise<Answer<string>> {
    const store = await this.storeOf(workspace);
    await store.list();
    const file = store.fileOf(id);
    return file === null ? refuse('keep.noCopy', id) : ok(file);
  }

  /** Restores the newest sound snapshot into a scratch database and remembers what came of it. */
  async drill(workspace: OpenWorkspace, onProgress: OnProgress): Promise<Answer<unknown>> {
    if (this.drilling.has(workspace.info.path)) return refuse('keep.busy');
    this.drilling.add(workspace.info.path);
    try {
      const newest = await (await this.storeOf(workspace)).newest();
      if (newest === null) return refuse('keep.noCopy');
      const file = await this.snapshotFile(workspace, newest.id);
      if (!file.ok) return file;
      const outcome = await withStaged(workspace, file.value, null, (staged) => drillCopy(this.desk, workspace, staged, onProgress));
      if (!outcome.ok && outcome.error.code === 'keep.damaged') await (await this.storeOf(workspace)).verify(newest.id);
      await workspace.change({ drill: { at: new Date().toISOString(), id: newest.id, ok: outcome.ok, detail: outcome.ok ? '' : `${outcome.error.code}: ${outcome.error.detail}` } });
      return ok({});
    } finally {
      this.drilling.delete(workspace.info.path);
    }
  }

  /** Once a month, by itself. */
  async drillIfDue(workspace: OpenWorkspace): Promise<void> {
    const { drill } = workspace.file();
    if (drill !== null && new Date().toISOString() < addDaysToInstant(drill.at, DRILL_EVERY_DAYS)) return;
    const answer = await this.drill(workspace, () => undefined);
    if (!answer.ok && answer.error.code !== 'keep.noCopy') log.warn('restore drill:', answer.error.code, answer.error.detail);
  }

  /** Reads all kept sources and snapshots back; answers what is wrong, in words for the log and the command line. */
  async faultsIn(workspace: OpenWorkspace): Promise<string[]> {
    const store = await this.storeOf(workspace);
    const faults: string[] = [];
    for (const { id } of await store.list()) {
      const checked = await store.verify(id);
      const fault: SnapshotInfo['fault'] = checked.ok ? checked.value.fault : checked.error.detail;
      if (fault !== null) faults.push(`snapshots/${id}: ${fault}`);
    }
    return faults;
  }

  /** Works with a file inside the workspace's folder that is gone afterwards. */
  async withScratchFile<T>({ info }: OpenWorkspace, work: (file: string) => Promise<Answer<T>>): Promise<Answer<T>> {
    const file = path.join(info.path, `.scratch-${randomUUID()}.smwb`);
    try {
      return await work(file);
    } finally {
      await rm(file, { force: true });
    }
  }

  private async secondPlaceOf(workspace: OpenWorkspace, place: string): Promise<NonNullable<KeepState['secondPlace']>> {
    const last = this.secondCopies.get(workspace.info.path) ?? { lastCopyAt: null, failure: null };
    try {
      return { path: place, copies: (await copiesIn(workspace, place)).length, ...last };
    } catch (error) {
      return { path: place, copies: 0, lastCopyAt: last.lastCopyAt, failure: failureOf(error).code };
    }
  }
}
