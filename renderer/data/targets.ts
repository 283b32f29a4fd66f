import type { Fen } from '@shared/kernel/fen';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ChangeLabel } from '@shared/records/change-set';
import type { Plan, PlanMeasure } from '@shared/records/plan';
import type { TargetRow } from '@shared/records/target-row';
import { type YearAllocation, allocateYear } from '@shared/domain/targets/allocate-year';
import { declareBuffer as declaredBuffer, lockTargets } from '@shared/domain/targets/lock-targets';
import { setTarget } from '@shared/domain/targets/set-target';
import type { TargetBook, TargetMonth, TargetRefusal } from '@shared/domain/targets/target-book';
import { commitChangeSet } from './change-sets';
import { hasChangesSinceCommit, readPlanView } from './plan-view';
import type { Workspace } from './workspace';

export type PlanRefusal = TargetRefusal | { readonly code: 'plan.unknown' | 'plan.exists' | 'plan.noSettings' | 'plan.unchanged' | 'plan.reasonMissing' };
export type PlanAnswer<T = null> = Result<T, PlanRefusal>;

/** Makes the fiscal year's plan, empty; refused if there is one. */
export async function createPlan(ws: Workspace, { fiscalYear, measure }: { fiscalYear: number; measure: PlanMeasure }): Promise<PlanAnswer<Plan>> {
  const settings = await ws.db.settings.get('settings');
  if (!settings) return err({ code: 'plan.noSettings' });
  const id = `plan-${fiscalYear}`;
  if (await ws.db.plans.get(id)) return err({ code: 'plan.exists' });
  const plan: Plan = { id, fiscalYear, fiscalYearStartMonth: settings.fiscalYearStartMonth, measure, committedVersion: 0, createdAt: new Date(ws.now()).toISOString() };
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'plan_create', params: { year: fiscalYear } } }, (writer) => writer.put('plans', plan));
  return ok(plan);
}

export interface TargetCell {
  readonly planId: string;
  readonly nodeId: string;
  /** 0 … 11 within the fiscal year, or the whole year. */
  readonly month: TargetMonth;
}

/** Types a number into a cell (null clears it), as `setTarget` does. */
export function setTargetCell(ws: Workspace, cell: TargetCell, value: Fen | null): Promise<PlanAnswer> {
  return editRows(ws, cell, 'target_set', (book) => setTarget(book, cell.nodeId, cell.month, value));
}

/** Hands an annual number down by last-year or equal shares, as `allocateYear` does. */
export function allocateTargets(ws: Workspace, { planId, ...allocation }: { readonly planId: string } & Omit<YearAllocation, 'actuals'> & { readonly actuals: Omit<YearAllocation['actuals'], 'personOf'> }): Promise<PlanAnswer> {
  return editRows(ws, { planId, nodeId: allocation.nodeId }, 'target_allocate', async (book) => {
    const memberships = await ws.db.memberships.toArray();
    const personOf = new Map(memberships.map((membership) => [membership.id, membership.personId]));
    return allocateYear(book, { ...allocation, actuals: { ...allocation.actuals, personOf } });
  });
}

export function setTargetLock(ws: Workspace, cell: TargetCell, locked: boolean): Promise<PlanAnswer> {
  return editRows(ws, cell, locked ? 'target_lock' : 'target_unlock', (book) => lockTargets(book, cell.nodeId, cell.month, locked));
}

/** Says that a unit's Σ children beyond its assigned number is meant, or takes that back. */
export function declareBuffer(ws: Workspace, cell: Omit<TargetCell, 'month'>, buffer: boolean): Promise<PlanAnswer> {
  return editRows(ws, cell, buffer ? 'target_buffer' : 'target_unbuffer', (book) => declaredBuffer(book, cell.nodeId, buffer));
}

/** Keeps the working rows as the plan's next version, for good, with who, when and why. Not undoable. */
export async function commitPlan(ws: Workspace, planId: string, reason: string): Promise<PlanAnswer<{ version: number }>> {
  if (reason.trim() === '') return err({ code: 'plan.reasonMissing' });
  const view = await readPlanView(ws, planId);
  if (!view) return err({ code: 'plan.unknown' });
  if (!hasChangesSinceCommit(view)) return err({ code: 'plan.unchanged' });
  const version = view.plan.committedVersion + 1;
  const label: ChangeLabel = { key: 'plan_commit', params: { year: view.plan.fiscalYear, version } };
  await commitChangeSet(ws, { kind: 'commit', label }, async (writer) => {
    const settings = await writer.get('settings', 'settings');
    const rows = (await writer.list('targetRows')).filter((row) => row.planId === planId);
    await writer.put('planCommits', { id: `${planId}/v${version}`, planId, version, author: settings?.actor ?? '', committedAt: new Date(ws.now()).toISOString(), reason: reason.trim(), rows });
    await writer.patch('plans', planId, { committedVersion: version });
  });
  return ok({ version });
}

type RowRule = (book: TargetBook) => Result<TargetRow[], TargetRefusal> | Promise<Result<TargetRow[], TargetRefusal>>;

/** Applies a rule of the domain to the working rows and stores what it answers, read and written in one transaction. */
async function editRows(ws: Workspace, { planId, nodeId }: Pick<TargetCell, 'planId' | 'nodeId'>, key: string, rule: RowRule): Promise<PlanAnswer> {
  let answer: PlanAnswer = ok(null);
  await commitChangeSet(ws, { kind: 'edit', label: { key, params: { name: await nodeName(ws, nodeId) } } }, async (writer) => {
    const view = await readPlanView(ws, planId);
    const rows: Result<TargetRow[], PlanRefusal> = view ? await rule(view.book) : err({ code: 'plan.unknown' });
    answer = rows.ok ? ok(null) : rows;
    if (!rows.ok) return;
    await writer.preload('targetRows', rows.value.map((row) => row.id));
    for (const row of rows.value) await writer.put('targetRows', row);
  });
  return answer;
}

/** As undo names it: the unit, or the person of a membership. */
async function nodeName({ db }: Workspace, nodeId: string): Promise<string> {
  const membership = await db.memberships.get(nodeId);
  const named = membership ? await db.people.get(membership.personId) : await db.orgUnits.get(nodeId);
  return named?.name ?? nodeId;
}
