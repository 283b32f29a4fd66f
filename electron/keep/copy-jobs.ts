import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackupContent, BackupManifest, BackupPart, BackupReason } from '@shared/contracts/backup-file';
import { ok } from '@shared/kernel/result';
import type { BackupWriter } from '../backup/backup-writer';
import { type Answer, refuse } from '../call-failure';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { keptSource } from '../workspace/kept-sources';
import { freeBytes, LOW_DISK_BYTES } from './disk-space';
import type { SnapshotStore } from './snapshot-store';

/** What a copy is made for and where it goes. */
export interface CopyOrder {
  readonly reason: BackupReason;
  /** The file to write, sources included; null = into `snapshots/`, whose sources lie in `sources/`. */
  readonly file: string | null;
  readonly passphrase: string | null;
  /** Last change-set of the page that gathers it. */
  readonly journalSeq: number;
  /** Schema of the rows it will be given: an older one's before a migration. */
  readonly schemaVersion: number;
  /** The page that gathers it, by its contents' id. */
  readonly pageId: number;
}

interface Job {
  readonly id: string;
  readonly workspace: OpenWorkspace;
  readonly store: SnapshotStore;
  readonly order: CopyOrder;
  readonly target: string;
  readonly writer: BackupWriter;
}

/** Copies under way: a page gathers the content of its workspace, main writes it. One per workspace at a time. */
export class CopyJobs {
  private readonly jobs = new Map<string, Job>();

  constructor(private readonly appVersion: string) {}

  /** Null when nothing has changed since the newest snapshot; a migration gets one of its own all the same, to be pinned. Refuses `keep.busy` and, for snapshots, `keep.lowDisk`. */
  async begin(workspace: OpenWorkspace, store: SnapshotStore, order: CopyOrder): Promise<Answer<{ jobId: string | null }>> {
    if ([...this.jobs.values()].some((job) => job.workspace.info.path === workspace.info.path)) return refuse('keep.busy');
    const now = Date.now();
    if (order.file === null) {
      const newest = await store.newest();
      if (order.reason !== 'migration' && newest !== null && newest.journalSeq === order.journalSeq) return ok({ jobId: null });
      const free = await freeBytes(store.folder);
      if (free < LOW_DISK_BYTES) return refuse('keep.lowDisk', String(free));
    }
    const { id: workspaceId, name, sample, deviceId, databaseName } = workspace.info;
    const facts = { schemaVersion: order.schemaVersion, appVersion: this.appVersion, workspaceId, name, sample, deviceId, createdAt: new Date(now).toISOString(), reason: order.reason, parentId: databaseName };
    const target = order.file ?? path.join(store.folder, store.nameFor(now, order.journalSeq));
    const { beginBackup } = await import('../backup/backup-writer');
    const writer = await beginBackup(target, facts, order.passphrase, workspace.info.path);
    const job: Job = { id: randomUUID(), workspace, store, order, target, writer };
    this.jobs.set(job.id, job);
    return ok({ jobId: job.id });
  }

  async add(jobId: string, part: BackupPart, rows: number, bytes: Uint8Array): Promise<Answer<unknown>> {
    const job = this.jobs.get(jobId);
    if (job === undefined) return refuse('keep.noCopy', 'job');
    try {
      await job.writer.add(part, rows, bytes);
    } catch (error) {
      // A failed step has given the copy up.
      this.jobs.delete(jobId);
      throw error;
    }
    return ok({});
  }

  /** Adds the sources, writes, reads back, puts in place. */
  async finish(jobId: string, content: BackupContent, sources: readonly string[]): Promise<Answer<{ path: string; bytes: number; manifest: BackupManifest }>> {
    const job = this.jobs.get(jobId);
    if (job === undefined) return refuse('keep.noCopy', 'job');
    const { workspace, store, order, target, writer } = job;
    this.jobs.delete(jobId);
    for (const sha256 of new Set(sources)) await writer.addSource(sha256, keptSource(workspace.sourcesFolder, sha256), order.file !== null);
    const written = await writer.finish(content);
    if (!written.ok) return written;
    const { size } = await stat(target);
    if (order.file === null) await store.add(path.basename(target), written.value, size);
    return ok({ path: target, bytes: size, manifest: written.value });
  }

  /** Nothing of it is kept. */
  async cancel(jobId: string): Promise<void> {
    const job = this.jobs.get(jobId);
    this.jobs.delete(jobId);
    await job?.writer.abort();
  }

  /** A page that is gone finishes nothing any more. */
  async cancelOf(pageId: number): Promise<void> {
    for (const { id, order } of this.jobs.values()) if (order.pageId === pageId) await this.cancel(id);
  }
}
