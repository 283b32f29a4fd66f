import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '@shared/kernel/day';
import { fen } from '@shared/kernel/fen';
import { type PeopleRow, orgFromPeople } from '@shared/domain/org/org-from-people';
import type { TargetMonth } from '@shared/domain/targets/target-book';
import { commitChangeSet } from '@renderer/data/change-sets';
import { type PlanView, readPlanView } from '@renderer/data/plan-view';
import { changeSettings } from '@renderer/data/settings';
import { type PlanAnswer, allocateTargets, commitPlan, createPlan, declareBuffer, setTargetCell, setTargetLock } from '@renderer/data/targets';
import { redo, undo } from '@renderer/data/undo';
import { type TestWorkspace, everyRow, openReadyWorkspace } from './test-workspace';

const planId = 'plan-2026';
const person = (name: string, unitPath: string[], fields: Partial<PeopleRow> = {}): PeopleRow => ({
  name, externalId: '', title: '', unitPath, managerName: '', joinedOn: null, leftOn: null, effectiveFrom: null, ...fields,
});
/** A leaver, a new hire and somebody who moves in mid-July. */
const staff = [
  person('Ann', ['North', 'T1']),
  person('Bo', ['North', 'T1'], { leftOn: day('2026-05-31') }),
  person('Cy', ['North', 'T2'], { joinedOn: day('2026-03-16') }),
  person('Di', ['North', 'T2']),
  person('Di', ['South'], { effectiveFrom: day('2026-07-16') }),
  person('Ed', ['South']),
];

let ws: TestWorkspace;
async function openPlanned(): Promise<TestWorkspace> {
  const opened = await openReadyWorkspace();
  const org = orgFromPeople(staff, { organisation: 'East', units: [], people: [], memberships: [] }, new Map());
  if (!org.ok) throw new Error('staff');
  await commitChangeSet(opened, { kind: 'import', label: { key: 'setup', params: {} } }, async (w) => {
    for (const unit of org.value.units) await w.assert('orgUnits', unit);
    for (const one of org.value.people) await w.assert('people', one);
    for (const one of org.value.memberships) await w.assert('memberships', one);
  });
  return opened;
}
beforeEach(async () => {
  ws = await openPlanned();
});
afterEach(() => ws.close());

async function view(): Promise<PlanView> {
  const found = await readPlanView(ws, planId);
  if (!found) throw new Error('no plan');
  return found;
}
const at = (plan: PlanView, nodeId: string, month: number) => plan.sheet.sums[plan.book.tree.indexOf.get(nodeId)! * 12 + month]!;
const yearOf = (plan: PlanView, nodeId: string) => Array.from({ length: 12 }, (_, month) => at(plan, nodeId, month)).reduce((a, b) => a + b, 0);

