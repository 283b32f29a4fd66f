import type { ChangeSet } from '@shared/records/change-set';
import type { RecordTable } from '@shared/records/record-tables';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { useLiveQuery } from 'dexie-react-hooks';
import { useWorkspace } from './workspace-context';

/** Records that figures are made of; a note in a review changes none of them. */
const figureTables: ReadonlySet<RecordTable> = new Set<RecordTable>(['settings', 'orgUnits', 'people', 'memberships', 'identities', 'importBatches', 'plans', 'targetRows', 'planCommits']);

export const touchesFigures = (changeSet: Pick<ChangeSet, 'batch' | 'changes'>): boolean => changeSet.batch !== null || changeSet.changes.some((change) => figureTables.has(change.table));

/**
 * The seq of the last change-set that figures depend on: 0 in an empty workspace, `first` until it is known.
 * It moves whenever this window, another one or the worker commits such a change.
 */
export function useFiguresRevision(first?: number): number | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(() => readFiguresRevision(db), [db], first);
}

/** The same, once. */
export async function readFiguresRevision(db: WorkbenchDatabase): Promise<number> {
  return (await db.changeSets.orderBy('seq').reverse().filter(touchesFigures).first())?.seq ?? 0;
}
