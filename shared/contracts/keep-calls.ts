import { z } from 'zod';
import { changeSetSchema } from '../records/change-set';
import { instantSchema, nameSchema } from '../records/parts';
import { backupContentSchema, backupManifestSchema, backupPartSchema, backupReasonSchema, sha256Schema } from './backup-file';
import { SCHEMA_VERSION } from './schema-version';

const nothing = z.strictObject({});
const passphrase = z.string().min(1).max(1_000).nullable();
const jobId = z.uuid();

/** Rows per table as the page last counted them, and the change-set they were counted at. */
export const recordedStateSchema = z.strictObject({ seq: z.int().min(0), rows: z.record(z.string(), z.int().min(0)) });
export type RecordedState = z.infer<typeof recordedStateSchema>;

/** One copy in `snapshots/`; `id` is its file name. */
export const snapshotInfoSchema = z.strictObject({
  id: z.string().max(200),
  createdAt: instantSchema,
  reason: backupReasonSchema,
  bytes: z.int().min(0),
  journalSeq: z.int().min(0),
  counts: backupContentSchema.shape.counts,
  /** Read back whole and found equal to its manifest; null = not since it was written (then it was). */
  verifiedAt: instantSchema.nullable(),
  pinnedUntil: instantSchema.nullable(),
  /** Why it cannot be used, when its last check failed. */
  fault: z.string().nullable(),
});
export type SnapshotInfo = z.infer<typeof snapshotInfoSchema>;

export const keepStateSchema = z.strictObject({
  /** Newest first. */
  snapshots: z.array(snapshotInfoSchema),
  /** A second folder every snapshot is copied to; null = none chosen. `failure`: code of the last copy that failed. */
  secondPlace: z.strictObject({ path: z.string(), copies: z.int().min(0), lastCopyAt: instantSchema.nullable(), failure: z.string().nullable() }).nullable(),
  freeBytes: z.int().min(0),
  /** Less than 200 MB are free. */
  lowDisk: z.boolean(),
  /** The last restore drill: a snapshot restored into a scratch database and compared. */
  drill: z.strictObject({ at: instantSchema, id: z.string(), ok: z.boolean(), detail: z.string() }).nullable(),
  /** Generations replaced by a restore or rebuild; kept until `removeAt`. */
  replaced: z.array(z.strictObject({ databaseName: z.string(), replacedAt: instantSchema, removeAt: instantSchema })),
});
export type KeepState = z.infer<typeof keepStateSchema>;

/** Where a copy to restore lies: one of the workspace's snapshots, or a file the user chose. */
export const copyRefSchema = z.union([z.strictObject({ snapshot: z.string().max(200) }), z.strictObject({ token: z.uuid() })]);
export type CopyRef = z.infer<typeof copyRefSchema>;

