import { describe, expect, test } from 'vitest';
import { day } from '@shared/kernel/day';
import type { Membership } from '@shared/records/membership';
import { scopeOptions } from '@renderer/app/scope-options';

const unit = (id: string, parentId: string | null, position: number) => ({ id, name: id, kind: parentId === null ? ('company' as const) : ('team' as const), parentId, position });
const person = (id: string) => ({ id, name: `name of ${id}`, externalId: '', title: '', managerName: '', joinedOn: null, leftOn: null });
const member = (personId: string, unitId: string, position: number, from: string | null = null, to: string | null = null): Membership => ({
  id: `${personId}@${unitId}`,
  personId,
  unitId,
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
  position,
});

const org = {
  units: [unit('north', 'root', 1), unit('south', 'root', 0), unit('root', null, 0)],
  people: [person('a'), person('b'), person('c')],
  memberships: [member('b', 'south', 1), member('a', 'south', 0, null, '2026-06-30'), member('a', 'north', 2, '2026-07-01'), member('c', 'north', 0, null, '2026-03-31')],
};
const shown = (from: string, to: string) => scopeOptions(org, from, to).map(({ id, depth, people }) => `${'·'.repeat(depth)}${id} ${people}`);

describe('the scope picker lists the organisation', () => {
  test('depth first, in file order, with everybody who stood there in the month', () => {
    expect(shown('2026-10-01', '2026-10-31')).toEqual(['root 2', '·south 1', '··b@south 1', '·north 1', '··a@north 1']);
  });

  test('somebody who moved within the period stands in both teams but counts once above', () => {
    expect(shown('2026-04-01', '2026-09-30')).toEqual(['root 2', '·south 2', '··a@south 1', '··b@south 1', '·north 1', '··a@north 1']);
  });

  test('a leaver is listed until the last day', () => {
    expect(shown('2026-03-31', '2026-03-31')).toContain('··c@north 1');
    expect(shown('2026-04-01', '2026-04-30')).not.toContain('··c@north 1');
  });

  test('people show their names', () => {
    expect(scopeOptions(org, '2026-10-01', '2026-10-31').find(({ id }) => id === 'b@south')?.name).toBe('name of b');
  });

  test('an empty workspace has no scopes', () => {
    expect(scopeOptions({ units: [], people: [], memberships: [] }, '2026-10-01', '2026-10-31')).toEqual([]);
  });
});
