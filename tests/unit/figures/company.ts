import { type FiguresInput, buildFigures } from '@shared/domain/figures/build-figures';
import { actualsOf, defaultMeasure } from '@shared/domain/figures/actuals';
import { planTargets } from '@shared/domain/figures/plan-targets';
import { indexOrders } from '@shared/domain/figures/sales-figures';
import { buildOrgTree } from '@shared/domain/org/org-tree';
import { day } from '@shared/kernel/day';
import { fen } from '@shared/kernel/fen';
import { parsePeriod } from '@shared/kernel/period';
import type { Membership } from '@shared/records/membership';
import type { OrgUnit } from '@shared/records/org-unit';
import type { Person } from '@shared/records/person';
import type { Plan, PlanMeasure } from '@shared/records/plan';
import type { TargetRow } from '@shared/records/target-row';
import type { WorkspaceSettings } from '@shared/records/workspace-settings';
import { type OpportunityFact, type OrderFact, factsFrom } from './build-facts';

export const settings: WorkspaceSettings = { id: 'settings', organisation: 'Hengchuan', actor: 'Fang', currency: 'CNY', fiscalYearStartMonth: 1, fixedToday: null, sample: false };

const unit = (id: string, parentId: string | null, position: number): OrgUnit => ({ id, name: id, kind: parentId === null ? 'company' : 'team', parentId, position });
const person = (id: string): Person => ({ id, name: id, externalId: '', title: '', managerName: '', joinedOn: null, leftOn: null });
const membership = (id: string, personId: string, unitId: string, from: string | null = null, to: string | null = null): Membership => ({
  id, personId, unitId, from: from === null ? null : day(from), to: to === null ? null : day(to), position: 0,
});

/** North: Ann, and Bo until June. South: Cai, and Bo from July on. */
export const units = [unit('u:', null, 0), unit('north', 'u:', 0), unit('south', 'u:', 1)];
export const people = [person('Ann'), person('Bo'), person('Cai')];
export const memberships = [
  membership('ann', 'Ann', 'north'),
  membership('bo-north', 'Bo', 'north', null, '2026-06-30'),
  membership('bo-south', 'Bo', 'south', '2026-07-01'),
  membership('cai', 'Cai', 'south'),
];
export const tree = buildOrgTree('Hengchuan', units, people, memberships, { from: day('2026-01-01'), to: day('2026-12-31') });

const plan = (measure: PlanMeasure): Plan => ({ id: 'plan-2026', fiscalYear: 2026, fiscalYearStartMonth: 1, measure, committedVersion: 1, createdAt: '2026-01-01T00:00:00.000Z' });

/** A row with the same number in each month, or none. */
export function targetRow(nodeId: string, kind: TargetRow['kind'], monthFen: number | null, more: Partial<TargetRow> = {}): TargetRow {
  return {
    id: `plan-2026/${nodeId}`, planId: 'plan-2026', nodeId, kind, yearFen: null, buffer: false,
    months: Array.from({ length: 12 }, () => (monthFen === null ? null : fen(monthFen))),
    locks: Array.from({ length: 12 }, () => false),
    ...more,
  };
}

interface Case {
  readonly orders?: readonly OrderFact[];
  readonly opportunities?: readonly OpportunityFact[];
  readonly targets?: readonly TargetRow[];
  readonly period?: string;
  readonly scope?: string;
  readonly today?: string;
}

export function figuresOfCase({ orders = [], opportunities = [], targets, period = '2026-09', scope = 'u:', today = '2026-10-22' }: Case) {
  const facts = factsFrom(orders, opportunities);
  const index = indexOrders(facts.orders);
  const parsed = parsePeriod(period, 1);
  if (!parsed.ok) throw new Error(period);
  const measure = defaultMeasure(facts);
  const input: FiguresInput = {
    settings, tree, facts, orders: index, today: day(today), period: parsed.value, scopeId: scope,
    plan: targets ? planTargets(plan(measure), targets, 0, tree) : null,
    actuals: actualsOf(measure, facts, index),
  };
  return buildFigures(input);
}