/** Copies, restoring and recovery. Expected failures are the `keep.*` codes of CallFailure. */
export const keepCalls = {
  /**
   * Begins a copy of the open workspace: into `snapshots/`, or a `.smwb` file that holds the sources too (asks where, or takes
   * the headless command's `--out`). jobId null = the user cancelled, or (snapshots) nothing has changed since the last one.
   */
  'keep.begin': { input: z.strictObject({ reason: backupReasonSchema, to: z.enum(['snapshots', 'file']), passphrase, journalSeq: z.int().min(0), schemaVersion: z.int().min(1).max(SCHEMA_VERSION) }), output: z.strictObject({ jobId: jobId.nullable() }) },
  /** The next bytes of a part; parts come whole and in the order of `backupParts`, at most 8 MB a call. */
  'keep.add': { input: z.strictObject({ jobId, part: backupPartSchema, rows: z.int().min(0), bytes: z.instanceof(Uint8Array) }), output: nothing },
  /** All parts are there: written, read back, verified, in place. `sources` = hashes of the kept files the content refers to. */
  'keep.finish': { input: z.strictObject({ jobId, content: backupContentSchema, sources: z.array(sha256Schema) }), output: z.strictObject({ path: z.string(), bytes: z.int(), manifest: backupManifestSchema }) },
  'keep.cancel': { input: z.strictObject({ jobId }), output: nothing },

  'keep.state': { input: nothing, output: keepStateSchema },
  /** Tells main how many rows the database has at a change-set, so that a loss is noticed at the next opening. */
  'keep.record': { input: recordedStateSchema, output: nothing },
  /** Reads a snapshot back whole. */
  'keep.verify': { input: z.strictObject({ id: z.string().max(200) }), output: snapshotInfoSchema },
  /** Restores the newest good snapshot into a scratch database and compares its hash. */
  'keep.drill': { input: nothing, output: keepStateSchema },
  /** Asks for the second place (`forget`: gives it up); copies what is not there yet. */
  'keep.secondPlace': { input: z.strictObject({ forget: z.boolean() }), output: keepStateSchema },
  /** Shows the copy (null: the folder of snapshots) in the file manager. */
  'keep.reveal': { input: z.strictObject({ id: z.string().max(200).nullable() }), output: nothing },
  /** Writes a snapshot, with its sources, to a file the user names; saved false = cancelled. */
  'keep.exportSnapshot': { input: z.strictObject({ id: z.string().max(200), passphrase }), output: z.strictObject({ saved: z.boolean() }) },
  /** Asks for a `.smwb` file; null = cancelled. */
  'keep.choose': { input: nothing, output: z.strictObject({ token: z.uuid(), name: z.string(), bytes: z.int(), encrypted: z.boolean() }).nullable() },
  /** Verifies a chosen file whole and says what it is; `sameWorkspace` = it is a copy of the open one. */
  'keep.inspect': { input: z.strictObject({ token: z.uuid(), passphrase }), output: z.strictObject({ manifest: backupManifestSchema, sameWorkspace: z.boolean() }) },
  /**
   * Restores a copy. `here`: into a new generation of the open workspace, compared by hash, switched at once; the window opens
   * again. `folder`: as a workspace of its own in a new folder. `confirmName` = the open workspace's name as typed, needed when
   * the copy is of another workspace or holds less.
   */
  'keep.restore': { input: z.strictObject({ copy: copyRefSchema, passphrase, into: z.enum(['here', 'folder']), confirmName: nameSchema.nullable() }), output: nothing },
  /** Databases of replaced generations whose time is over: the page deletes them and says so. */
  'keep.expired': { input: nothing, output: z.strictObject({ databaseNames: z.array(z.string()) }) },
  'keep.forgotten': { input: z.strictObject({ databaseNames: z.array(z.string()) }), output: nothing },

  /** What main found wrong before the database was opened, and what it should hold at least. */
  'recovery.state': { input: nothing, output: z.strictObject({ trouble: z.strictObject({ code: z.string(), detail: z.string() }).nullable(), recorded: recordedStateSchema.nullable() }) },
  /** A new generation from a snapshot (null: from nothing), then the journal and the stored sources on top; the window opens again. */
  'recovery.rebuild': { input: z.strictObject({ snapshot: z.string().max(200).nullable() }), output: nothing },
  /** A damaged journal is written anew from the database's change-sets, in order from 1; `last` switches to it, the window opens again. */
  'recovery.journal': { input: z.strictObject({ changeSets: z.array(changeSetSchema).max(500), last: z.boolean() }), output: nothing },
  /** Everything as it lies on the disk, in one `.tar` the user names. */
  'recovery.exportRaw': { input: nothing, output: z.strictObject({ saved: z.boolean() }) },
  /** Puts what there is aside (kept 7 days) and begins empty; `confirmName` must be the workspace's name. */
  'recovery.discard': { input: z.strictObject({ confirmName: nameSchema }), output: nothing },
} as const;

export const keepFailureCodes = [
  'keep.notBackup', 'keep.damaged', 'keep.newer', 'keep.passphrase', 'keep.unsafe', 'keep.differs', 'keep.confirm', 'keep.noCopy', 'keep.busy', 'keep.lowDisk',
] as const;
