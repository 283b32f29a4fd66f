import type { CallFailure } from '@shared/contracts/workbench-calls';
import { type Result, err, ok } from '@shared/kernel/result';
import { sameJson } from '@shared/kernel/same-json';
import type { ChangeSet, RowChange } from '@shared/records/change-set';
import { recordTables } from '@shared/records/record-tables';
import { call } from '@renderer/platform/workbench';
import { storedChangeSet } from './change-sets';
import { validRow } from './change-writer';
import type { WorkbenchDatabase } from './database';
import { drainJournal } from './journal';
import type { Workspace } from './workspace';

/** Database and journal tell different stories: for the recovery screen. `seq` is where they part. */
export type ReconcileFailure =
  | CallFailure
  | { readonly code: 'journal.diverged' | 'journal.mismatch' | 'journal.importLost'; readonly seq: number; readonly detail: string };

export interface Reconciled {
  /** Change-sets that the journal lacked. */
  readonly appended: number;
  /** Change-sets that the database lacked. */
  readonly replayed: number;
}

/**
 * Makes both tell the same on opening. Database ahead: its change-sets are appended to the journal. Journal ahead: its
 * change-sets are repeated here, all of them or none, each after a look that its rows are as it found them. An import
 * whose ledger rows are missing cannot be repeated from the journal and is named instead.
 */
export async function reconcileWithJournal(ws: Workspace): Promise<Result<Reconciled, ReconcileFailure>> {
  const state = await call('journal.state', {});
  if (!state.ok) return state;
  const inJournal = state.value.lastSeq;
  const inDatabase = (await ws.db.changeSets.orderBy('seq').last())?.seq ?? 0;
  const common = Math.min(inJournal, inDatabase);
  if (common > 0) {
    const read = await call('journal.read', { afterSeq: common - 1 });
    if (!read.ok) return read;
    const here = await ws.db.changeSets.get(common);
    const there = read.value.changeSets[0];
    if (here?.id !== there?.id) return err({ code: 'journal.diverged', seq: common, detail: `${here?.id} / ${there?.id}` });
  }
  if (inDatabase >= inJournal) {
    const drained = await drainJournal(ws);
    return drained.ok ? ok({ appended: inDatabase - inJournal, replayed: 0 }) : drained;
  }
  return replay(ws, inDatabase, inJournal);
}

async function replay(ws: Workspace, from: number, to: number): Promise<Result<Reconciled, ReconcileFailure>> {
  const missing: ChangeSet[] = [];
  for (let seq = from; seq < to; seq = missing.at(-1)!.seq) {
    const read = await call('journal.read', { afterSeq: seq });
    if (!read.ok) return read;
    if (read.value.changeSets[0]?.seq !== seq + 1) return err({ code: 'journal.diverged', seq: seq + 1, detail: 'The journal lacks it' });
    missing.push(...read.value.changeSets);
  }
  try {
    await ws.db.transaction('rw', [...recordTables, 'changeSets'], async () => {
      for (const changeSet of missing) await repeat(ws.db, changeSet);
    });
  } catch (cause) {
    if (cause instanceof Refused) return err(cause.failure);
    throw cause;
  }
  return ok({ appended: 0, replayed: missing.length });
}

/** Thrown inside the transaction, so that nothing of the replay is kept. */
class Refused extends Error {
  constructor(readonly failure: ReconcileFailure) {
    super(failure.code);
  }
}

async function repeat(db: WorkbenchDatabase, changeSet: ChangeSet): Promise<void> {
  const { seq } = changeSet;
  if (await wroteLedgerRows(db, changeSet)) throw new Refused({ code: 'journal.importLost', seq, detail: changeSet.batch?.batchId ?? changeSet.inverseOf ?? '' });
  for (const change of changeSet.changes) {
    const table = db.records(change.table);
    const found = await table.get(change.id);
    if (!isAsFound(change, found)) throw new Refused({ code: 'journal.mismatch', seq, detail: `${change.table} ${change.id}` });
    if (change.after === null) await table.delete(change.id);
    else await table.put(validRow(change.table, { ...found, ...change.after }));
  }
  await db.changeSets.add(storedChangeSet(changeSet));
}

function isAsFound(change: RowChange, found: object | undefined): boolean {
  if (change.before === null) return found === undefined;
  return found !== undefined && Object.entries(change.before).every(([field, value]) => sameJson(value, Reflect.get(found, field)));
}

/** Facts lie in the ledger's tables, outside the change-set: imports of them, and undoing one. */
async function wroteLedgerRows(db: WorkbenchDatabase, changeSet: ChangeSet): Promise<boolean> {
  if (changeSet.kind !== 'import' && changeSet.kind !== 'undoImport') return false;
  for (const change of changeSet.changes) {
    if (change.table !== 'importBatches') continue;
    const object = change.after?.['object'] ?? (await db.importBatches.get(change.id))?.object;
    if (object === 'orders' || object === 'opportunities') return true;
  }
  return false;
}