describe('a plan', () => {
  test('is made once, filled from the top, committed with a reason as an immutable version', async () => {
    expect((await createPlan(ws, { fiscalYear: 2026, measure: 'netSales' })).ok).toBe(true);
    expect(await createPlan(ws, { fiscalYear: 2026, measure: 'netSales' })).toMatchObject({ ok: false, error: { code: 'plan.exists' } });
    await setTargetCell(ws, { planId, nodeId: 'u:', month: 'year' }, fen(1_000_000_01));
    expect(yearOf(await view(), 'u:')).toBe(1_000_000_01);
    expect(await commitPlan(ws, planId, ' ')).toMatchObject({ ok: false, error: { code: 'plan.reasonMissing' } });
    expect(await commitPlan(ws, planId, 'first version')).toEqual({ ok: true, value: { version: 1 } });
    expect(await commitPlan(ws, planId, 'again')).toMatchObject({ ok: false, error: { code: 'plan.unchanged' } });
    expect((await view()).committed).toMatchObject({ version: 1, author: 'Lin', reason: 'first version' });
    expect((await view()).changedCells).toEqual([]);
    await setTargetCell(ws, { planId, nodeId: 'm:p:Ed@u:South@', month: 3 }, fen(5));
    expect((await view()).changedCells).toEqual([{ nodeId: 'm:p:Ed@u:South@', month: 3 }]);
  });

  test('once committed fixes the first month of the fiscal year', async () => {
    await createPlan(ws, { fiscalYear: 2026, measure: 'netSales' });
    expect((await changeSettings(ws, { fiscalYearStartMonth: 4 })).ok).toBe(true);
    expect((await view()).months[0]).toBe('2026-04');
    await setTargetCell(ws, { planId, nodeId: 'u:', month: 'year' }, fen(100));
    await commitPlan(ws, planId, 'first version');
    expect(await changeSettings(ws, { fiscalYearStartMonth: 1 })).toEqual({ ok: false, error: 'settings.fiscalYearFixed' });
  });

  test('two cells typed at once are both kept', async () => {
    await createPlan(ws, { fiscalYear: 2026, measure: 'netSales' });
    const ed = 'm:p:Ed@u:South@';
    await Promise.all([0, 1, 2].map((month) => setTargetCell(ws, { planId, nodeId: ed, month }, fen(month + 1))));
    expect([0, 1, 2].map((month) => month + 1)).toEqual((await view()).book.rows.get(ed)!.months.slice(0, 3));
  });
});

