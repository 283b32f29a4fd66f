import type { CallFailure } from '@shared/contracts/workbench-calls';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ChangeSet } from '@shared/records/change-set';
import { factObjectSchema } from '@shared/records/import-object';
import { recordTables } from '@shared/records/record-tables';
import { call } from '@renderer/platform/workbench';
import type { WorkbenchDatabase } from './database';
import { lastSeqOf } from './last-seq';
import type { ReplayFailure } from './reconcile-failure';
import { ReplayRefused, repeatChangeSets } from './repeat-change-sets';
import type { Workspace } from './workspace';

/** Repeats a change-set that wrote to the ledger's tables: an import of facts, or the undo of one. The ledger's worker does. */
export type RepeatLedger = (changeSet: ChangeSet) => Promise<Result<null, ReplayFailure | CallFailure>>;

/**
 * Repeats what the journal has after the database's last change-set, in order; answers how many. Record changes go page
 * by page, an import of facts one by one from its kept file. What was repeated before a refusal stays: both tell it.
 */
export async function replayJournal(ws: Workspace, inJournal: number, repeatLedger: RepeatLedger): Promise<Result<{ replayed: number }, ReplayFailure | CallFailure>> {
  const from = await lastSeqOf(ws.db);
  for (let seq = from; seq < inJournal; ) {
    const read = await call('journal.read', { afterSeq: seq });
    if (!read.ok) return read;
    const page = read.value.changeSets;
    if (page[0]?.seq !== seq + 1) return err({ code: 'journal.diverged', seq: seq + 1, detail: 'The journal lacks it' });
    const repeated = await repeatPage(ws.db, page, repeatLedger);
    if (!repeated.ok) return repeated;
    seq = page.at(-1)!.seq;
  }
  return ok({ replayed: Math.max(0, inJournal - from) });
}

async function repeatPage(db: WorkbenchDatabase, page: readonly ChangeSet[], repeatLedger: RepeatLedger): Promise<Result<null, ReplayFailure | CallFailure>> {
  let plain: ChangeSet[] = [];
  for (const changeSet of page) {
    if (!(await wroteLedgerRows(db, changeSet, plain))) {
      plain.push(changeSet);
      continue;
    }
    const before = await repeatPlain(db, plain);
    if (!before.ok) return before;
    plain = [];
    const repeated = await repeatLedger(changeSet);
    if (!repeated.ok) return repeated;
  }
  return repeatPlain(db, plain);
}

async function repeatPlain(db: WorkbenchDatabase, changeSets: readonly ChangeSet[]): Promise<Result<null, ReplayFailure>> {
  if (changeSets.length === 0) return ok(null);
  try {
    await db.transaction('rw', [...recordTables, 'changeSets'], () => repeatChangeSets(db, changeSets));
  } catch (cause) {
    if (cause instanceof ReplayRefused) return err(cause.failure);
    throw cause;
  }
  return ok(null);
}

/** Facts lie in the ledger's tables, outside the change-set: imports of them, and undoing one. `before` = not yet written here. */
async function wroteLedgerRows(db: WorkbenchDatabase, changeSet: ChangeSet, before: readonly ChangeSet[]): Promise<boolean> {
  if (changeSet.kind !== 'import' && changeSet.kind !== 'undoImport') return false;
  for (const change of changeSet.changes) {
    if (change.table !== 'importBatches') continue;
    const made = [changeSet, ...before].flatMap(({ changes }) => changes).find(({ table, id, after }) => table === 'importBatches' && id === change.id && after?.['object'] !== undefined);
    const object = made?.after?.['object'] ?? (await db.importBatches.get(change.id))?.object;
    if (factObjectSchema.safeParse(object).success) return true;
  }
  return false;
}
