import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type BackupManifest, backupParts } from '@shared/contracts/backup-file';
import type { StagedBackup } from '../backup/stage-backup';
import type { Answer } from '../call-failure';

const PIECE = 4 * 1024 * 1024;

/**
 * Writes a verified copy anew as a file that stands alone: with its sources and, if wanted, a passphrase. What it holds and
 * when it was made stay the same. `sourceOf` = where a kept source lies that the copy itself does not hold.
 */
export async function repackCopy({ manifest, parts, sources }: StagedBackup, file: string, passphrase: string | null, sourceOf: (sha256: string) => string): Promise<Answer<BackupManifest>> {
  const { schemaVersion, appVersion, workspaceId, name, sample, deviceId, createdAt, reason, parentId, journalSeq, lastChangeSetId, canonicalHash, counts } = manifest;
  const { beginBackup } = await import('../backup/backup-writer');
  const writer = await beginBackup(file, { schemaVersion, appVersion, workspaceId, name, sample, deviceId, createdAt, reason, parentId }, passphrase, path.dirname(parts.changeSets));
  for (const part of backupParts) {
    await writer.add(part, manifest.tables[part]?.rows ?? 0, new Uint8Array());
    for await (const bytes of createReadStream(parts[part], { highWaterMark: PIECE }) as AsyncIterable<Buffer>) await writer.add(part, 0, bytes);
  }
  for (const { sha256 } of manifest.sources) await writer.addSource(sha256, sources[sha256] ?? sourceOf(sha256), true);
  return writer.finish({ journalSeq, lastChangeSetId, canonicalHash, counts });
}
