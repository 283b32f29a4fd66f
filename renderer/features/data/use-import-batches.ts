import type { ImportBatch } from '@shared/records/import-batch';
import { useLiveQuery } from 'dexie-react-hooks';
import { useWorkspace } from '@renderer/parts/workspace-context';

/** Every batch, the latest first, undone ones too; undefined until read. */
export function useImportBatches(): ImportBatch[] | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(async () => (await db.importBatches.toArray()).sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1)), [db]);
}

/** Months with at least one signed review: their figures stay whatever is undone. */
export function useSignedMonths(): ReadonlySet<string> {
  const { db } = useWorkspace();
  const months = useLiveQuery(async () => {
    const signed = new Set((await db.reviews.toArray()).filter(({ state }) => state === 'signed').map(({ cycleId }) => cycleId));
    return (await db.reviewCycles.toArray()).filter(({ id }) => signed.has(id)).map(({ month }) => month as string);
  }, [db]);
  return new Set(months);
}
