import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { BackupManifest } from '@shared/contracts/backup-file';
import { snapshotInfoSchema, type SnapshotInfo } from '@shared/contracts/keep-calls';
import { addDaysToInstant } from '@shared/kernel/day';
import { ok } from '@shared/kernel/result';
import { verifyBackup } from '../backup/verify-backup';
import { type Answer, refuse } from '../call-failure';
import { type JsonFile, openJsonFile } from '../files/json-file';
import { expiredSnapshots, hasShrunk, PINNED_DAYS } from './retention';

const PINNED_REASONS: ReadonlySet<SnapshotInfo['reason']> = new Set(['import', 'migration', 'restore']);

/**
 * The copies in a workspace's `snapshots/`, with what is known of each (`index.json`; a copy that is not in it, or an index that
 * is lost, is read anew from the files). All functions answer newest first.
 */
export class SnapshotStore {
  private constructor(
    readonly folder: string,
    private readonly index: JsonFile<SnapshotInfo[]>,
  ) {}

  /** `onUnreadable` hears of an index that had to be made anew. */
  static async open(workspaceFolder: string, onUnreadable: (reason: string) => void): Promise<SnapshotStore> {
    const folder = path.join(workspaceFolder, 'snapshots');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const index = await openJsonFile(path.join(folder, 'index.json'), z.array(snapshotInfoSchema), [], onUnreadable);
    return new SnapshotStore(folder, index);
  }

  /** Where a copy lies; null for an id that is none of ours. */
  fileOf(id: string): string | null {
    return this.index.read().some((each) => each.id === id) ? path.join(this.folder, id) : null;
  }

  /** A name for a copy made now. */
  nameFor(now: number, journalSeq: number): string {
    return `${new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '')}-${String(journalSeq).padStart(6, '0')}.smwb`;
  }

  async list(): Promise<SnapshotInfo[]> {
    const files = (await readdir(this.folder)).filter((name) => name.endsWith('.smwb') && !name.startsWith('.'));
    const known = new Map(this.index.read().map((each) => [each.id, each]));
    const infos = await Promise.all(files.map(async (id) => known.get(id) ?? (await this.read(id))));
    const sorted = infos.toSorted((a, b) => (a.createdAt === b.createdAt ? b.journalSeq - a.journalSeq : a.createdAt < b.createdAt ? 1 : -1));
    if (sorted.length !== known.size || files.some((id) => !known.has(id))) await this.index.write(sorted);
    return sorted;
  }

  /** Takes in a copy that has just been written and verified, pins what must stay, deletes what is over. */
  async add(id: string, manifest: BackupManifest, bytes: number): Promise<SnapshotInfo> {
    const before = await this.list();
    const added: SnapshotInfo = { ...infoOf(id, manifest, bytes), verifiedAt: manifest.createdAt, pinnedUntil: PINNED_REASONS.has(manifest.reason) ? pinFrom(manifest.createdAt) : null };
    const [previous] = before.filter((each) => each.id !== id && each.fault === null);
    const shrunk = previous !== undefined && hasShrunk(previous.counts, added.counts);
    const kept = before.filter((each) => each.id !== id).map((each) => (shrunk && each.id === previous.id ? { ...each, pinnedUntil: pinFrom(manifest.createdAt) } : each));
    const all = [added, ...kept];
    // With the clock set back the one just made is not the newest by its date; it is by what it holds.
    const expired = new Set(expiredSnapshots(all, manifest.createdAt).filter((each) => each !== id));
    for (const gone of expired) await rm(path.join(this.folder, gone), { force: true });
    await this.index.write(all.filter((each) => !expired.has(each.id)));
    return added;
  }

  /** Reads a copy back whole and remembers what came of it. */
  async verify(id: string): Promise<Answer<SnapshotInfo>> {
    const known = (await this.list()).find((each) => each.id === id);
    if (known === undefined) return refuse('keep.noCopy', id);
    const read = await this.read(id);
    const checked = { ...read, pinnedUntil: known.pinnedUntil, ...(read.fault === null ? {} : { createdAt: known.createdAt, journalSeq: known.journalSeq, counts: known.counts, reason: known.reason }) };
    await this.index.write((await this.list()).map((each) => (each.id === id ? checked : each)));
    return ok(checked);
  }

  /** The newest copy not known to be unsound; null when there is none. */
  async newest(): Promise<SnapshotInfo | null> {
    return (await this.list()).find((each) => each.fault === null) ?? null;
  }

  private async read(id: string): Promise<SnapshotInfo> {
    const file = path.join(this.folder, id);
    const { size, mtime } = await stat(file);
    const verified = await verifyBackup(file, null);
    const now = new Date().toISOString();
    if (verified.ok) return { ...infoOf(id, verified.value, size), verifiedAt: now };
    const unknown = { records: 0, changeSets: 0, orderLines: 0, opportunities: 0 };
    return { id, createdAt: mtime.toISOString(), reason: 'hand', bytes: size, journalSeq: 0, counts: unknown, verifiedAt: now, pinnedUntil: null, fault: `${verified.error.code}: ${verified.error.detail}` };
  }
}

const pinFrom = (at: string): string => addDaysToInstant(at, PINNED_DAYS);

function infoOf(id: string, { createdAt, reason, journalSeq, counts }: BackupManifest, bytes: number): SnapshotInfo {
  return { id, createdAt, reason, bytes, journalSeq, counts, verifiedAt: null, pinnedUntil: null, fault: null };
}
