import type { WorkspaceSettings } from '@shared/records/workspace-settings';
import { useLiveQuery } from 'dexie-react-hooks';
import { useWorkspace } from './workspace-context';

/** The workspace's settings; null before it is set up, undefined until that is known. */
export function useSettings(): WorkspaceSettings | null | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(async () => (await db.settings.get('settings')) ?? null, [db]);
}
