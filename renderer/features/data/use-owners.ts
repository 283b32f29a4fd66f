import type { OwnerRows } from '@renderer/ledger/ledger-api';
import type { Person } from '@shared/records/person';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { useNameOrder } from '@renderer/i18n/use-name-order';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import { type OwnerEntry, ownerList } from './owner-list';

/** The owners of all sources and the people they can be; null until both are read. Follows imports, undo and decisions. */
export function useOwners(pending: readonly OwnerRows[]): { owners: OwnerEntry[]; people: Person[] } | null {
  const { db } = useWorkspace();
  const order = useNameOrder();
  const live = useLiveOwners();
  const records = useLiveQuery(async () => ({ people: await db.people.toArray(), identities: await db.identities.toArray() }), [db]);
  return useMemo(() => (live === null || records === undefined ? null : { owners: ownerList(live, pending, records.people, records.identities, order), people: records.people }), [live, records, pending, order]);
}

function useLiveOwners(): OwnerRows[] | null {
  const ledger = useLedger();
  const revision = useFiguresRevision();
  return useAnswer(revision === undefined ? null : String(revision), () => ledger.owners()).answer;
}
