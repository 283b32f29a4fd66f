import { firstDayOf, lastDayOf } from '@shared/kernel/day';
import { type YearMonth, fiscalYearMonths } from '@shared/kernel/month';
import { sameJson } from '@shared/kernel/same-json';
import type { Plan } from '@shared/records/plan';
import type { PlanCommit } from '@shared/records/plan-commit';
import type { TargetRow } from '@shared/records/target-row';
import { type OrgNode, buildOrgTree } from '@shared/domain/org/org-tree';
import type { TargetBook, TargetMonth } from '@shared/domain/targets/target-book';
import { type TargetSheet, lockedCells, readTargetSheet } from '@shared/domain/targets/target-sheet';
import { buildTargetTree } from '@shared/domain/targets/target-tree';
import type { WorkbenchDatabase } from './database';
import type { Workspace } from './workspace';

/** Everything a grid of targets shows of a plan. `nodes[i]` is `book.tree.nodes[i]`; cells lie at i × 12 + month. */
export interface PlanView {
  readonly plan: Plan;
  readonly months: readonly YearMonth[];
  /** Depth-first; memberships of the fiscal year, and those that hold targets. */
  readonly nodes: readonly OrgNode[];
  readonly book: TargetBook;
  readonly sheet: TargetSheet;
  /** 1 = locked, by its own lock or a unit's above. */
  readonly locked: Uint8Array;
  /** The version in force; null before the first commit. */
  readonly committed: PlanCommit | null;
  /** Cells of the working rows that differ from it (all filled ones before the first commit). */
  readonly changedCells: readonly { readonly nodeId: string; readonly month: TargetMonth }[];
}

/** The plan as it stands; null for an unknown one or a workspace without settings. */
export async function readPlanView({ db }: Workspace, planId: string): Promise<PlanView | null> {
  const plan = await db.plans.get(planId);
  return plan === undefined ? null : planViewOf(db, plan);
}

/** The same of a plan in hand, which may not be stored yet; null in a workspace without settings. */
export async function planViewOf(db: WorkbenchDatabase, plan: Plan): Promise<PlanView | null> {
  const planId = plan.id;
  const [settings, units, people, memberships, list] = await Promise.all([
    db.settings.get('settings'),
    db.orgUnits.toArray(),
    db.people.toArray(),
    db.memberships.toArray(),
    db.targetRows.where('planId').equals(planId).toArray(),
  ]);
  if (!settings) return null;
  const months = fiscalYearMonths(plan.fiscalYear, plan.fiscalYearStartMonth);
  const range = { from: firstDayOf(months[0]!), to: lastDayOf(months[11]!) };
  const rows = new Map(list.map((row) => [row.nodeId, row]));
  const nodes = buildOrgTree(settings.organisation, units, people, memberships, range, new Set(list.filter(holdsNumbers).map((row) => row.nodeId)));
  const tree = buildTargetTree(nodes, months);
  const committed = plan.committedVersion === 0 ? null : ((await db.planCommits.get(`${planId}/v${plan.committedVersion}`)) ?? null);
  return {
    plan,
    months,
    nodes,
    book: { planId, tree, rows },
    sheet: readTargetSheet(tree, rows),
    locked: lockedCells(tree, rows),
    committed,
    changedCells: changedCells(list, committed?.rows ?? []),
  };
}

/** Whether the working rows say anything else than the version in force; numbers, locks and buffers count. */
export function hasChangesSinceCommit({ book, committed }: PlanView): boolean {
  const before = new Map((committed?.rows ?? []).map((row) => [row.id, row]));
  const now = [...book.rows.values()];
  if (committed === null) return now.length > 0;
  return now.length !== before.size || now.some((row) => !sameJson(row, before.get(row.id)));
}

const holdsNumbers = (row: TargetRow): boolean => row.yearFen !== null || row.months.some((value) => value !== null);

function changedCells(rows: readonly TargetRow[], committed: readonly TargetRow[]): PlanView['changedCells'] {
  const [now, before] = [new Map(rows.map((row) => [row.nodeId, row])), new Map(committed.map((row) => [row.nodeId, row]))];
  return [...new Set([...now.keys(), ...before.keys()])].flatMap((nodeId) => {
    const [a, b] = [now.get(nodeId), before.get(nodeId)];
    const months = Array.from({ length: 12 }, (_, month) => month).filter((month) => (a?.months[month] ?? null) !== (b?.months[month] ?? null));
    const cells: { nodeId: string; month: TargetMonth }[] = months.map((month) => ({ nodeId, month }));
    return (a?.yearFen ?? null) === (b?.yearFen ?? null) ? cells : [...cells, { nodeId, month: 'year' as const }];
  });
}
