import type { RecordedState } from '@shared/contracts/keep-calls';
import { recordTables } from '@shared/records/record-tables';
import { type WorkbenchDatabase, ledgerTables } from './database';
import { lastSeqOf } from './last-seq';

const counted = [...recordTables, 'changeSets', ...ledgerTables];

/** Rows of every table and the last change-set, all of one moment. */
export function countRows(db: WorkbenchDatabase): Promise<RecordedState> {
  return db.transaction('r', counted, async () => {
    const counts = await Promise.all(counted.map(async (table) => [table, await db.table(table).count()] as const));
    return { seq: await lastSeqOf(db), rows: Object.fromEntries(counts) };
  });
}
