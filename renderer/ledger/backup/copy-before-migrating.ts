import type { CallFailure } from '@shared/contracts/workbench-calls';
import { type Result, err, ok } from '@shared/kernel/result';
import { olderSchemaOf } from '@renderer/data/migrations/older-schema';
import type { ReconcileFailure } from '@renderer/data/reconcile-failure';
import { unreadableReason } from '@renderer/data/unreadable-reason';
import { openWorkspace } from '@renderer/data/workspace';
import type { LedgerWorkspace } from '../ledger-api';
import { LedgerService } from '../ledger-service';
import { takeCopy } from './take-copy';

/**
 * Takes a copy of a database of an older schema, as it stands, before anything opens it with today's; main pins it. Nothing
 * to do for a current one. Refused (no room, a damaged database): it must not be migrated.
 */
export async function copyBeforeMigrating(info: LedgerWorkspace): Promise<Result<null, ReconcileFailure>> {
  const schema = await olderSchemaOf(info.databaseName);
  if (schema === null) return ok(null);
  try {
    const old = await openWorkspace(info, schema);
    try {
      const taken = await takeCopy(old, await LedgerService.open(old), { reason: 'migration', to: 'snapshots', passphrase: null });
      return taken.ok ? ok(null) : err(reasonOf(taken.error));
    } finally {
      old.db.close();
    }
  } catch (cause) {
    const detail = unreadableReason(cause);
    if (detail === null) throw cause;
    return err({ code: 'database.unreadable', detail });
  }
}

/** A row that is not as it was written: the database has to be rebuilt, trying again would not help. */
const reasonOf = (failure: CallFailure): ReconcileFailure => (failure.code === 'keep.damaged' ? { code: 'database.unreadable', detail: failure.detail } : failure);
