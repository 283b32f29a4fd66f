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

/**
 * What a change of department without a date means, by person id: the unit that stood was wrong all along, or the person moved
 * on that day. A person who is not in it stays where they are.
 */
export type Moves = ReadonlyMap<string, 'correction' | Day>;

/** A person whose unit in the file is not the one that stands, and no row says from when. */
export interface DepartmentChange {
  readonly personId: string;
  readonly name: string;
  /** Paths below the organisation: `East/Team 1`; '' = directly under it. */
  readonly from: string;
  readonly to: string;
}

export interface OrgFromPeople {
  readonly units: OrgUnit[];
  readonly people: Person[];
  readonly memberships: Membership[];
  /** Memberships that the file replaces by another unit: to be removed. */
  readonly replaced: string[];
  /** In file order, decided or not. */
  readonly departments: DepartmentChange[];
}

export const ROOT_UNIT_ID = 'u:';
export const unitIdOf = (path: readonly string[]): string => `u:${path.join('/')}`;

/**
 * The organisation as it must stand for the rows of a people file: units on their paths, people, memberships by days.
 * Records that exist keep their id and position, so the same file again changes nothing. Ids: person `p:<externalId or name>`,
 * unit `u:<path>`, membership `m:<person>@<unit>@<from or ''>`. All issues are listed; with one, nothing is answered.
 * A person whose unit differs and has no date is moved or corrected only as `moves` says: a correction takes past facts along,
 * a move leaves them where they were earned. A move on or before the first day of the unit that stands is a correction of it.
 */
export function orgFromPeople(rows: readonly PeopleRow[], current: OrgRecords, moves: Moves): Result<OrgFromPeople, OrgIssue[]> {
  const paths = managerPaths(rows, current);
  const personIds = rows.map((row) => personIdOf(row, current.people));
  const issues = [...paths.issues, ...duplicates(rows, personIds)];
  if (issues.length > 0) return err(issues.sort((a, b) => a.row - b.row));
  const people = new Map<string, Person>();
  rows.forEach((row, index) => people.set(personIds[index]!, personOf(row, personIds[index]!)));
  const stays = membershipsOf(rows, personIds, paths.paths, people, current, moves);
  // Who is undecided stays: the unit they would be in is not there for them yet.
  const undecided = new Set(stays.departments.map(({ personId }) => personId).filter((personId) => !moves.has(personId)));
  const units = unitsOf(paths.paths.filter((_, index) => !undecided.has(personIds[index]!)), current);
  return ok({ units, people: [...people.values()], ...stays });
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
  moves: Moves,
): Pick<OrgFromPeople, 'memberships' | 'replaced' | 'departments'> {
  const known = new Map(current.memberships.map((membership) => [membership.id, membership]));
  const next = nextPositions(current.memberships.map((membership) => [membership.unitId, membership.position]));
  const memberships: Membership[] = [];
  const replaced: string[] = [];
  const departments: DepartmentChange[] = [];
  for (const [personId, person] of people) {
    const before = current.memberships.filter((membership) => membership.personId === personId);
    const own = rows.flatMap((row, index) => (personIds[index] === personId ? [{ from: row.effectiveFrom ?? '', unitId: unitIdOf(paths[index]!), isSaid: paths[index]!.length > 0 || row.managerName !== '' }] : []));
    const standing = standingStay(before);
    const undated = own.length === 1 && own[0]!.from === '' ? own[0]! : null;
    const moved = standing !== null && undated !== null && undated.unitId !== standing.unitId && undated.isSaid;
    if (moved) departments.push({ personId, name: person.name, from: pathOf(standing.unitId), to: pathOf(undated.unitId) });
    const timeline = standing === null || undated === null ? joined(before, own) : moved ? withMove(before, standing, undated.unitId, moves.get(personId)) : joined(before, []);
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
    const kept = new Set(memberships.map((membership) => membership.id));
    replaced.push(...before.map((membership) => membership.id).filter((id) => !kept.has(id)));
  }
  return { memberships, replaced, departments };
}

type Stay = { readonly from: string; readonly unitId: string };

/** The day a membership was known to begin ('' = from the first), which its id ends with. */
const startOf = (membership: Membership): string => membership.id.slice(membership.id.lastIndexOf('@') + 1);
const pathOf = (unitId: string): string => unitId.slice(ROOT_UNIT_ID.length);

/** Where the person is according to the records; null for somebody who is in no unit yet. */
function standingStay(before: readonly Membership[]): { key: string; unitId: string; from: Day | null } | null {
  const latest = before.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1)).at(-1);
  return latest === undefined ? null : { key: startOf(latest), unitId: latest.unitId, from: latest.from };
}

/** The known timeline with stays entered at their days. */
function joined(before: readonly Membership[], own: readonly Stay[]): Stay[] {
  const units = new Map(before.map((membership) => [startOf(membership), membership.unitId]));
  for (const { from, unitId } of own) units.set(from, unitId);
  return [...units].map(([from, unitId]) => ({ from, unitId })).sort((a, b) => (a.from < b.from ? -1 : 1));
}

function withMove(before: readonly Membership[], standing: { readonly key: string; readonly from: Day | null }, unitId: string, decision: 'correction' | Day | undefined): Stay[] {
  if (decision === undefined) return joined(before, []);
  const corrects = decision === 'correction' || (standing.from !== null && decision <= standing.from);
  return joined(before, [{ from: corrects ? standing.key : decision, unitId }]);
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
