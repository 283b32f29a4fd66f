import type { ImportBatch } from '@shared/records/import-batch';
import { useLiveQuery } from 'dexie-react-hooks';
import { useWorkspace } from '@renderer/parts/workspace-context';

/** Every batch, the latest first, undone ones too; undefined until read. */
export function useImportBatches(): ImportBatch[] | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(async () => (await db.importBatches.toArray()).sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1)), [db]);
}
