import type { CallFailure } from '@shared/contracts/workbench-calls';
import { type Result, err, ok } from '@shared/kernel/result';
import { call, onEvent } from '@renderer/platform/workbench';
import { liveQuery } from 'dexie';
import { plainChangeSet } from './change-sets';
import type { WorkbenchDatabase } from './database';
import { lastSeqOf } from './last-seq';
import { onCommit, saveStateSnapshot, setSaveState } from './save-state';
import type { Workspace } from './workspace';
import { writeFailure } from './write-failure';

/** As many change-sets as one append takes. */
const BATCH = 500;

export type DrainAnswer = Result<{ readonly lastSeq: number }, CallFailure>;
const running = new WeakMap<WorkbenchDatabase, Promise<DrainAnswer>>();

/**
 * Sends every change-set that the journal lacks, in order, and answers when main has synced them to disk: only then is
 * anything «saved». May be called any number of times, also while it runs and after a failure: main skips what it has.
 * UI thread only (it speaks to main); after a write in the worker, call it from here.
 */
export function drainJournal(ws: Workspace): Promise<DrainAnswer> {
  const before = running.get(ws.db);
  const next = before ? before.then(() => drain(ws)) : drain(ws);
  running.set(ws.db, next);
  return next;
}

/**
 * From now on every change-set goes to the journal by itself, whichever window or worker has written it; answers how to stop.
 * So every window shows the same state of saving, and what one that is gone has written is not left behind.
 */
export function keepJournal(ws: Workspace): () => void {
  const stopCommits = onCommit(ws.db, () => void drainJournal(ws));
  const others = liveQuery(() => lastSeqOf(ws.db)).subscribe((seq) => void drainUpTo(ws, seq));
  // What was refused here has been written by another window: the next try says so.
  const stopSaved = onEvent('journal.saved', () => saveStateSnapshot(ws.db).kind === 'failed' && void drainJournal(ws));
  return () => {
    stopCommits();
    others.unsubscribe();
    stopSaved();
  };
}

/** Drains unless what runs, or ran last, has been as far. */
async function drainUpTo(ws: Workspace, seq: number): Promise<void> {
  const last = await running.get(ws.db);
  if (!last?.ok || last.value.lastSeq < seq) await drainJournal(ws);
}

async function drain(ws: Workspace): Promise<DrainAnswer> {
  setSaveState(ws.db, { kind: 'saving' });
  const answer = await sendMissing(ws).catch(async (cause: unknown): Promise<DrainAnswer> => err((await writeFailure(cause)) ?? { code: 'call.failed', detail: String(cause) }));
  setSaveState(ws.db, answer.ok ? { kind: 'saved', at: ws.now() } : { kind: 'failed', failure: answer.error });
  return answer;
}

async function sendMissing({ db }: Workspace): Promise<DrainAnswer> {
  const state = await call('journal.state', {});
  if (!state.ok) return state;
  let { lastSeq } = state.value;
  // A full disk makes Chromium close a database, and what is opened after that may be an empty one.
  const last = await lastSeqOf(db);
  if (last < lastSeq) return err({ code: 'journal.gap', detail: `The database ends at ${last}, the journal at ${lastSeq}` });
  for (;;) {
    const stored = await db.changeSets.where('seq').above(lastSeq).limit(BATCH).toArray();
    if (stored.length === 0) return ok({ lastSeq });
    const answer = await call('journal.append', { changeSets: stored.map(plainChangeSet) });
    if (!answer.ok) return answer;
    if (answer.value.lastSeq <= lastSeq) return err({ code: 'journal.write', detail: `The journal stays at ${lastSeq}` });
    lastSeq = answer.value.lastSeq;
  }
}
