import { type Result, err, ok } from '@shared/kernel/result';
import type { ChangeSet } from '@shared/records/change-set';
import { importBatchSchema } from '@shared/records/import-batch';
import type { ReconcileFailure } from '@renderer/data/reconcile-failure';
import { type Reconciled, reconcileWithJournal } from '@renderer/data/reconcile';
import type { RepeatLedger } from '@renderer/data/replay-journal';
import { unreadableReason } from '@renderer/data/unreadable-reason';
import { type Workspace, openWorkspace } from '@renderer/data/workspace';
import { call } from '@renderer/platform/workbench';
import { copyBeforeMigrating } from './backup/copy-before-migrating';
import type { LedgerApi, LedgerWorkspace } from './ledger-api';
import { type LedgerClient, connectLedger } from './ledger-client';

export interface OpenedFacts {
  readonly workspace: Workspace;
  readonly ledger: LedgerClient;
  readonly reconciled: Reconciled;
}

/**
 * Opens a workspace's facts: nothing is touched when main has found trouble; then its database and its worker, made to
 * agree with the journal (`started`: a worker that is already at it). A database of an older schema is migrated after a pinned copy of it, or not at all. Everything that keeps it from opening is an answer; only a bug throws. Refused = closed again.
 */
export async function openFacts(info: LedgerWorkspace, started: Promise<LedgerClient> | null = null): Promise<Result<OpenedFacts, ReconcileFailure>> {
  const known = await call('recovery.state', {});
  if (!known.ok) return known;
  const { trouble, recorded } = known.value;
  if (trouble) return err({ code: 'recovery.trouble', trouble: trouble.code, detail: trouble.detail });
  if (started === null) {
    const copied = await copyBeforeMigrating(info);
    if (!copied.ok) return copied;
  }
  // The worker reads its columns while the journal is read.
  const connecting = started ?? connectLedger(info);
  let workspace: Workspace | null = null;
  let opened = false;
  try {
    workspace = await openWorkspace(info);
    const reconciled = await reconcileWithJournal(workspace, recorded, repeatedBy(connecting));
    if (!reconciled.ok) return reconciled;
    const ledger = await connecting;
    opened = true;
    return ok({ workspace, ledger, reconciled: reconciled.value });
  } catch (cause) {
    const detail = unreadableReason(cause);
    if (detail === null) throw cause;
    return err({ code: 'database.unreadable', detail });
  } finally {
    if (!opened) {
      workspace?.db.close();
      connecting.then((ledger) => ledger.close(), () => undefined);
    }
  }
}

/** Has the worker repeat an import from the file that main keeps of it, or the undo of one. */
export function repeatedBy(ledger: Pick<LedgerApi, 'replay'> | Promise<Pick<LedgerApi, 'replay'>>): RepeatLedger {
  return async (changeSet) => {
    const source = sourceOf(changeSet);
    const kept = source === null ? null : await call('source.open', { sha256: source.sha256 });
    if (kept !== null && !kept.ok) return err({ code: 'journal.importLost', seq: changeSet.seq, file: source!.file, detail: `${kept.error.code} ${kept.error.detail}` });
    return (await ledger).replay(changeSet, kept === null ? null : kept.value);
  };
}

/** The file an import read; null for an undo, which needs none. */
function sourceOf({ kind, changes }: ChangeSet): { sha256: string; file: string } | null {
  const made = kind === 'import' ? changes.find(({ table }) => table === 'importBatches')?.after : null;
  if (!made) return null;
  const { sourceHash, fileName } = importBatchSchema.parse(made);
  return { sha256: sourceHash, file: fileName };
}
