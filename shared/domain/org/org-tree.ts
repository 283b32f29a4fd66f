import type { Day } from '../../kernel/day';
import type { Membership } from '../../records/membership';
import type { OrgUnit } from '../../records/org-unit';
import type { Person } from '../../records/person';
import { ROOT_UNIT_ID } from './org-from-people';

/** A node of the tree: a unit, or a leaf (a membership: one person in one unit). */
export interface OrgNode {
  /** Unit id or membership id. */
  readonly id: string;
  readonly parentId: string | null;
  /** 0 = the organisation. */
  readonly depth: number;
  readonly kind: 'company' | 'region' | 'team' | 'person';
  readonly name: string;
  readonly personId: string | null;
  /** The leaves below in tree order, or the leaf itself. */
  readonly leaves: readonly string[];
  /** Days of a leaf, both included; null = open. Null for a unit. */
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface OrgIssueOfUnit {
  readonly code: 'org.cycle' | 'org.missingParent';
  readonly unitId: string;
  /** «a → b → a», by name. */
  readonly path: string;
}

/** Units that hang in a circle or on nothing, each named by its path upwards. */
export function checkOrgUnits(units: readonly OrgUnit[]): OrgIssueOfUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units.flatMap((unit): OrgIssueOfUnit[] => {
    const path = [unit];
    for (let at = unit; at.parentId !== null; ) {
      const parent = byId.get(at.parentId);
      if (!parent) return [{ code: 'org.missingParent', unitId: unit.id, path: [...path.map((one) => one.name), at.parentId].join(' → ') }];
      if (path.includes(parent)) return [{ code: 'org.cycle', unitId: unit.id, path: [...path, parent].map((one) => one.name).join(' → ') }];
      path.push(parent);
      at = parent;
    }
    return [];
  });
}

/**
 * The tree of a span of days, depth-first, the organisation first: within a unit its people (memberships that hold on at
 * least one of the days, or are named in `alsoLeaves` because they carry facts or targets) and then its units, each by
 * position, then name. Without units there is the organisation alone. Throws on units that `checkOrgUnits` refuses.
 */
export function buildOrgTree(
  organisation: string,
  units: readonly OrgUnit[],
  people: readonly Person[],
  memberships: readonly Membership[],
  range: { readonly from: Day; readonly to: Day },
  alsoLeaves: ReadonlySet<string> = new Set(),
): OrgNode[] {
  const issue = checkOrgUnits(units)[0];
  if (issue) throw new Error(`${issue.code}: ${issue.path}`);
  const persons = new Map(people.map((person) => [person.id, person]));
  const root: OrgUnit = { ...(units.find((unit) => unit.parentId === null) ?? { id: ROOT_UNIT_ID, kind: 'company', parentId: null, position: 0 }), name: organisation };
  const isShown = (one: Membership) => alsoLeaves.has(one.id) || ((one.from ?? range.from) <= range.to && (one.to ?? range.to) >= range.from);
  const leaves = memberships.filter((one) => isShown(one) && persons.has(one.personId)).map((one) => ({ ...one, name: persons.get(one.personId)!.name }));
  const unitsOf = childrenBy(units.filter((unit) => unit.parentId !== null), (unit) => unit.parentId!);
  const leavesOf = childrenBy(leaves, (leaf) => leaf.unitId);

  const nodesBelow = (unit: OrgUnit, depth: number): OrgNode[] => {
    const own = (leavesOf.get(unit.id) ?? []).map(
      (leaf): OrgNode => ({ id: leaf.id, parentId: unit.id, depth: depth + 1, kind: 'person', name: leaf.name, personId: leaf.personId, leaves: [leaf.id], from: leaf.from, to: leaf.to }),
    );
    const below = [...own, ...(unitsOf.get(unit.id) ?? []).flatMap((child) => nodesBelow(child, depth + 1))];
    const node: OrgNode = {
      id: unit.id,
      parentId: unit.parentId,
      depth,
      kind: unit.kind,
      name: unit.name,
      personId: null,
      leaves: below.filter((one) => one.kind === 'person').map((one) => one.id),
      from: null,
      to: null,
    };
    return [node, ...below];
  };
  return nodesBelow(root, 0);
}

function childrenBy<T extends { readonly position: number; readonly name: string; readonly id: string }>(items: readonly T[], parentOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(parentOf(item), [...(groups.get(parentOf(item)) ?? []), item]);
  for (const group of groups.values()) group.sort((a, b) => a.position - b.position || compareText(a.name, b.name) || compareText(a.id, b.id));
  return groups;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every leaf that a person ever held, in tree order, by person in the order of their first. */
export function leavesByPerson(tree: readonly OrgNode[]): Map<string, OrgNode[]> {
  const leaves = new Map<string, OrgNode[]>();
  for (const node of tree) {
    if (node.kind !== 'person' || node.personId === null) continue;
    const own = leaves.get(node.personId);
    if (own === undefined) leaves.set(node.personId, [node]);
    else own.push(node);
  }
  return leaves;
}
