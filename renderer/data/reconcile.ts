import type { RecordedState } from '@shared/contracts/keep-calls';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { type Result, err, ok } from '@shared/kernel/result';
import { call } from '@renderer/platform/workbench';
import { findLoss } from './find-loss';
import { drainJournal } from './journal';
import { lastSeqOf } from './last-seq';
import type { ReconcileFailure, ReplayFailure } from './reconcile-failure';
import { type RepeatLedger, replayJournal } from './replay-journal';
import type { Workspace } from './workspace';

export interface Reconciled {
  /** Change-sets that the journal lacked. */
  readonly appended: number;
  /** Change-sets that the database lacked. */
  readonly replayed: number;
}

/**
 * Makes database and journal tell the same on opening. Before that the database must hold what main was last told it
 * holds (`recorded`; null = nothing yet). Database ahead: its change-sets are appended to the journal. Journal ahead: its
 * change-sets are repeated here.
 */
export async function reconcileWithJournal(ws: Workspace, recorded: RecordedState | null, repeatLedger: RepeatLedger): Promise<Result<Reconciled, ReconcileFailure>> {
  const loss = recorded && (await findLoss(ws.db, recorded));
  if (loss) return err(loss);
  const caughtUp = await catchUpWithJournal(ws, repeatLedger);
  if (!caughtUp.ok) return caughtUp;
  const { ahead, replayed } = caughtUp.value;
  if (replayed > 0) await call('log.write', { level: 'warn', message: `The database was ${replayed} change-sets behind the journal: repeated` });
  const drained = await drainJournal(ws);
  return drained.ok ? ok({ appended: ahead, replayed }) : drained;
}

/**
 * Repeats what the journal has beyond the database, after a look that they agree at the last change-set both have.
 * `ahead` = change-sets that only the database has.
 */
export async function catchUpWithJournal(ws: Workspace, repeatLedger: RepeatLedger): Promise<Result<{ ahead: number; replayed: number }, ReplayFailure | CallFailure>> {
  const state = await call('journal.state', {});
  if (!state.ok) return state;
  const inJournal = state.value.lastSeq;
  const inDatabase = await lastSeqOf(ws.db);
  const common = Math.min(inJournal, inDatabase);
  if (common > 0) {
    const read = await call('journal.read', { afterSeq: common - 1 });
    if (!read.ok) return read;
    const here = await ws.db.changeSets.get(common);
    const there = read.value.changeSets[0];
    if (here?.id !== there?.id) return err({ code: 'journal.diverged', seq: common, detail: `${here?.id} / ${there?.id}` });
  }
  const replayed = await replayJournal(ws, inJournal, repeatLedger);
  return replayed.ok ? ok({ ahead: Math.max(0, inDatabase - inJournal), replayed: replayed.value.replayed }) : replayed;
}
