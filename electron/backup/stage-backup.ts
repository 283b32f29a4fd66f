import { type FileHandle, mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BackupManifest, type BackupPart, backupParts } from '@shared/contracts/backup-file';
import type { Answer } from '../call-failure';
import { answering } from './backup-fault';
import type { BackupSink, OnRead } from './read-backup';

export interface StagedBackup {
  readonly manifest: BackupManifest;
  /** Where each part lies, decompressed. A table that came after the backup's schema is an empty file. */
  readonly parts: Record<BackupPart, string>;
  /** Where each included source lies, by sha-256. */
  readonly sources: Record<string, string>;
}

/**
 * Verifies a backup and unpacks it in the same reading into `folder`, which must not exist yet: `folder/<part>`,
 * `folder/sources/<sha256>`. Answers as `verifyBackup` does; unless it is ok, the folder is gone again.
 */
export function stageBackup(file: string, passphrase: string | null, folder: string, onRead?: OnRead): Promise<Answer<StagedBackup>> {
  return answering(async () => {
    const { readBackup } = await import('./read-backup');
    await mkdir(folder, { mode: 0o700 });
    const sink = new FolderSink(folder);
    try {
      const manifest = await readBackup(file, passphrase, sink, onRead);
      for (const part of backupParts) if (!Object.hasOwn(manifest.tables, part)) await writeFile(sink.parts[part], '', { flag: 'wx', mode: 0o600 });
      return { manifest, parts: sink.parts, sources: sink.sources };
    } catch (error) {
      await sink.end();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  });
}

class FolderSink implements BackupSink {
  readonly parts: Record<BackupPart, string>;
  readonly sources: Record<string, string> = {};
  private open: FileHandle | null = null;

  constructor(private readonly folder: string) {
    this.parts = Object.fromEntries(backupParts.map((part) => [part, path.join(folder, part)])) as Record<BackupPart, string>;
  }

  async begin(entry: Parameters<BackupSink['begin']>[0]): Promise<void> {
    if (entry.kind === 'part') this.open = await this.create(this.parts[entry.part]);
    else {
      await mkdir(path.join(this.folder, 'sources'), { recursive: true, mode: 0o700 });
      this.open = await this.create((this.sources[entry.sha256] = path.join(this.folder, 'sources', entry.sha256)));
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.open!.writeFile(bytes);
  }

  async end(): Promise<void> {
    await this.open?.close();
    this.open = null;
  }

  private create(file: string): Promise<FileHandle> {
    return open(file, 'wx', 0o600);
  }
}
