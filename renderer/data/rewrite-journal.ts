import type { CallFailure } from '@shared/contracts/workbench-calls';
import { type Result, err, ok } from '@shared/kernel/result';
import { call } from '@renderer/platform/workbench';
import { plainChangeSet } from './change-sets';
import type { WorkbenchDatabase } from './database';

/** As many change-sets as one call takes. */
const BATCH = 500;

export type RewriteFailure =
  | CallFailure
  /** The database lacks change-set `seq`, which it or the journal's readable part had: it cannot stand in for the journal. */
  | { readonly code: 'journal.lost'; readonly seq: number; readonly recordedSeq: number; readonly detail: string };

/**
 * Gives main every change-set of the database, in order from 1, to write a damaged journal anew; answers how many.
 * Nothing is sent unless they run without a gap to at least `atLeast`, the last one that could be read of the journal.
 */
export async function rewriteJournal(db: WorkbenchDatabase, atLeast: number): Promise<Result<{ lastSeq: number }, RewriteFailure>> {
  const seqs = await db.changeSets.orderBy('seq').primaryKeys();
  const gap = seqs.findIndex((seq, index) => seq !== index + 1);
  if (gap >= 0 || seqs.length < atLeast) {
    const missing = gap >= 0 ? gap + 1 : seqs.length + 1;
    return err({ code: 'journal.lost', seq: missing - 1, recordedSeq: Math.max(atLeast, seqs.at(-1) ?? 0), detail: `The database lacks change-set ${missing}` });
  }
  for (let sent = 0; ; ) {
    const stored = await db.changeSets.where('seq').above(sent).limit(BATCH).toArray();
    sent += stored.length;
    const last = sent >= seqs.length;
    const answer = await call('recovery.journal', { changeSets: stored.map(plainChangeSet), last });
    if (!answer.ok) return answer;
    if (last) return ok({ lastSeq: sent });
  }
}
