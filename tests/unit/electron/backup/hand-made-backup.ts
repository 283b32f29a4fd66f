import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { BACKUP_FORMAT, type BackupManifest, backupParts } from '@shared/contracts/backup-file';
import { sha256Of, smallContent, smallFacts, smallParts } from '../../../builders/small-backup';

/** One tar entry as it stands in the file. */
export interface HandMadeEntry extends Partial<Pick<Header, 'type' | 'linkname' | 'pax'>> {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const brotli = (bytes: Uint8Array): Buffer => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

/** The entries before the manifest, as a good backup of the small workspace has them. */
export const goodEntries = (): HandMadeEntry[] => backupParts.map((part) => ({ name: `parts/${part}.br`, bytes: brotli(smallParts[part].bytes) }));

export const goodManifest = (): BackupManifest => ({
  formatVersion: BACKUP_FORMAT,
  minReaderVersion: BACKUP_FORMAT,
  ...smallFacts,
  ...smallContent,
  tables: Object.fromEntries(backupParts.map((part) => [part, { rows: smallParts[part].rows, bytes: smallParts[part].bytes.length, sha256: sha256Of(smallParts[part].bytes) }])),
  sources: [],
});

export const manifestEntry = (manifest: unknown): HandMadeEntry => ({ name: 'manifest.json', bytes: Buffer.from(typeof manifest === 'string' ? manifest : JSON.stringify(manifest)) });

/** A container of any entries, sealed as the app would: what somebody makes who knows the format. */
export async function containerOf(entries: readonly HandMadeEntry[]): Promise<Buffer> {
  const tar = pack();
  for (const { bytes, type, ...header } of entries) {
    if (type === undefined || type === 'file') tar.entry(header, bytes);
    else tar.entry({ ...header, type });
  }
  tar.finalize();
  return seal(await buffer(tar as AsyncIterable<unknown> as AsyncIterable<Uint8Array>));
}

const seal = (tar: Uint8Array): Buffer => Buffer.concat([tar, createHash('sha256').update(tar).digest()]);
