import type { ChangeSet } from '@shared/records/change-set';
import type { RecordTable } from '@shared/records/record-tables';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { lastSeqOf } from '@renderer/data/last-seq';
import { useLiveQuery } from 'dexie-react-hooks';
import { useWorkspace } from './workspace-context';

/** Records that figures are made of; a note in a review changes none of them. */
const figureTables: ReadonlySet<RecordTable> = new Set<RecordTable>(['settings', 'orgUnits', 'people', 'memberships', 'identities', 'customerMerges', 'customers', 'products', 'importBatches', 'plans', 'targetRows', 'planCommits']);

export const touchesFigures = (changeSet: Pick<ChangeSet, 'batch' | 'changes'>): boolean => changeSet.batch !== null || changeSet.changes.some((change) => figureTables.has(change.table));

/**
 * A number that moves whenever this window, another one or the worker commits a change that figures depend on: the seq of
 * that change-set. At first the last change-set whatever it touched (0 in an empty workspace); `first` until it is known.
 */
export function useFiguresRevision(first?: number): number | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(() => readFiguresRevision(db), [db], first);
}

const known = new WeakMap<WorkbenchDatabase, { readonly seq: number; readonly revision: number }>();

/** The same, once. Change-sets can be large, so each is looked at once, and none of those before the first question. */
export async function readFiguresRevision(db: WorkbenchDatabase): Promise<number> {
  const seq = await lastSeqOf(db);
  const before = known.get(db) ?? { seq, revision: seq };
  const since = seq > before.seq ? await db.changeSets.where('seq').between(before.seq, seq, false, true).filter(touchesFigures).toArray() : [];
  const revision = since.at(-1)?.seq ?? before.revision;
  if ((known.get(db)?.seq ?? -1) < seq) known.set(db, { seq, revision });
  return revision;
}
