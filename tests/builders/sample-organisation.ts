import { orgFromPeople, type OrgFromPeople, type PeopleRow } from '@shared/domain/org/org-from-people';
import { day } from '@shared/kernel/day';
import { commitChangeSet } from '@renderer/data/change-sets';
import type { Workspace } from '@renderer/data/workspace';
import { CAST, REGION } from '../../resources/sample/cast';

/** The sample's cast as rows of a people file. */
export function sampleRows(): PeopleRow[] {
  const dayOrNull = (text: string) => (text === '' ? null : day(text));
  return CAST.flatMap((person) =>
    person.teams.map(({ team, from }) => ({
      name: person.name,
      externalId: person.code,
      title: person.title,
      unitPath: [team],
      managerName: person.manager,
      joinedOn: dayOrNull(person.joinedOn),
      leftOn: dayOrNull(person.leftOn),
      effectiveFrom: dayOrNull(from),
    })),
  );
}

/** Puts a people file's organisation into a workspace that has its settings; answers the records. */
export async function putOrganisation(ws: Workspace, rows: readonly PeopleRow[] = sampleRows()): Promise<OrgFromPeople> {
  const org = orgFromPeople(rows, { organisation: REGION, units: [], people: [], memberships: [] }, new Map());
  if (!org.ok) throw new Error(`The organisation was refused: ${JSON.stringify(org.error)}`);
  const { units, people, memberships } = org.value;
  await commitChangeSet(ws, { kind: 'setup', label: { key: 'setup', params: {} } }, async (writer) => {
    for (const unit of units) await writer.put('orgUnits', unit);
    for (const person of people) await writer.put('people', person);
    for (const membership of memberships) await writer.put('memberships', membership);
  });
  return org.value;
}
