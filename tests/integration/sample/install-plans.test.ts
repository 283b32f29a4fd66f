import { afterEach, beforeEach, expect, test } from 'vitest';
import { installPlans, type ReadActuals } from '@renderer/app/sample/install-plans';
import { type PlanView, readPlanView } from '@renderer/data/plan-view';
import { gapOf } from '@shared/domain/targets/gap';
import { assignedOf, sumOf } from '@shared/domain/targets/target-sheet';
import { lastYearActuals } from '../../builders/sample-actuals';
import { putOrganisation } from '../../builders/sample-organisation';
import { everyRow, openReadyWorkspace, type TestWorkspace } from '../data/test-workspace';

let ws: TestWorkspace;
let readActuals: ReadActuals;
beforeEach(async () => {
  ws = await openReadyWorkspace();
  const { people, memberships } = await putOrganisation(ws);
  const actuals = lastYearActuals(people, memberships);
  readActuals = (planId) => Promise.resolve(actuals(planId));
});
afterEach(() => ws.close());

const ignore = () => undefined;
const wan = (value: number | null) => (value ?? 0) / 1_000_000;
const YEAR = Array.from({ length: 12 }, (_, month) => month);

function unit(view: PlanView, name: string, months = YEAR) {
  const index = view.nodes.findIndex((node) => node.kind !== 'person' && node.name === name);
  const row = view.book.rows.get(view.nodes[index]!.id);
  const assigned = assignedOf(row, view.sheet, index, months);
  const children = sumOf(view.sheet, index, months);
  return { assigned, children, gap: gapOf(assigned, children, row?.buffer ?? false) };
}

async function planOf(year: number): Promise<PlanView> {
  const view = await readPlanView(ws, `plan-${year}`);
  if (!view) throw new Error(`No plan of ${year}`);
  return view;
}

test('three years are planned; 2026 stands in its third version and has working changes', async () => {
  await installPlans(ws, readActuals, ignore);
  expect((await ws.db.planCommits.toArray()).map(({ id, author, committedAt }) => [id, author, committedAt.slice(0, 10)])).toEqual([
    ['plan-2024/v1', 'Lin', '2024-10-28'], ['plan-2025/v1', 'Lin', '2025-01-06'], ['plan-2026/v1', 'Lin', '2026-01-05'], ['plan-2026/v2', 'Lin', '2026-07-08'], ['plan-2026/v3', 'Lin', '2026-09-28'],
  ]);
  expect((await planOf(2025)).changedCells).toEqual([]);
  expect((await planOf(2026)).changedCells).toHaveLength(12);
});

test('the earlier plans are handed down to the last 分', async () => {
  await installPlans(ws, readActuals, ignore);
  expect(wan(unit(await planOf(2024), 'East').children)).toBe(5_450);
  expect(unit(await planOf(2025), 'East')).toMatchObject({ assigned: 28_000_000_000, children: 28_000_000_000, gap: null });
});

test('the region is assigned 30,646 万元, 苏南 keeps a part to hand down, 浙江 declares its buffer', async () => {
  await installPlans(ws, readActuals, ignore);
  const view = await planOf(2026);
  expect(wan(unit(view, 'East').assigned)).toBe(30_646);
  expect(unit(view, 'East').gap?.kind).toBe('unallocated');
  expect(wan(unit(view, '苏南', [10]).gap?.gapFen ?? null)).toBe(24 - 5.4 + 2 + 2);
  expect(unit(view, '浙江', [10]).gap?.kind).toBe('buffer');
  const committed = await ws.db.planCommits.get('plan-2026/v3');
  expect(committed?.rows.find(({ nodeId }) => nodeId === 'u:浙江')?.buffer).toBe(true);
});

test('only who is there in a month carries a target in it', async () => {
  await installPlans(ws, readActuals, ignore);
  const { nodes, book } = await planOf(2026);
  const months = (id: string) => book.rows.get(id)?.months.map((value) => value !== null && value > 0) ?? [];
  const leaf = (name: string, parentId: string) => nodes.find((node) => node.name === name && node.parentId === parentId)!.id;
  expect(months(leaf('顾明辉', 'u:苏南'))).toEqual(YEAR.map((month) => month <= 2));
  expect(months(leaf('周子涵', 'u:苏南'))).toEqual(YEAR.map((month) => month >= 6));
  expect(months(leaf('宋晨', 'u:上海'))).toEqual(YEAR.map((month) => month <= 3));
  expect(months(leaf('宋晨', 'u:浙江'))).toEqual(YEAR.map((month) => month >= 3));
});

test('a filling that was interrupted anywhere comes out as one that was not', async () => {
  await installPlans(ws, readActuals, ignore);
  const whole = await everyRow(ws);
  const other = await openReadyWorkspace();
  try {
    await putOrganisation(other);
    // Each attempt gets one change-set further than a third of the way, then the next begins anew.
    for (const stopAfter of [20, 45, 60, 75]) {
      let left = stopAfter;
      const stopping = { ...other, random: (bytes: number) => { if (left-- === 0) throw new Error('The power went'); return other.random(bytes); } };
      await expect(installPlans(stopping, readActuals, ignore)).rejects.toThrow('The power went');
    }
    await installPlans(other, readActuals, ignore);
    expect(await everyRow(other)).toBe(whole);
  } finally {
    await other.close();
  }
});
