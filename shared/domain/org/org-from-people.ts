import { type Day, addDays } from '../../kernel/day';
import { type Result, err, ok } from '../../kernel/result';
import type { Membership } from '../../records/membership';
import type { OrgUnit } from '../../records/org-unit';
import type { Person } from '../../records/person';
import { managerPaths } from './manager-paths';

/** One data row of a people file. */
export interface PeopleRow {
  readonly name: string;
  /** '' = none. */
  readonly externalId: string;
  readonly title: string;
  /** Root-first, without the organisation itself; [] = placed by `managerName`, or directly under the organisation. */
  readonly unitPath: readonly string[];
  readonly managerName: string;
  readonly joinedOn: Day | null;
  readonly leftOn: Day | null;
  /** From when this row's unit holds; several rows of one person are its consecutive memberships. */
  readonly effectiveFrom: Day | null;
}

export interface OrgRecords {
  readonly organisation: string;
  readonly units: readonly OrgUnit[];
  readonly people: readonly Person[];
  readonly memberships: readonly Membership[];
}

/** Why a row cannot stand; `row` is its index, `detail` the path («a → b → a») or the other row's index of a duplicate. */
export interface OrgIssue {
  readonly code: 'org.cycle' | 'org.missingBoss' | 'row.duplicate';
  readonly row: number;
  readonly detail: string;
}

export interface OrgFromPeople {
  readonly units: OrgUnit[];
  readonly people: Person[];
  readonly memberships: Membership[];
  /** Memberships that the file replaces by another unit: to be removed. */
  readonly replaced: string[];
}

export const ROOT_UNIT_ID = 'u:';
export const unitIdOf = (path: readonly string[]): string => `u:${path.join('/')}`;

/**
 * The organisation as it must stand for the rows of a people file: units on their paths, people, memberships by days.
 * Records that exist keep their id and position, so the same file again changes nothing. Ids: person `p:<externalId or name>`,
 * unit `u:<path>`, membership `m:<person>@<unit>@<from or ''>`. All issues are listed; with one, nothing is answered.
 */
export function orgFromPeople(rows: readonly PeopleRow[], current: OrgRecords): Result<OrgFromPeople, OrgIssue[]> {
  const paths = managerPaths(rows, current);
  const personIds = rows.map((row) => personIdOf(row, current.people));
  const issues = [...paths.issues, ...duplicates(rows, personIds)];
  if (issues.length > 0) return err(issues.sort((a, b) => a.row - b.row));
  const units = unitsOf(paths.paths, current);
  const people = new Map<string, Person>();
  rows.forEach((row, index) => people.set(personIds[index]!, personOf(row, personIds[index]!)));
  return ok({ units, people: [...people.values()], ...membershipsOf(rows, personIds, paths.paths, people, current) });
}

/** The external id decides; a row or person without one is the only person of that name. */
function personIdOf(row: PeopleRow, people: readonly Person[]): string {
  const byExternalId = people.find((person) => row.externalId !== '' && person.externalId === row.externalId);
  if (byExternalId) return byExternalId.id;
  const named = people.filter((person) => person.name === row.name && (row.externalId === '' || person.externalId === ''));
  if (named.length === 1) return named[0]!.id;
  return `p:${row.externalId || row.name}`;
}

const personOf = (row: PeopleRow, id: string): Person => ({
  id,
  name: row.name,
  externalId: row.externalId,
  title: row.title,
  managerName: row.managerName,
  joinedOn: row.joinedOn,
  leftOn: row.leftOn,
});

function duplicates(rows: readonly PeopleRow[], personIds: readonly string[]): OrgIssue[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const key = `${personIds[index]}@${row.effectiveFrom ?? ''}`;
    const first = seen.get(key);
    if (first !== undefined) return [{ code: 'row.duplicate' as const, row: index, detail: String(first) }];
    seen.set(key, index);
    return [];
  });
}

/** Every unit on a path, the organisation first; a unit with units below is a region, else a team. */
function unitsOf(paths: readonly (readonly string[])[], current: OrgRecords): OrgUnit[] {
  const known = new Map(current.units.map((unit) => [unit.id, unit]));
  const found = new Map<string, { name: string; parentId: string | null }>([[ROOT_UNIT_ID, { name: current.organisation, parentId: null }]]);
  for (const path of paths) {
    path.forEach((name, depth) => found.set(unitIdOf(path.slice(0, depth + 1)), { name, parentId: unitIdOf(path.slice(0, depth)) }));
  }
  const parents = new Set([...known.values(), ...found.values()].map((unit) => unit.parentId));
  const next = nextPositions(current.units.map((unit) => [unit.parentId ?? '', unit.position]));
  return [...found].map(([id, { name, parentId }]) => ({
    id,
    name,
    kind: parentId === null ? ('company' as const) : parents.has(id) ? ('region' as const) : ('team' as const),
    parentId,
    position: known.get(id)?.position ?? next(parentId ?? ''),
  }));
}

function membershipsOf(
  rows: readonly PeopleRow[],
  personIds: readonly string[],
  paths: readonly (readonly string[])[],
  people: ReadonlyMap<string, Person>,
  current: OrgRecords,
): { memberships: Membership[]; replaced: string[] } {
  const known = new Map(current.memberships.map((membership) => [membership.id, membership]));
  const next = nextPositions(current.memberships.map((membership) => [membership.unitId, membership.position]));
  const memberships: Membership[] = [];
  const replaced: string[] = [];
  for (const [personId, person] of people) {
    const before = current.memberships.filter((membership) => membership.personId === personId);
    const own = rows.flatMap((row, index) => (personIds[index] === personId ? [{ from: row.effectiveFrom ?? '', unitId: unitIdOf(paths[index]!) }] : []));
    const timeline = timelineOf(before, own);
    timeline.forEach(({ from, unitId }, index) => {
      const id = `m:${personId}@${unitId}@${from}`;
      const following = timeline[index + 1];
      memberships.push({
        id,
        personId,
        unitId,
        from: from === '' ? person.joinedOn : (from as Day),
        to: following ? addDays(following.from as Day, -1) : person.leftOn,
        position: known.get(id)?.position ?? next(unitId),
      });
    });
    const standing = new Set(memberships.map((membership) => membership.id));
    replaced.push(...before.map((membership) => membership.id).filter((id) => !standing.has(id)));
  }
  return { memberships, replaced };
}

type Stay = { readonly from: string; readonly unitId: string };

/** Dated rows enter the known timeline at their day; one undated row says where the person is now, without a date of moving. */
function timelineOf(before: readonly Membership[], own: readonly Stay[]): Stay[] {
  const units = new Map(before.map((membership) => [membership.id.slice(membership.id.lastIndexOf('@') + 1), membership.unitId]));
  const latest = [...units.keys()].sort().at(-1);
  if (own.length === 1 && own[0]!.from === '' && latest !== undefined) units.set(latest, own[0]!.unitId);
  else for (const { from, unitId } of own) units.set(from, unitId);
  return [...units].map(([from, unitId]) => ({ from, unitId })).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Hands out positions after the last one of each group. */
function nextPositions(taken: readonly (readonly [group: string, position: number])[]): (group: string) => number {
  const next = new Map<string, number>();
  for (const [group, position] of taken) next.set(group, Math.max(next.get(group) ?? 0, position + 1));
  return (group) => {
    const position = next.get(group) ?? 0;
    next.set(group, position + 1);
    return position;
  };
}
