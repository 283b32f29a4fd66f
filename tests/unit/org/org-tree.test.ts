import { describe, expect, test } from 'vitest';
import { day } from '@shared/kernel/day';
import type { Membership } from '@shared/records/membership';
import type { OrgUnit } from '@shared/records/org-unit';
import type { Person } from '@shared/records/person';
import { buildOrgTree, checkOrgUnits } from '@shared/domain/org/org-tree';

const unit = (id: string, parentId: string | null, position = 0): OrgUnit => ({ id, name: id, kind: parentId === null ? 'company' : 'team', parentId, position });
const person = (name: string): Person => ({ id: `p:${name}`, name, externalId: '', title: '', managerName: '', joinedOn: null, leftOn: null });
const member = (name: string, unitId: string, from: string | null = null, to: string | null = null): Membership => ({
  id: `m:${name}@${unitId}`, personId: `p:${name}`, unitId, from: from === null ? null : day(from), to: to === null ? null : day(to), position: 0,
});
const year = { from: day('2026-01-01'), to: day('2026-12-31') };

describe('buildOrgTree', () => {
  const units = [unit('B', 'root', 1), unit('root', null), unit('A', 'root', 0), unit('A1', 'A')];
  const people = ['Zoe', 'Ann', 'Bob'].map(person);
  const memberships = [member('Zoe', 'A1'), member('Ann', 'A1'), member('Bob', 'A', null, '2025-12-31'), member('Bob', 'B', '2026-01-01')];

  test('is depth-first by position, then name; parents know their leaves', () => {
    const tree = buildOrgTree('East', units, people, memberships, year);
    expect(tree.map((node) => `${'-'.repeat(node.depth)}${node.name}`)).toEqual(['East', '-A', '--A1', '---Ann', '---Zoe', '-B', '--Bob']);
    expect(tree[0]!.leaves).toEqual(['m:Ann@A1', 'm:Zoe@A1', 'm:Bob@B']);
    expect(tree.find((node) => node.id === 'A1')!.leaves).toEqual(['m:Ann@A1', 'm:Zoe@A1']);
  });

  test('a membership outside the days is left out, unless it carries numbers', () => {
    const tree = buildOrgTree('East', units, people, memberships, year, new Set(['m:Bob@A']));
    expect(tree.map((node) => node.id)).toContain('m:Bob@A');
  });

  test('without units there is the organisation alone', () => {
    expect(buildOrgTree('East', [], people, memberships, year)).toMatchObject([{ name: 'East', kind: 'company', leaves: [] }]);
  });
});

test('circles and missing parents are named by their path', () => {
  expect(checkOrgUnits([unit('A', 'B'), unit('B', 'A'), unit('C', 'gone')])).toEqual([
    { code: 'org.cycle', unitId: 'A', path: 'A → B → A' },
    { code: 'org.cycle', unitId: 'B', path: 'B → A → B' },
    { code: 'org.missingParent', unitId: 'C', path: 'C → gone' },
  ]);
});
