import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { BACKUP_FORMAT, type BackupContent, type BackupManifest, backupManifestSchema, type BackupPart, backupParts } from '@shared/contracts/backup-file';
import type { Answer } from '../call-failure';
import { renamePatiently, syncFolder } from '../files/write-atomic';
import { answering, damaged } from './backup-fault';
import { ContainerFile } from './container-file';
import { MANIFEST_ENTRY, partEntry, sourceEntry } from './entry-name';
import { PackedEntry } from './packed-entry';
import { readBackup } from './read-backup';

/** What is known of a backup before its content has been gathered. `schemaVersion` is that of its rows. */
export type BackupFacts = Pick<BackupManifest, 'schemaVersion' | 'appVersion' | 'workspaceId' | 'name' | 'sample' | 'deviceId' | 'createdAt' | 'reason' | 'parentId'>;

/**
 * Begins a `.smwb` file: the bytes lie in a hidden `.part` file beside it until the whole is verified, then it replaces
 * `file`. With a passphrase everything is encrypted; compressed parts of more than 64 MB wait, not encrypted, in
 * `scratchFolder`, which should be as private as the workspace. Throws the disk's error and leaves nothing.
 */
export async function beginBackup(file: string, facts: BackupFacts, passphrase: string | null, scratchFolder = path.dirname(file)): Promise<BackupWriter> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.${randomUUID()}.part`);
  const container = await ContainerFile.create(temporary, passphrase, new Date(facts.createdAt));
  return new BackupWriter({ file, temporary, facts, passphrase, scratchFolder }, container);
}

interface Target {
  readonly file: string;
  readonly temporary: string;
  readonly facts: BackupFacts;
  readonly passphrase: string | null;
  readonly scratchFolder: string;
}

/**
 * Writes one backup: every part in the order of `backupParts` (`add`, as often as its bytes come), then the sources, then
 * `finish`. Steps wait for each other. A step that fails has given the backup up: nothing of it is left and the earlier file
 * is as it was. Using the writer after that, or in another order, is a bug and throws.
 */
export class BackupWriter {
  private readonly tables: Record<string, { rows: number; bytes: number; sha256: string }> = {};
  private readonly sources: { sha256: string; bytes: number; included: boolean }[] = [];
  /** The part being written, by its place in `backupParts`; -1 before the first. */
  private place = -1;
  private rows = 0;
  private entry: PackedEntry | null = null;
  private changedSource: string | null = null;
  private state: 'open' | 'done' | 'gone' = 'open';
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly target: Target,
    private readonly container: ContainerFile,
  ) {}

  /**
   * The next bytes of a part and how many rows they hold; an empty part is added once with none. NDJSON rows end in a line
   * feed. The bytes must stay as they are until it resolves. Throws the disk's error.
   */
  add(part: BackupPart, rows: number, bytes: Uint8Array): Promise<void> {
    return this.step(async () => {
      const place = backupParts.indexOf(part);
      if (place !== this.place && place !== this.place + 1) throw new Error(`backup: ${part} after ${backupParts[this.place] ?? 'nothing'}`);
      if (place > this.place) {
        await this.endPart();
        this.place = place;
        this.rows = 0;
        this.entry = new PackedEntry(this.target.scratchFolder);
      }
      if (this.entry === null) throw new Error(`backup: ${part} after the sources`);
      this.rows += rows;
      await this.entry.write(bytes);
    });
  }

  /**
   * A kept source the content refers to; `included` puts its bytes in. Throws the disk's error. A file that no longer has
   * that hash makes `finish` answer `keep.damaged`.
   */
  addSource(sha256: string, file: string, included: boolean): Promise<void> {
    return this.step(async () => {
      await this.endPart();
      const bytes = included ? await this.include(sha256, file) : (await stat(file)).size;
      this.sources.push({ sha256, bytes, included });
    });
  }

  /**
   * Writes the manifest, syncs, reads the whole file back, puts it in place and answers its manifest; else `keep.damaged`
   * (a source is not what its name says, or the disk gave back other bytes) or the disk's error.
   */
  finish(content: BackupContent): Promise<Answer<BackupManifest>> {
    return this.step(async () => {
      const answer = await answering(() => this.complete(content));
      if (answer.ok) this.state = 'done';
      else await this.discard();
      return answer;
    });
  }

  /** Gives the backup up, after the step that is running; nothing to do once it is finished or given up. */
  async abort(): Promise<void> {
    await this.queue;
    if (this.state === 'open') await this.discard();
  }

  private async complete(content: BackupContent): Promise<BackupManifest> {
    const { file, temporary, facts, passphrase } = this.target;
    await this.endPart();
    if (this.place !== backupParts.length - 1) throw new Error(`backup: ends after ${backupParts[this.place] ?? 'nothing'}`);
    if (this.changedSource !== null) throw damaged(sourceEntry(this.changedSource), 'changed');
    const manifest = backupManifestSchema.parse({ ...facts, ...content, formatVersion: BACKUP_FORMAT, minReaderVersion: BACKUP_FORMAT, tables: this.tables, sources: this.sources });
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await this.container.entry(MANIFEST_ENTRY, text.length, [text]);
    await this.container.close();
    const readBack = await readBackup(temporary, passphrase, null);
    if (!isDeepStrictEqual(readBack, manifest)) throw damaged(MANIFEST_ENTRY, 'reads back differently');
    await renamePatiently(temporary, file);
    await syncFolder(path.dirname(file));
    return manifest;
  }

  private step<T>(work: () => Promise<T>): Promise<T> {
    const stepping = this.queue.then(async () => {
      if (this.state !== 'open') throw new Error(`backup: already ${this.state}`);
      try {
        return await work();
      } catch (error) {
        await this.discard();
        throw error;
      }
    });
    this.queue = stepping.catch(() => undefined);
    return stepping;
  }

  private async discard(): Promise<void> {
    this.state = 'gone';
    await this.entry?.discard();
    await this.container.discard();
  }

  private async endPart(): Promise<void> {
    const entry = this.entry;
    if (entry === null) return;
    const part = backupParts[this.place]!;
    const { sha256, bytes } = await this.write(partEntry(part), entry);
    this.tables[part] = { rows: this.rows, bytes, sha256 };
    this.entry = null;
  }

  private async include(sha256: string, file: string): Promise<number> {
    this.entry = new PackedEntry(this.target.scratchFolder);
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) await this.entry.write(chunk);
    const found = await this.write(sourceEntry(sha256), this.entry);
    this.entry = null;
    if (found.sha256 !== sha256) this.changedSource ??= sha256;
    return found.bytes;
  }

  private async write(name: string, entry: PackedEntry): Promise<{ sha256: string; bytes: number }> {
    const { sha256, packed } = await entry.end();
    await this.container.entry(name, packed.bytes, packed.chunks());
    await entry.discard();
    return { sha256, bytes: entry.bytes };
  }
}
