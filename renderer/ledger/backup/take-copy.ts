import type { BackupManifest, BackupReason } from '@shared/contracts/backup-file';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { type Result, err, ok } from '@shared/kernel/result';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { drainJournal } from '@renderer/data/journal';
import { unreadableReason } from '@renderer/data/unreadable-reason';
import type { Workspace } from '@renderer/data/workspace';
import { call } from '@renderer/platform/workbench';
import type { LedgerApi } from '../ledger-api';

export interface CopyRequest {
  readonly reason: BackupReason;
  readonly to: 'snapshots' | 'file';
  readonly passphrase: string | null;
}

export interface TakenCopy {
  readonly path: string;
  readonly bytes: number;
  readonly manifest: BackupManifest;
}

/** Undoing an import while it is gathered begins it anew; nobody undoes this often in a row. */
const ATTEMPTS = 5;

const running = new WeakMap<WorkbenchDatabase, Promise<unknown>>();

/**
 * Takes a copy of the open workspace: drains the journal, gathers in the worker, has main write and verify it. Null when
 * nothing has changed since the last one or the user cancelled. One after the other over all windows, never two at a time; a failure
 * leaves nothing half-written. UI thread only: it passes on chunks that are ready, so it is never held up.
 */
export function takeCopy(ws: Workspace, ledger: Pick<LedgerApi, 'gather'>, request: CopyRequest): Promise<Result<TakenCopy | null, CallFailure>> {
  const before = running.get(ws.db) ?? Promise.resolve();
  const next = before.then(() => navigator.locks.request(`copy ${ws.db.name}`, () => attempt(ws, ledger, request)));
  running.set(ws.db, next.catch(() => undefined));
  return next;
}

async function attempt(ws: Workspace, ledger: Pick<LedgerApi, 'gather'>, request: CopyRequest): Promise<Result<TakenCopy | null, CallFailure>> {
  for (let left = ATTEMPTS; left > 0; left--) {
    const drained = await drainJournal(ws);
    if (!drained.ok) return drained;
    const begun = await call('keep.begin', { ...request, journalSeq: drained.value.lastSeq, schemaVersion: ws.db.verno });
    if (!begun.ok) return begun;
    const { jobId } = begun.value;
    if (jobId === null) return ok(null);
    const copied = await gatherInto(jobId, ledger);
    if (copied !== 'moved') return copied;
  }
  return err({ code: 'keep.busy', detail: 'Imports were undone meanwhile' });
}

/** `moved` = begin again; the job is cancelled unless it was finished. */
async function gatherInto(jobId: string, ledger: Pick<LedgerApi, 'gather'>): Promise<Result<TakenCopy, CallFailure> | 'moved'> {
  let refused: CallFailure | null = null;
  let finished = false;
  try {
    const gathered = await ledger.gather(async (chunk) => {
      const added = await call('keep.add', { jobId, ...chunk });
      if (!added.ok) refused = added.error;
      return added.ok;
    });
    if (!gathered.ok) return refused === null ? 'moved' : err(refused);
    const { content, sources } = gathered.value;
    const written = await call('keep.finish', { jobId, content, sources });
    finished = written.ok;
    return written;
  } catch (cause) {
    const reason = unreadableReason(cause);
    if (reason === null) throw cause;
    return err({ code: 'keep.damaged', detail: reason });
  } finally {
    if (!finished) await call('keep.cancel', { jobId });
  }
}