const nodeIds = ['u:', 'u:North', 'u:North/T1', 'u:North/T2', 'u:South', 'm:p:Ann@u:North/T1@', 'm:p:Bo@u:North/T1@', 'm:p:Cy@u:North/T2@', 'm:p:Di@u:North/T2@', 'm:p:Di@u:South@2026-07-16', 'm:p:Ed@u:South@'];
const nodeId = fc.constantFrom(...nodeIds);
const month: fc.Arbitrary<TargetMonth> = fc.oneof(fc.nat(11), fc.constant('year' as const));
const amount = fc.oneof(fc.integer({ min: 0, max: 1_000_000_007 }), fc.nat(20), fc.integer({ min: -5_000, max: 0 })).map((value) => fen(value));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), nodeId, month, value: fc.option(amount, { freq: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('allocate' as const), nodeId, value: amount, shares: fc.constantFrom('lastYear' as const, 'equal' as const), timeShape: fc.constantFrom('lastYear' as const, 'equal' as const, 'workingDays' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lock' as const), nodeId, month, locked: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('buffer' as const), nodeId, buffer: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const actuals = { leaves: ['unassigned', ...nodeIds.slice(5)], lastYear: Float64Array.from({ length: 7 * 12 }, (_, cell) => (cell * 7919) % 10_007) };

async function take(one: Step): Promise<PlanAnswer | null> {
  switch (one.do) {
    case 'set':
      return setTargetCell(ws, { planId, nodeId: one.nodeId, month: one.month }, one.value);
    case 'allocate':
      return allocateTargets(ws, { planId, nodeId: one.nodeId, annualFen: one.value, shares: one.shares, timeShape: one.timeShape, actuals });
    case 'lock':
      return setTargetLock(ws, { planId, nodeId: one.nodeId, month: one.month }, one.locked);
    case 'buffer':
      return declareBuffer(ws, { planId, nodeId: one.nodeId }, one.buffer);
    case 'undo':
      await undo(ws);
      return null;
    case 'redo':
      await redo(ws);
      return null;
  }
}

/** Each parent is the sum of its children and of its own leaves, on both axes, counted anew from the stored rows. */
function expectFooting(plan: PlanView) {
  const { nodes } = plan.book.tree;
  const stored = (index: number, m: number) => plan.book.rows.get(nodes[index]!.id)?.months[m] ?? 0;
  nodes.forEach((node, index) => {
    const children = nodes.flatMap((child, childIndex) => (child.parent === index ? [childIndex] : []));
    for (let m = 0; m < 12; m++) {
      const own = at(plan, node.id, m);
      expect(Number.isSafeInteger(own)).toBe(true);
      expect(own).toBe(node.isLeaf ? stored(index, m) : children.reduce((total, child) => total + plan.sheet.sums[child * 12 + m]!, 0));
      expect(own).toBe(node.leaves.reduce((total, leaf) => total + stored(leaf, m), 0));
      expect(node.isLeaf && node.activeDays[m] === 0 && (plan.book.rows.get(node.id)?.months[m] ?? null) !== null).toBe(false);
    }
    expect(yearOf(plan, node.id)).toBe(node.leaves.reduce((total, leaf) => total + nodes[leaf]!.activeDays.reduce((sum, _, m) => sum + stored(leaf, m), 0), 0));
  });
}

/** A cell locked before and after has not moved: neither the number below it nor the one handed down to it. */
function expectLocksHeld(before: PlanView, after: PlanView) {
  before.locked.forEach((locked, cell) => {
    if (locked === 0 || after.locked[cell] === 0) return;
    const node = before.book.tree.nodes[Math.floor(cell / 12)]!;
    expect(after.sheet.sums[cell]).toBe(before.sheet.sums[cell]);
    expect(after.book.rows.get(node.id)?.months[cell % 12] ?? null).toBe(before.book.rows.get(node.id)?.months[cell % 12] ?? null);
  });
}

/** A number typed at or allocated to a unit stands there, and its leaves sum to it, plus the buffer that was declared. */
function expectAssigned(before: PlanView, after: PlanView, one: Step) {
  if ((one.do !== 'set' && one.do !== 'allocate') || one.value === null || one.nodeId.startsWith('m:')) return;
  const where = one.do === 'set' ? one.month : 'year';
  const sum = (plan: PlanView) => (where === 'year' ? yearOf(plan, one.nodeId) : at(plan, one.nodeId, where));
  const row = after.book.rows.get(one.nodeId)!;
  expect(where === 'year' ? row.yearFen : row.months[where]).toBe(one.value);
  expect(sum(after)).toBe(one.value + declaredBuffer(before, one.nodeId, where, sum(before)));
}

/** How far Σ children was beyond what was assigned, where that was declared. */
function declaredBuffer(plan: PlanView, unit: string, where: TargetMonth, sum: number): number {
  const row = plan.book.rows.get(unit);
  if (!row?.buffer) return 0;
  const filled = row.months.map((value, m) => value ?? at(plan, unit, m)).reduce((a, b) => a + b, 0);
  const ofYear = row.yearFen ?? (row.months.some((value) => value !== null) ? filled : null);
  const assigned = where === 'year' ? ofYear : row.months[where]!;
  return assigned === null ? 0 : Math.max(0, sum - assigned);
}

test('after any mix of allocate, lock, type-over, buffer, undo and redo: parents foot to 1 fen on both axes, locked cells never moved, refusals changed nothing, and undoing all gives the bytes of the start', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), async (steps) => {
      await ws.close();
      ws = await openPlanned();
      const start = await everyRow(ws);
      await createPlan(ws, { fiscalYear: 2026, measure: 'netSales' });
      for (const one of steps) {
        const before = await readPlanView(ws, planId);
        const rowsBefore = await everyRow(ws);
        const answer = await take(one);
        const after = await readPlanView(ws, planId);
        const isRefused = answer !== null && !answer.ok;
        expect(isRefused ? await everyRow(ws) : rowsBefore).toBe(rowsBefore);
        if (!before || !after) continue;
        expectFooting(after);
        expectLocksHeld(before, after);
        if (answer?.ok) expectAssigned(before, after, one);
      }
      const end = await everyRow(ws);
      let undone = 0;
      while ((await undo(ws)).ok) undone++;
      expect(await everyRow(ws)).toBe(start);
      for (; undone > 0; undone--) await redo(ws);
      expect(await everyRow(ws)).toBe(end);
    }),
    { numRuns: 40 },
  );
});
