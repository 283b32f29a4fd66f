import type { WorkbenchDatabase } from './database';

/** Last change-set of the database, 0 for an empty one. By its key alone: a change-set can be large. */
export async function lastSeqOf(db: WorkbenchDatabase): Promise<number> {
  const [last] = await db.changeSets.orderBy('seq').reverse().limit(1).primaryKeys();
  return last ?? 0;
}
