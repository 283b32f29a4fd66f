import { createHash } from 'node:crypto';
import { type BackupContent, type BackupManifest, type BackupPart, backupParts } from '@shared/contracts/backup-file';
import { SCHEMA_VERSION } from '@shared/contracts/schema-version';
import { type BackupFacts, beginBackup } from '../../electron/backup/backup-writer';
import type { Answer } from '../../electron/call-failure';

export interface PartContent {
  readonly rows: number;
  readonly bytes: Uint8Array;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A workspace of two people and three segments, written by hand: the fixtures of `tests/fixtures/backup` hold exactly this. */
export const smallFacts: BackupFacts = {
  schemaVersion: SCHEMA_VERSION,
  appVersion: '0.1.0',
  workspaceId: '0192f000-0000-7000-8000-000000000001',
  name: 'East',
  sample: false,
  deviceId: '0192f000-0000-7000-8000-000000000002',
  createdAt: '2026-10-31T16:00:00.000Z',
  reason: 'hand',
  parentId: 'workspace-0192f000-0000-7000-8000-000000000001',
};

export const smallContent: BackupContent = {
  journalSeq: 3,
  lastChangeSetId: '0192f000-0000-7000-8000-000000000003',
  canonicalHash: sha256Of(Buffer.from('East')),
  counts: { records: 3, changeSets: 2, orderLines: 12, opportunities: 0 },
};

const lines = (rows: readonly unknown[]): PartContent => ({ rows: rows.length, bytes: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')) });
const packed = (rows: number, bytes: Uint8Array): PartContent => ({ rows, bytes });

const filled: Partial<Record<BackupPart, PartContent>> = {
  settings: lines([{ id: 'settings', organisation: 'East\u{1F9FE}' }]),
  people: lines([{ id: 'p1', name: 'Ana' }, { id: 'p2', name: 'Bo "B" O\\u2028' }]),
  changeSets: lines([{ seq: 2 }, { seq: 3 }]),
  hotSegments: packed(3, Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7) % 251)),
  coldSegments: packed(3, Uint8Array.from([0, 10, 13, 255])),
};

/** Every part; those not named above are empty. */
export const smallParts: Readonly<Record<BackupPart, PartContent>> = Object.fromEntries(backupParts.map((part) => [part, filled[part] ?? lines([])])) as Record<BackupPart, PartContent>;

/** Two kept files: bytes a fixture includes. */
export const smallSources: readonly Uint8Array[] = [Buffer.from('order no,amount\nSO1,12.00\n'), Uint8Array.from([80, 75, 3, 4, 0, 255])];

export interface BackupOrder {
  readonly file: string;
  readonly passphrase: string | null;
  readonly parts?: Readonly<Record<BackupPart, PartContent>>;
  /** Files already lying somewhere, with their hash. */
  readonly sources?: readonly { readonly sha256: string; readonly file: string; readonly included: boolean }[];
  /** Bytes given to the writer at a time. */
  readonly piece?: number;
}

/** Writes a backup through the app's own writer. */
export async function writeBackup(order: BackupOrder): Promise<Answer<BackupManifest>> {
  const writer = await beginBackup(order.file, smallFacts, order.passphrase);
  const parts = order.parts ?? smallParts;
  for (const part of backupParts) {
    const { rows, bytes } = parts[part];
    await writer.add(part, rows, new Uint8Array(0));
    const piece = order.piece ?? 1_000_000;
    for (let at = 0; at < bytes.length; at += piece) await writer.add(part, 0, bytes.subarray(at, at + piece));
  }
  for (const { sha256, file, included } of order.sources ?? []) await writer.addSource(sha256, file, included);
  return writer.finish(smallContent);
}
