import { commitPlan, createPlan, allocateTargets, declareBuffer, type PlanAnswer, setTargetCell, setTargetLock } from '@renderer/data/targets';
import { type PlanView, readPlanView } from '@renderer/data/plan-view';
import type { Workspace } from '@renderer/data/workspace';
import { type Fen, fen } from '@shared/kernel/fen';
import { splitByLargestRemainder } from '@shared/kernel/rounding';
import { CAST } from '../../../resources/sample/cast';
import { FESTIVAL_MONTH, FIRST_PLANS, type PlanStory, SECOND_VERSION, THIRD_VERSION, WORKING_CHANGES } from '../../../resources/sample/plan-story';
import { atInstant } from './at-instant';
import { restoreCommitted } from './restore-committed';
import type { StepReport } from './step-report';

/** Actuals to allocate by: what the ledger's `planActuals` answers. */
export type ReadActuals = (planId: string) => Promise<{ leaves: string[]; lastYear: Float64Array }>;

const PLAN_2026 = 'plan-2026';

/**
 * Makes the three plans as their story tells: first versions of 2024, 2025 and 2026, then 2026's second and third and a
 * few working changes. A version that stands is skipped and every other begins from the one before, so an interrupted run
 * can be repeated. Reports after each version.
 */
export async function installPlans(ws: Workspace, readActuals: ReadActuals, report: StepReport): Promise<void> {
  const versions = [...FIRST_PLANS.map((story) => () => firstVersion(ws, story, readActuals)), () => secondVersion(ws), () => thirdVersion(ws), () => workingChanges(ws)];
  for (const [done, install] of versions.entries()) {
    report(done, versions.length, '');
    await install();
  }
  report(versions.length, versions.length, '');
}

async function firstVersion(ws: Workspace, story: PlanStory, readActuals: ReadActuals): Promise<void> {
  const planId = `plan-${story.fiscalYear}`;
  const then = atInstant(ws, story.at);
  if (!(await ws.db.plans.get(planId))) must(await createPlan(then, { fiscalYear: story.fiscalYear, measure: 'netSales' }));
  if ((await versionOf(ws, planId)) > 0) return;
  await restoreCommitted(then, planId);
  if (story.annualWan === null) await typeBySize(then, planId, story.monthsWan);
  else {
    const { leaves, lastYear } = await readActuals(planId);
    const nodeId = rootOf(await viewOf(ws, planId));
    must(await allocateTargets(then, { planId, nodeId, annualFen: fenOfWan(story.annualWan), shares: 'lastYear', timeShape: story.timeShape, actuals: { leaves, lastYear } }));
    await typeMonths(then, planId, story);
  }
  must(await commitPlan(then, planId, story.reason));
}

/** The region's months; where only January is told, the festival's month takes up the difference. */
async function typeMonths(ws: Workspace, planId: string, { timeShape, monthsWan }: PlanStory): Promise<void> {
  const view = await viewOf(ws, planId);
  const typed = Object.entries(monthsWan).map(([month, wan]) => [Number(month), fenOfWan(wan)] as const);
  const moved = typed.reduce((total, [month, value]) => total + view.sheet.sums[month]! - value, 0);
  const months = timeShape === 'lastYear' ? [...typed, [FESTIVAL_MONTH, fen(view.sheet.sums[FESTIVAL_MONTH]! + moved)] as const] : typed;
  for (const [month, value] of months) must(await setTargetCell(ws, { planId, nodeId: rootOf(view), month }, value));
}

async function typeBySize(ws: Workspace, planId: string, monthsWan: PlanStory['monthsWan']): Promise<void> {
  const view = await viewOf(ws, planId);
  const sizes = new Map(CAST.map(({ name, yearWan }) => [name, yearWan]));
  for (const [key, wan] of Object.entries(monthsWan)) {
    const month = Number(key);
    const present = view.nodes.filter((node, at) => node.kind === 'person' && (view.book.tree.nodes[at]!.activeDays[month] ?? 0) > 0);
    const parts = splitByLargestRemainder(fenOfWan(wan), present.map(({ name }) => sizes.get(name) ?? 0));
    for (const [at, { id }] of present.entries()) must(await setTargetCell(ws, { planId, nodeId: id, month }, parts[at]!));
  }
}

