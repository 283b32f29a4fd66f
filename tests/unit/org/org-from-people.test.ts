import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAttribution } from '@shared/domain/org/attribution';
import { addDays, day, toEpochDay } from '@shared/kernel/day';
import { type Moves, type OrgRecords, type PeopleRow, orgFromPeople } from '@shared/domain/org/org-from-people';

const empty: OrgRecords = { organisation: 'East', units: [], people: [], memberships: [] };
const row = (name: string, fields: Partial<PeopleRow> = {}): PeopleRow => ({
  name, externalId: '', title: '', unitPath: [], managerName: '', joinedOn: null, leftOn: null, effectiveFrom: null, ...fields,
});
const asked: Moves = new Map();
function read(rows: PeopleRow[], current: OrgRecords = empty, moves = asked) {
  const result = orgFromPeople(rows, current, moves);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const issuesOf = (rows: PeopleRow[], current: OrgRecords = empty) => {
  const result = orgFromPeople(rows, current, asked);
  return result.ok ? [] : result.error;
};
/** What the workspace holds after the file was imported. */
const after = (current: OrgRecords, rows: PeopleRow[], moves = asked): OrgRecords => {
  const next = read(rows, current, moves);
  const merged = <T extends { id: string }>(old: readonly T[], now: readonly T[]) => [...new Map([...old, ...now].map((one) => [one.id, one])).values()];
  return {
    organisation: current.organisation,
    units: merged(current.units, next.units),
    people: merged(current.people, next.people),
    memberships: merged(current.memberships, next.memberships).filter((one) => !next.replaced.includes(one.id)),
  };
};

describe('units on named paths', () => {
  const file = [row('Ann', { unitPath: ['Central', 'Dustin'] }), row('Bo', { unitPath: ['Central', 'Melvin'] }), row('Cy', { unitPath: ['West', 'Celia'] })];

  test('every unit of a path exists once, in the order first met; the organisation is the root', () => {
    const { units, memberships } = read(file);
    expect(units.map((unit) => [unit.id, unit.kind, unit.parentId, unit.position])).toEqual([
      ['u:', 'company', null, 0],
      ['u:Central', 'region', 'u:', 0],
      ['u:Central/Dustin', 'team', 'u:Central', 0],
      ['u:Central/Melvin', 'team', 'u:Central', 1],
      ['u:West', 'region', 'u:', 1],
      ['u:West/Celia', 'team', 'u:West', 0],
    ]);
    expect(memberships.map((one) => one.id)).toEqual(['m:p:Ann@u:Central/Dustin@', 'm:p:Bo@u:Central/Melvin@', 'm:p:Cy@u:West/Celia@']);
  });

  test('the same file again, in any order, changes nothing', () => {
    const once = after(empty, file);
    expect(after(once, file)).toEqual(once);
    const turned = after(once, file.toReversed());
    expect(turned.units).toEqual(once.units);
    expect(turned.memberships).toEqual(once.memberships);
  });

  test('a manager outside the file is no fault where the unit is named', () => {
    expect(issuesOf([row('Ann', { unitPath: ['Central'], managerName: 'Dustin' })])).toEqual([]);
  });
});

describe('people without a unit hang by their managers', () => {
  test('who has reports is a team, and sells as a leaf of it', () => {
    const { units, memberships } = read([row('Boss'), row('Lead', { managerName: 'Boss' }), row('Rep', { managerName: 'Lead' })]);
    expect(units.map((unit) => unit.id)).toEqual(['u:', 'u:Boss', 'u:Boss/Lead']);
    expect(memberships.map((one) => one.unitId)).toEqual(['u:Boss', 'u:Boss/Lead', 'u:Boss/Lead']);
  });

  test('a circle and a missing manager are named by path', () => {
    expect(issuesOf([row('A', { managerName: 'B' }), row('B', { managerName: 'C' }), row('C', { managerName: 'A' }), row('D', { managerName: 'Nobody' })])).toEqual([
      { code: 'org.cycle', row: 0, detail: 'A → B → C → A' },
      { code: 'org.cycle', row: 1, detail: 'B → C → A → B' },
      { code: 'org.cycle', row: 2, detail: 'C → A → B → C' },
      { code: 'org.missingBoss', row: 3, detail: 'D → Nobody' },
    ]);
  });

  test('being named as one’s own manager means having none', () => {
    expect(read([row('Boss', { managerName: 'Boss' }), row('Rep', { managerName: 'Boss' })]).memberships.map((one) => one.unitId)).toEqual(['u:Boss', 'u:Boss']);
  });
});

describe('moves', () => {
  const moved = [
    row('Ann', { externalId: '7', unitPath: ['T1'], joinedOn: day('2024-03-01') }),
    row('Ann', { externalId: '7', unitPath: ['T2'], joinedOn: day('2024-03-01'), effectiveFrom: day('2025-07-01'), leftOn: day('2026-02-28') }),
  ];

  test('several dated rows are consecutive memberships without gap or overlap', () => {
    const { people, memberships } = read(moved);
    expect(people).toHaveLength(1);
    expect(memberships.map((one) => [one.id, one.from, one.to])).toEqual([
      ['m:p:7@u:T1@', '2024-03-01', '2025-06-30'],
      ['m:p:7@u:T2@2025-07-01', '2025-07-01', '2026-02-28'],
    ]);
  });

  test('a later file that only tells of the move closes the membership that stood', () => {
    const before = after(empty, [row('Ann', { unitPath: ['T1'] })]);
    const { memberships } = read([row('Ann', { unitPath: ['T2'], effectiveFrom: day('2025-07-01') })], before);
    expect(memberships.map((one) => [one.unitId, one.from, one.to])).toEqual([['u:T1', null, '2025-06-30'], ['u:T2', '2025-07-01', null]]);
  });

  test('a plain list read after a move leaves the past as it was, and a correction replaces the latest unit', () => {
    const before = after(empty, moved);
    expect(after(before, [row('Ann', { externalId: '7', unitPath: ['T2'], joinedOn: day('2024-03-01'), leftOn: day('2026-02-28') })]).memberships).toEqual(before.memberships);
    const corrected = read([row('Ann', { externalId: '7', unitPath: ['T3'] })], before, new Map([['p:7', 'correction']]));
    expect(corrected.memberships.map((one) => one.unitId)).toEqual(['u:T1', 'u:T3']);
    expect(corrected.replaced).toEqual(['m:p:7@u:T2@2025-07-01']);
  });

  test('two rows of one person from the same day contradict each other', () => {
    expect(issuesOf([row('Ann', { unitPath: ['T1'] }), row('Ann', { unitPath: ['T2'] })])).toEqual([{ code: 'row.duplicate', row: 1, detail: '0' }]);
  });
});

describe('a department that differs without a date', () => {
  const before = after(empty, [row('Ann', { unitPath: ['T1'] }), row('Bo', { unitPath: ['T1'] })]);
  const later = [row('Ann', { unitPath: ['East', 'T2'] }), row('Bo', { unitPath: ['T1'] })];
  const stays = (moves: Moves, current = before) => read(later, current, moves).memberships.filter((one) => one.personId === 'p:Ann').map((one) => [one.unitId, one.from, one.to]);

  test('is listed and changes nothing until it is decided, not even the units', () => {
    const undecided = read(later, before);
    expect(undecided.departments).toEqual([{ personId: 'p:Ann', name: 'Ann', from: 'T1', to: 'East/T2' }]);
    expect(after(before, later)).toEqual(before);
    expect(undecided.units.map((unit) => unit.id)).toEqual(['u:', 'u:T1']);
  });

  test('as a correction replaces the unit, as a move adds one from its day on', () => {
    expect(stays(new Map([['p:Ann', 'correction']]))).toEqual([['u:East/T2', null, null]]);
    expect(stays(new Map([['p:Ann', day('2026-09-01')]]))).toEqual([['u:T1', null, '2026-08-31'], ['u:East/T2', '2026-09-01', null]]);
  });

  test('once decided is asked about no more: the same file again changes nothing', () => {
    for (const decision of ['correction', day('2026-09-01')] as const) {
      const decided = after(before, later, new Map([['p:Ann', decision]]));
      expect(read(later, decided).departments).toEqual([]);
      expect(after(decided, later)).toEqual(decided);
    }
  });

  test('a move before the unit that stands began is a correction of it', () => {
    const joinedLate = after(empty, [row('Ann', { unitPath: ['T1'], joinedOn: day('2026-03-02') })]);
    expect(read([row('Ann', { unitPath: ['T2'], joinedOn: day('2026-03-02') })], joinedLate, new Map([['p:Ann', day('2026-01-01')]])).memberships.map((one) => [one.unitId, one.from])).toEqual([['u:T2', '2026-03-02']]);
  });

  test('a file that says nothing of departments moves nobody', () => {
    expect(read([row('Ann', { title: 'Lead' })], before)).toMatchObject({ departments: [], memberships: [{ unitId: 'u:T1' }] });
  });

  test('a move keeps past facts where they were earned, a correction takes all of them along', () => {
    const someDay = fc.integer({ min: -400, max: 400 }).map((offset) => addDays(day('2026-01-01'), offset));
    fc.assert(fc.property(someDay, fc.uniqueArray(someDay, { minLength: 1, maxLength: 8 }), fc.boolean(), (movedOn, facts, corrects) => {
      const org = after(before, later, new Map([['p:Ann', corrects ? 'correction' as const : movedOn]]));
      const { leaves, spans } = buildAttribution(org.people, org.memberships, ['p:Ann']);
      for (const fact of facts) {
        const at = toEpochDay(fact);
        const leaf = leaves[spans[0]!.find(({ fromDay, toDay }) => fromDay <= at && at <= toDay)!.leaf];
        expect(org.memberships.find((one) => one.id === leaf)!.unitId).toBe(corrects || fact >= movedOn ? 'u:East/T2' : 'u:T1');
      }
    }));
  });
});

test('a person known by name takes the external id that a later file brings', () => {
  const before = after(empty, [row('Ann', { unitPath: ['T1'] })]);
  const { people } = read([row('Ann', { externalId: '7', unitPath: ['T1'] })], before);
  expect(people.map((person) => [person.id, person.externalId])).toEqual([['p:Ann', '7']]);
});
