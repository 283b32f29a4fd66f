import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { useNameOrder } from '@renderer/i18n/use-name-order';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { type SourceEntry, sourceEntries } from './source-entries';

/** Every source and what is known of it; null until read. Follows imports, undo and edits. */
export function useSources(): SourceEntry[] | null {
  const { db } = useWorkspace();
  const order = useNameOrder();
  const facts = useLiveQuery(
    async () => ({ own: await db.importPresets.toArray(), batches: await db.importBatches.toArray(), profiles: await db.sourceProfiles.toArray(), rules: await db.sourceRules.toArray() }),
    [db],
  );
  return useMemo(() => (facts === undefined ? null : sourceEntries(facts, order)), [facts, order]);
}