async function secondVersion(ws: Workspace): Promise<void> {
  if ((await versionOf(ws, PLAN_2026)) > 1) return;
  const { at, closedMonths, person, monthsWan, reason } = SECOND_VERSION;
  const then = atInstant(ws, at);
  await restoreCommitted(then, PLAN_2026);
  const view = await viewOf(ws, PLAN_2026);
  for (const month of closedMonths) must(await setTargetLock(then, { planId: PLAN_2026, nodeId: rootOf(view), month }, true));
  for (const [key, wan] of Object.entries(monthsWan)) {
    const cell = { planId: PLAN_2026, nodeId: leafOf(view, person, Number(key)), month: Number(key) };
    must(await setTargetCell(then, cell, fenOfWan(wan)));
    must(await setTargetLock(then, cell, true));
  }
  const annual = FIRST_PLANS.find(({ fiscalYear }) => fiscalYear === 2026)!.annualWan!;
  must(await setTargetCell(then, { planId: PLAN_2026, nodeId: rootOf(view), month: 'year' }, fenOfWan(annual)));
  must(await commitPlan(then, PLAN_2026, reason));
}

async function thirdVersion(ws: Workspace): Promise<void> {
  if ((await versionOf(ws, PLAN_2026)) > 2) return;
  const { at, annualWan, closedMonths, runningMonth, lastMonths, assigned, moved, buffer, lockedCell, reason } = THIRD_VERSION;
  const then = atInstant(ws, at);
  await restoreCommitted(then, PLAN_2026);
  const region = rootOf(await viewOf(ws, PLAN_2026));
  const cell = (nodeId: string, month: number | 'year') => ({ planId: PLAN_2026, nodeId, month });
  for (const month of [...closedMonths, runningMonth]) must(await setTargetLock(then, cell(region, month), true));
  must(await setTargetCell(then, cell(region, 'year'), fenOfWan(annualWan)));
  must(await setTargetLock(then, cell(region, runningMonth), false));
  const view = await viewOf(ws, PLAN_2026);
  const units = view.nodes.filter(({ kind, name, id }) => kind !== 'person' && (id === region || (assigned as readonly string[]).includes(name)));
  for (const unit of units) {
    const index = view.book.tree.indexOf.get(unit.id)!;
    for (const month of lastMonths) must(await setTargetCell(then, cell(unit.id, month), fen(view.sheet.sums[index * 12 + month]!)));
  }
  await moveCells(then, moved, lastMonths);
  must(await declareBuffer(then, { planId: PLAN_2026, nodeId: unitNamed(view, buffer) }, true));
  must(await setTargetLock(then, cell(leafOf(view, lockedCell.person, lockedCell.month), lockedCell.month), true));
  must(await commitPlan(then, PLAN_2026, reason));
}

async function workingChanges(ws: Workspace): Promise<void> {
  const then = atInstant(ws, WORKING_CHANGES.at);
  await restoreCommitted(then, PLAN_2026);
  await moveCells(then, WORKING_CHANGES.moved, THIRD_VERSION.lastMonths);
}

/** Types what a person's cells hold and so much more. */
async function moveCells(ws: Workspace, moved: readonly { readonly person: string; readonly wan: readonly number[] }[], months: readonly number[]): Promise<void> {
  const view = await viewOf(ws, PLAN_2026);
  for (const { person, wan } of moved) {
    for (const [at, month] of months.entries()) {
      const nodeId = leafOf(view, person, month);
      const holds = view.book.rows.get(nodeId)?.months[month] ?? 0;
      must(await setTargetCell(ws, { planId: PLAN_2026, nodeId, month }, fen(holds + fenOfWan(wan[at]!))));
    }
  }
}

const fenOfWan = (wan: number): Fen => fen(Math.round(wan * 1_000_000));
const rootOf = (view: PlanView): string => view.nodes[0]!.id;

async function versionOf(ws: Workspace, planId: string): Promise<number> {
  return (await ws.db.plans.get(planId))?.committedVersion ?? 0;
}

async function viewOf(ws: Workspace, planId: string): Promise<PlanView> {
  const view = await readPlanView(ws, planId);
  if (!view) throw new Error(`The sample has no ${planId}`);
  return view;
}

/** The membership in which a person of the cast works in a month of the plan. */
function leafOf({ nodes, book }: PlanView, name: string, month: number): string {
  const leaf = nodes.find((node, at) => node.kind === 'person' && node.name === name && (book.tree.nodes[at]!.activeDays[month] ?? 0) > 0);
  if (!leaf) throw new Error(`Nobody of the cast is ${name} in month ${month}`);
  return leaf.id;
}

function unitNamed({ nodes }: PlanView, name: string): string {
  const unit = nodes.find((node) => node.kind !== 'person' && node.name === name);
  if (!unit) throw new Error(`The sample has no team ${name}`);
  return unit.id;
}

/** The story's numbers are ours: a refusal is a bug. */
function must<T>(answer: PlanAnswer<T>): void {
  if (!answer.ok) throw new Error(`The sample's plan was refused: ${JSON.stringify(answer.error)}`);
}
