import { UNASSIGNED } from '../../contracts/drill';
import { type EpochDay, toEpochDay } from '../../kernel/day';
import type { Identity } from '../../records/identity';
import type { Membership } from '../../records/membership';
import type { Person } from '../../records/person';

export interface Owner {
  readonly source: string;
  readonly ownerKey: string;
  readonly ownerName: string;
}

export const identityIdOf = (owner: Pick<Owner, 'source' | 'ownerKey'>): string => `${owner.source}:${owner.ownerKey}`;

/**
 * Who each owner of a source is, null = nobody (未分配): the user's decision first, then the external id, then a name that
 * only one person has. A decision for «nobody», or for a person who is gone, is nobody. A blank owner is nobody.
 */
export function matchOwners(owners: readonly Owner[], people: readonly Person[], identities: readonly Identity[]): (string | null)[] {
  const known = new Set(people.map((person) => person.id));
  const decisions = new Map(identities.map((identity) => [identity.id, identity.personId]));
  const byExternalId = uniqueBy(people, (person) => person.externalId);
  const byName = uniqueBy(people, (person) => person.name);
  return owners.map((owner) => {
    const decision = decisions.get(identityIdOf(owner));
    if (decision !== undefined) return decision !== null && known.has(decision) ? decision : null;
    return byExternalId.get(owner.ownerKey) ?? byName.get(owner.ownerName) ?? null;
  });
}

function uniqueBy(people: readonly Person[], keyOf: (person: Person) => string): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const person of people) {
    const key = keyOf(person);
    if (key !== '') found.set(key, found.has(key) ? null : person.id);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Days (both included, ±Infinity = open) whose facts belong to the leaf at this index of `leaves`. */
export interface LeafSpan {
  readonly fromDay: EpochDay;
  readonly toDay: EpochDay;
  readonly leaf: number;
}

export interface Attribution {
  /** Index 0 = UNASSIGNED, then memberships by id. */
  readonly leaves: string[];
  /** Per owner: spans in order of days, without gaps or overlaps, from −Infinity to Infinity. */
  readonly spans: LeafSpan[][];
}

const FIRST = -Infinity as EpochDay;
const LAST = Infinity as EpochDay;

/**
 * Which leaf a fact of an owner belongs to, by its business day: the membership that held then. Facts before a person's
 * first membership belong to the first, those after the end of one (a leaver's late returns) to the one before.
 * An owner who is nobody, or a person in no unit: UNASSIGNED on all days.
 */
export function buildAttribution(people: readonly Person[], memberships: readonly Membership[], ownerPersonIds: readonly (string | null)[]): Attribution {
  const known = new Set(people.map((person) => person.id));
  const sorted = memberships.filter((one) => known.has(one.personId)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const leaves = [UNASSIGNED, ...sorted.map((one) => one.id)];
  const spansOf = new Map<string, LeafSpan[]>();
  const stays = new Map<string, { from: EpochDay; leaf: number }[]>();
  sorted.forEach((one, index) => {
    const stay = { from: one.from === null ? FIRST : toEpochDay(one.from), leaf: index + 1 };
    stays.set(one.personId, [...(stays.get(one.personId) ?? []), stay]);
  });
  for (const [personId, list] of stays) {
    list.sort((a, b) => (a.from === b.from ? a.leaf - b.leaf : a.from < b.from ? -1 : 1));
    const last = list.filter((stay, index) => stay.from !== list[index + 1]?.from);
    spansOf.set(
      personId,
      last.map((stay, index) => {
        const next = last[index + 1];
        return { fromDay: index === 0 ? FIRST : stay.from, toDay: next ? ((next.from - 1) as EpochDay) : LAST, leaf: stay.leaf };
      }),
    );
  }
  const nobody: LeafSpan[] = [{ fromDay: FIRST, toDay: LAST, leaf: 0 }];
  return { leaves, spans: ownerPersonIds.map((personId) => (personId === null ? nobody : (spansOf.get(personId) ?? nobody))) };
}
