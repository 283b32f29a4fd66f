import Dexie from 'dexie';
import type { BackupContent, BackupPart } from '@shared/contracts/backup-file';
import type { FileToken } from '@shared/contracts/headless-command';
import { type Result, err, ok } from '@shared/kernel/result';
import { catchUpWithJournal } from '@renderer/data/reconcile';
import type { ReconcileFailure } from '@renderer/data/reconcile-failure';
import { unreadableReason } from '@renderer/data/unreadable-reason';
import { type Workspace, openWorkspace } from '@renderer/data/workspace';
import { tokenSource } from '../csv/byte-source';
import type { LedgerWorkspace } from '../ledger-api';
import { connectLedger } from '../ledger-client';
import { repeatedBy } from '../open-facts';
import { type FillFailure, fillDatabase } from './fill-database';

export interface RestorePart {
  readonly part: BackupPart;
  readonly rows: number;
  readonly file: FileToken;
}

export type RestoreFailure = ReconcileFailure | FillFailure;

/**
 * Fills a database of a new name from the verified parts of a copy ([] = empty) and, with `replay`, repeats what the
 * journal has beyond it. Answers what it came to, read as a window reads it. `scratch`: it is deleted again. On any
 * failure no database of that name stays; an existing one is never touched.
 */
export async function restoreDatabase(into: LedgerWorkspace, parts: readonly RestorePart[], { replay, scratch }: { readonly replay: boolean; readonly scratch: boolean }): Promise<Result<BackupContent, RestoreFailure>> {
  if (await Dexie.exists(into.databaseName)) throw new Error(`There is a database ${into.databaseName} already`);
  const ws = await openWorkspace(into);
  let restored: Result<BackupContent, RestoreFailure> | null = null;
  try {
    const filled = await fillDatabase(ws.db, parts.map(({ part, rows, file }) => ({ part, rows, source: tokenSource(file) })));
    restored = filled.ok ? await readBack(ws, into, replay) : filled;
    return restored;
  } catch (cause) {
    const detail = unreadableReason(cause);
    if (detail === null) throw cause;
    return err({ code: 'database.unreadable', detail });
  } finally {
    ws.db.close();
    if (scratch || restored?.ok !== true) await Dexie.delete(into.databaseName);
  }
}

async function readBack(ws: Workspace, into: LedgerWorkspace, replay: boolean): Promise<Result<BackupContent, ReconcileFailure>> {
  const ledger = await connectLedger(into);
  try {
    const caughtUp = replay ? await catchUpWithJournal(ws, repeatedBy(ledger)) : ok(null);
    return caughtUp.ok ? ok(await ledger.content()) : caughtUp;
  } finally {
    ledger.close();
  }
}
