import { type Result, err, ok } from '@shared/kernel/result';
import type { ChangeSet } from '@shared/records/change-set';
import type { ImportBatch } from '@shared/records/import-batch';
import { planSchema } from '@shared/records/plan';
import { commitAsOf, plainChangeSet } from '@renderer/data/change-sets';
import type { WorkbenchDatabase } from '@renderer/data/database';
import type { ChangeWriter } from '@renderer/data/change-writer';
import { type RowRef, restoreSurvivors } from '@renderer/data/survivors';
import type { Workspace } from '@renderer/data/workspace';
import type { ColumnStore } from '../store/column-store';
import { coldTable, hotTable, markTable } from '../store/ledger-tables';

/**
 * Takes one batch back, whatever was imported after it: its rows and marks go, rows it replaced stand again unless a
 * later batch replaced them too, records become what their last writer that still stands wrote.
 * `keptRows` = records that stay because they were edited since.
 */
export async function undoImport(ws: Workspace, store: ColumnStore, batchId: string): Promise<Result<{ keptRows: number }, 'import.alreadyUndone' | 'import.unknownBatch'>> {
  for (;;) {
    const undone = await tryUndo(ws, store, batchId);
    // Another window has written in between: what goes is worked out again from what stands now.
    if (undone !== 'outOfDate') return undone;
  }
}

async function tryUndo(ws: Workspace, store: ColumnStore, batchId: string): Promise<Result<{ keptRows: number }, 'import.alreadyUndone' | 'import.unknownBatch'> | 'outOfDate'> {
  const { db } = ws;
  const asOf = await store.catchUp();
  const standing = await standingImport(db, batchId);
  if (!standing.ok) return standing;
  const { batch, imported } = standing.value;
  const gone = store.goneWith(batchId);
  let keptRows = 0;
  const committed = await commitAsOf(
    ws,
    asOf,
    { kind: 'undoImport', label: { key: 'import_undo', params: { file: batch.fileName } }, inverseOf: imported.id, ...(imported.batch === null ? {} : { batch: imported.batch }) },
    async (writer) => {
      await writer.patch('importBatches', batchId, { undoneAt: new Date(ws.now()).toISOString() });
      await deleteLedgerRows(db, gone);
      keptRows = (await takeBack(writer, imported)).length;
    },
  );
  if (committed === 'outOfDate') return committed;
  store.drop(batchId, gone);
  return ok({ keptRows });
}

/**
 * Takes an import's records back as `restoreSurvivors` does; a year's plan that it made stays where somebody else has
 * written targets or committed a version since: they would belong to nothing.
 */
export async function takeBack(writer: ChangeWriter, imported: ChangeSet): Promise<RowRef[]> {
  const kept = await restoreSurvivors(writer, imported);
  const plans = imported.changes.filter(({ table, before }) => table === 'plans' && before === null);
  if (plans.length === 0) return kept;
  const used = new Set([...(await writer.list('targetRows')), ...(await writer.list('planCommits'))].map(({ planId }) => planId));
  for (const { id, after } of plans) if (used.has(id) && (await writer.get('plans', id)) === undefined) await writer.put('plans', planSchema.parse(after));
  return kept;
}

/** A batch that stands and the change-set that wrote it. */
export async function standingImport(db: WorkbenchDatabase, batchId: string): Promise<Result<{ batch: ImportBatch; imported: ChangeSet }, 'import.alreadyUndone' | 'import.unknownBatch'>> {
  const batch = await db.importBatches.get(batchId);
  if (batch === undefined) return err('import.unknownBatch');
  if (batch.undoneAt !== null) return err('import.alreadyUndone');
  return ok({ batch, imported: await importOf(db, batchId) });
}

/** The change-set that wrote a batch; throws without one. */
export async function importOf(db: WorkbenchDatabase, batchId: string): Promise<ChangeSet> {
  const stored = await db.changeSets.where('touches').equals(`importBatches:${batchId}`).filter(({ kind }) => kind === 'import').first();
  if (stored === undefined) throw new Error(`Batch ${batchId} has no change-set`);
  return plainChangeSet(stored);
}

/** Removes what goes with a batch (`ColumnStore.goneWith`), in the caller's transaction. */
export async function deleteLedgerRows(db: WorkbenchDatabase, gone: { readonly segments: string[]; readonly marks: string[] }): Promise<void> {
  await hotTable(db).bulkDelete(gone.segments);
  await coldTable(db).bulkDelete(gone.segments);
  await markTable(db).bulkDelete(gone.marks);
}
