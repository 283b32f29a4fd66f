import { useLiveQuery } from 'dexie-react-hooks';
import { lastSeqOf } from '@renderer/data/last-seq';
import { useWorkspace } from './workspace-context';

/** The seq of the last change-set, whoever wrote it: 0 in an empty workspace, undefined until it is known. */
export function useLastSeq(): number | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(() => lastSeqOf(db), [db]);
}
