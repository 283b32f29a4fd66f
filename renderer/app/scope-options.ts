import type { Membership } from '@shared/records/membership';
import type { OrgUnit } from '@shared/records/org-unit';
import type { Person } from '@shared/records/person';

export interface ScopeOption {
  /** Unit or membership id. */
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly kind: 'unit' | 'person';
  /** People who stood in the unit during the period, each once; 1 for a person. */
  readonly people: number;
}

interface Org {
  readonly units: readonly OrgUnit[];
  readonly memberships: readonly Membership[];
  readonly people: readonly Person[];
}

/**
 * The organisation as a flat list, depth first in file order: a unit's own people, then its units.
 * Only people who stood there at some time between `from` and `to` (days, both included). No units: [].
 */
export function scopeOptions({ units, memberships, people }: Org, from: string, to: string): ScopeOption[] {
  const names = new Map(people.map((person) => [person.id, person.name]));
  const standing = memberships.filter((one) => (one.from ?? '') <= to && (one.to ?? '9999') >= from);
  const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;

  const below = (unit: OrgUnit, depth: number): { options: ScopeOption[]; personIds: Set<string> } => {
    const own = standing.filter((one) => one.unitId === unit.id).sort(byPosition);
    const parts = units.filter((one) => one.parentId === unit.id).sort(byPosition).map((child) => below(child, depth + 1));
    const personIds = new Set([...own.map((one) => one.personId), ...parts.flatMap((part) => [...part.personIds])]);
    const options: ScopeOption[] = [
      { id: unit.id, name: unit.name, depth, kind: 'unit', people: personIds.size },
      ...own.map((one): ScopeOption => ({ id: one.id, name: names.get(one.personId) ?? one.personId, depth: depth + 1, kind: 'person', people: 1 })),
      ...parts.flatMap((part) => part.options),
    ];
    return { options, personIds };
  };
  return units.filter((unit) => unit.parentId === null).sort(byPosition).flatMap((root) => below(root, 0).options);
}
