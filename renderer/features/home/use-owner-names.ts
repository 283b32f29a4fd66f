import { useLiveQuery } from 'dexie-react-hooks';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';

/** The name of an action's owner: a person's, or the manager's as the settings have it; '–' for somebody unknown. */
export function useOwnerNames(): (ownerId: string | null) => string {
  const { t } = useMessages();
  const { db } = useWorkspace();
  const names = useLiveQuery(async () => new Map((await db.people.toArray()).map(({ id, name }) => [id, name])), [db]);
  return (ownerId) => (ownerId === null ? t('home.me') : (names?.get(ownerId) ?? '–'));
}
