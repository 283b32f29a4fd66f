import { sourceMappingSchema } from '@shared/contracts/import-run';
import { type Result, err, ok } from '@shared/kernel/result';
import { sameJson } from '@shared/kernel/same-json';
import type { ChangeSet } from '@shared/records/change-set';
import { type ImportBatch, importBatchSchema } from '@shared/records/import-batch';
import { recordTables } from '@shared/records/record-tables';
import { type WorkbenchDatabase, ledgerTables } from '@renderer/data/database';
import type { ReplayFailure } from '@renderer/data/reconcile-failure';
import { ReplayRefused, repeatChangeSets } from '@renderer/data/repeat-change-sets';
import { type ByteSource, FileVanished, slicesOf } from '../csv/byte-source';
import type { ColumnStore } from '../store/column-store';
import { prepareFacts } from './commit-import';
import { type ImportRun, dryRun } from './dry-run';
import { deleteLedgerRows } from './undo-import';

const unwatched = { onProgress: () => undefined, isCancelled: () => false };

/**
 * Repeats an import of facts from its kept file: read by the mapping of then, held against what was counted then, written
 * under the recorded batch together with the recorded changes in one transaction. `journal.importLost` names the file when
 * it is not the one that was imported, or no longer comes to the same.
 */
export async function replayImport(db: WorkbenchDatabase, store: ColumnStore, changeSet: ChangeSet, source: ByteSource): Promise<Result<null, ReplayFailure>> {
  const batch = batchIn(changeSet);
  const lost = (detail: string) => err({ code: 'journal.importLost', seq: changeSet.seq, file: batch.fileName, detail } as const);
  const whole = await readWhole(source);
  if (whole === null || (await sha256(whole)) !== batch.sourceHash) return lost('It is not the file that was imported');
  const run = await dryRun(db, store, batch.id, bytesNamed(batch.fileName, whole), sourceMappingSchema.parse(batch.mapping), unwatched);
  if (!run.ok) return lost(`${run.error.code} ${run.error.detail}`);
  const differs = differenceTo(batch, run.value);
  if (differs !== null) return lost(differs);
  const { content } = run.value;
  if (content.kind !== 'facts') throw new Error(`Batch ${batch.id} holds no facts`);
  const write = prepareFacts(store, run.value, content, batch, unwatched);
  if (write === null) return lost('It comes to other rows');
  const repeated = await inOneTransaction(db, changeSet, () => write.into({ db }));
  if (repeated.ok) write.accepted(batch);
  return repeated;
}

/** Repeats the undo of an import of facts: its rows and marks go as they went then, with the recorded changes. */
export async function replayUndo(db: WorkbenchDatabase, store: ColumnStore, changeSet: ChangeSet): Promise<Result<null, ReplayFailure>> {
  const batchId = changeSet.changes.find((change) => change.table === 'importBatches')?.id;
  if (batchId === undefined) throw new Error(`Change-set ${changeSet.seq} undoes no batch`);
  const gone = store.goneWith(batchId);
  const repeated = await inOneTransaction(db, changeSet, () => deleteLedgerRows(db, gone));
  if (repeated.ok) store.drop(batchId, gone);
  return repeated;
}

async function inOneTransaction(db: WorkbenchDatabase, changeSet: ChangeSet, write: () => Promise<void>): Promise<Result<null, ReplayFailure>> {
  try {
    await db.transaction('rw', [...recordTables, 'changeSets', ...ledgerTables], async () => {
      await repeatChangeSets(db, [changeSet]);
      await write();
    });
  } catch (cause) {
    if (cause instanceof ReplayRefused) return err(cause.failure);
    throw cause;
  }
  return ok(null);
}

/** The batch as its import made it. */
function batchIn({ seq, changes }: ChangeSet): ImportBatch {
  const made = changes.find((change) => change.table === 'importBatches' && change.before === null);
  if (made === undefined) throw new Error(`Change-set ${seq} makes no batch`);
  return importBatchSchema.parse(made.after);
}

const COUNTED = ['rows', 'added', 'changed', 'unchanged', 'rejected', 'totals', 'months'] as const;

/** What of the dry run is not as it was when the file was imported; null = nothing. */
function differenceTo(batch: ImportBatch, { report }: ImportRun): string | null {
  const name = COUNTED.find((field) => !sameJson(batch[field], report[field]));
  return name === undefined ? null : `${name}: ${JSON.stringify(report[name])} instead of ${JSON.stringify(batch[name])}`;
}

/** All of it in memory, since it is hashed whole before a row is believed; null when it can no longer be read. */
async function readWhole(source: ByteSource): Promise<Uint8Array<ArrayBuffer> | null> {
  const whole = new Uint8Array(source.bytes);
  let filled = 0;
  try {
    for await (const slice of slicesOf(source)) {
      whole.set(slice, filled);
      filled += slice.length;
    }
    return whole;
  } catch (cause) {
    if (cause instanceof FileVanished) return null;
    throw cause;
  }
}

const bytesNamed = (name: string, bytes: Uint8Array): ByteSource => ({ name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) });

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
