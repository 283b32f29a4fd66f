import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { useWorkspace } from './workspace-context';

const NONE: readonly string[] = [];

/** Everybody's leaves: the units they have worked in, also outside the scope on screen. None until they are known. */
export function usePersonLeaves(): (personId: string) => readonly string[] {
  const { db } = useWorkspace();
  const memberships = useLiveQuery(() => db.memberships.toArray(), [db]);
  return useMemo(() => {
    const leaves = new Map<string, string[]>();
    for (const { id, personId } of memberships ?? []) leaves.set(personId, [...(leaves.get(personId) ?? []), id]);
    return (personId) => leaves.get(personId) ?? NONE;
  }, [memberships]);
}
