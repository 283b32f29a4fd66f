import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from '../records/parts';
import { recordTables } from '../records/record-tables';

/** Version of the container described here; a reader refuses a file whose `minReaderVersion` is above its own. */
export const BACKUP_FORMAT = 1;

/** The ledger's tables, written as packed rows (see renderer/ledger/backup); records and change-sets are NDJSON. */
export const ledgerParts = ['dictionaries', 'hotSegments', 'coldSegments', 'marks'] as const;

/** The parts of a backup in the order they are written and read: every table once. */
export const backupParts = [...recordTables, 'changeSets', ...ledgerParts] as const;
export type BackupPart = (typeof backupParts)[number];
export const backupPartSchema = z.custom<BackupPart>((value) => typeof value === 'string' && (backupParts as readonly string[]).includes(value));

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Why a copy was made. Those before something risky are pinned for 30 days. */
export const backupReasonSchema = z.enum(['timer', 'quit', 'hand', 'import', 'migration', 'restore']);
export type BackupReason = z.infer<typeof backupReasonSchema>;

/** What the page that gathered the content knows of it: where in the journal it stands and what it hashes to. */
export const backupContentSchema = z.strictObject({
  journalSeq: z.int().min(0),
  /** Id of the change-set with that seq; null for an empty workspace. */
  lastChangeSetId: idSchema.nullable(),
  /** `ledger.canonicalHash()` of the same moment: what a restore must come to. */
  canonicalHash: sha256Schema,
  /** What it holds, for people to recognise it by. */
  counts: z.strictObject({ records: z.int().min(0), changeSets: z.int().min(0), orderLines: z.int().min(0), opportunities: z.int().min(0) }),
});
export type BackupContent = z.infer<typeof backupContentSchema>;

/** `manifest.json`, the last entry of a `.smwb` file. Bytes and sha-256 are those of the part before compression. */
export const backupManifestSchema = z.strictObject({
  formatVersion: z.int().min(1),
  minReaderVersion: z.int().min(1),
  schemaVersion: z.int().min(1),
  appVersion: z.string().min(1).max(50),
  workspaceId: idSchema,
  name: nameSchema,
  sample: z.boolean(),
  deviceId: idSchema,
  createdAt: instantSchema,
  reason: backupReasonSchema,
  ...backupContentSchema.shape,
  /** The workspace's generation it was taken from (see workspace.json). */
  parentId: z.string(),
  tables: z.record(z.string(), z.strictObject({ rows: z.int().min(0), bytes: z.int().min(0), sha256: sha256Schema })),
  /** Every kept source file the content refers to. `included`: its bytes are in the file (exports), else they lie in `sources/`. */
  sources: z.array(z.strictObject({ sha256: sha256Schema, bytes: z.int().min(0), included: z.boolean() })),
});
export type BackupManifest = z.infer<typeof backupManifestSchema>;
