import type { RecordedState } from '@shared/contracts/keep-calls';
import { countRows } from './count-rows';
import { type WorkbenchDatabase, ledgerTables } from './database';
import type { ReconcileFailure } from './reconcile-failure';

/**
 * What the database no longer holds of what main was last told: Chromium deletes a database it finds damaged and says
 * nothing. Behind the recorded change-set is a loss; at it, or after it, every table must hold what it held then and what
 * the change-sets since have added or taken. Null = nothing is missing.
 */
export async function findLoss(db: WorkbenchDatabase, recorded: RecordedState): Promise<ReconcileFailure | null> {
  const { seq, rows } = await countRows(db);
  if (seq < recorded.seq) return { code: 'journal.lost', seq, recordedSeq: recorded.seq, detail: JSON.stringify({ rows, recorded: recorded.rows }) };
  const { moved, wroteLedger } = await changesAfter(db, recorded.seq);
  for (const [table, before] of Object.entries(recorded.rows)) {
    if (wroteLedger && (ledgerTables as readonly string[]).includes(table)) continue;
    const expected = before + (moved.get(table) ?? 0);
    const found = rows[table] ?? 0;
    if (found !== expected) return { code: 'journal.counts', seq: recorded.seq, table, found, recorded: expected, detail: JSON.stringify({ rows, recorded: recorded.rows }) };
  }
  return null;
}

/** Rows that the change-sets after `seq` added to each table (less those they took), and whether ledger rows came or went. */
async function changesAfter(db: WorkbenchDatabase, seq: number): Promise<{ moved: Map<string, number>; wroteLedger: boolean }> {
  const moved = new Map<string, number>();
  const add = (table: string, rows: number) => moved.set(table, (moved.get(table) ?? 0) + rows);
  let wroteLedger = false;
  await db.changeSets.where('seq').above(seq).each(({ kind, changes }) => {
    add('changeSets', 1);
    wroteLedger ||= kind === 'import' || kind === 'undoImport';
    for (const { table, before, after } of changes) {
      if (before === null) add(table, 1);
      else if (after === null) add(table, -1);
    }
  });
  return { moved, wroteLedger };
}
