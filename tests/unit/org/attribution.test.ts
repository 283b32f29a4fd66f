import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, toEpochDay } from '@shared/kernel/day';
import type { Membership } from '@shared/records/membership';
import type { Person } from '@shared/records/person';
import { buildAttribution, matchOwners } from '@shared/domain/org/attribution';

const person = (id: string, name: string, externalId = ''): Person => ({ id, name, externalId, title: '', managerName: '', joinedOn: null, leftOn: null });
const owner = (ownerKey: string, ownerName: string) => ({ source: 'crm', ownerKey, ownerName });

describe('matchOwners', () => {
  const people = [person('p:1', 'Li', '1'), person('p:2', 'Li', '2'), person('p:3', 'Wang', '3')];

  test('the external id decides, then a name that only one person has', () => {
    expect(matchOwners([owner('2', 'Li'), owner('', 'Wang'), owner('', 'Li'), owner('', '')], people, [])).toEqual(['p:2', 'p:3', null, null]);
  });

  test('the user’s decision comes before both, also when it is nobody', () => {
    const decided = [
      { id: 'crm:2', ...owner('2', 'Li'), personId: null },
      { id: 'crm:x', ...owner('x', 'Li'), personId: 'p:1' },
      { id: 'crm:3', ...owner('3', 'Wang'), personId: 'p:gone' },
    ];
    expect(matchOwners([owner('2', 'Li'), owner('x', 'Li'), owner('3', 'Wang')], people, decided)).toEqual([null, 'p:1', null]);
  });
});

describe('buildAttribution', () => {
  const stay = (unitId: string, from: string | null, to: string | null): Membership => ({
    id: `m:p:1@${unitId}@${from ?? ''}`, personId: 'p:1', unitId, from: from === null ? null : day(from), to: to === null ? null : day(to), position: 0,
  });
  const leafOn = (memberships: Membership[], date: string) => {
    const { leaves, spans } = buildAttribution([person('p:1', 'Li')], memberships, ['p:1']);
    const at = toEpochDay(day(date));
    return leaves[spans[0]!.find((span) => span.fromDay <= at && at <= span.toDay)!.leaf];
  };

  test('a move in July leaves June where it was earned', () => {
    const stays = [stay('T2', '2025-07-01', null), stay('T1', null, '2025-06-30')];
    expect([leafOn(stays, '2025-06-30'), leafOn(stays, '2025-07-01')]).toEqual(['m:p:1@T1@', 'm:p:1@T2@2025-07-01']);
  });

  test('a leaver’s late returns and an early order stay with the person', () => {
    const stays = [stay('T1', '2024-01-01', '2025-06-30')];
    expect([leafOn(stays, '2023-12-31'), leafOn(stays, '2026-01-01')]).toEqual(['m:p:1@T1@2024-01-01', 'm:p:1@T1@2024-01-01']);
  });

  test('nobody, and a person in no unit, is unassigned on all days', () => {
    expect(buildAttribution([person('p:1', 'Li')], [], [null, 'p:1'])).toEqual({
      leaves: ['unassigned'],
      spans: [[{ fromDay: -Infinity, toDay: Infinity, leaf: 0 }], [{ fromDay: -Infinity, toDay: Infinity, leaf: 0 }]],
    });
  });

  test('every day belongs to exactly one leaf', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 10_000, max: 20_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(starts, fc.integer({ min: 9_000, max: 21_000 }), (days, at) => {
        const stays = days.map((n, index) => ({ ...stay(`T${index}`, null, null), from: day(new Date(n * 86_400_000).toISOString().slice(0, 10)) }));
        const { spans } = buildAttribution([person('p:1', 'Li')], stays, ['p:1']);
        expect(spans[0]!.filter((span) => span.fromDay <= at && at <= span.toDay)).toHaveLength(1);
      }),
    );
  });
});
