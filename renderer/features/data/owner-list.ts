import { type Owner, identityIdOf, matchOwners } from '@shared/domain/org/attribution';
import type { Identity } from '@shared/records/identity';
import type { Person } from '@shared/records/person';

export interface OwnerEntry extends Owner {
  /** `${source}:${ownerKey}` */
  readonly id: string;
  /** Live rows that carry the owner; of a file not imported yet, its rows. */
  readonly rows: number;
  /** Only a dry run knows the owner so far. */
  readonly pending: boolean;
  /** Null = 未分配. */
  readonly personId: string | null;
  /** Who it would be without the user's decision. */
  readonly automaticId: string | null;
  readonly ground: 'decision' | 'match' | 'nobody';
}

type CountedOwner = Owner & { readonly rows: number };

/**
 * Every owner of the ledger and of files about to be imported, with the person it stands for and why: those without a person
 * first, then by rows, then in the order of names. An owner that the ledger has is not listed again for a file.
 */
export function ownerList(live: readonly CountedOwner[], pending: readonly CountedOwner[], people: readonly Person[], identities: readonly Identity[], order: (a: string, b: string) => number): OwnerEntry[] {
  const known = new Set(live.map(identityIdOf));
  const fresh = pending.filter((owner) => !known.has(identityIdOf(owner)));
  const owners = [...live.map((owner) => ({ ...owner, pending: false })), ...fresh.map((owner) => ({ ...owner, pending: true }))];
  const decided = new Set(identities.map(({ id }) => id));
  const automatic = matchOwners(owners, people, []);
  const standing = matchOwners(owners, people, identities);
  const entries = owners.map((owner, index): OwnerEntry => {
    const id = identityIdOf(owner);
    const personId = standing[index] ?? null;
    return { ...owner, id, personId, automaticId: automatic[index] ?? null, ground: decided.has(id) ? 'decision' : personId === null ? 'nobody' : 'match' };
  });
  return entries.sort((a, b) => Number(a.personId !== null) - Number(b.personId !== null) || b.rows - a.rows || order(a.ownerName, b.ownerName) || (a.id < b.id ? -1 : 1));
}
