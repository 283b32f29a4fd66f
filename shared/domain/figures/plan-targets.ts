import { type YearMonth, fiscalYearMonths } from '../../kernel/month';
import type { Plan } from '../../records/plan';
import type { TargetRow } from '../../records/target-row';
import type { OrgNode } from '../org/org-tree';
import { assignedOf, readTargetSheet, sumOf } from '../targets/target-sheet';
import { buildTargetTree } from '../targets/target-tree';
import type { PlannedTarget } from './target-figures';

/** A plan as figures read it. */
export interface PlanTargets {
  readonly plan: Plan;
  /** Rows that differ from the last committed version. */
  readonly workingChanges: number;
  /** What the plan asks of a node over months; nothing where it says nothing or the months are not of its fiscal year. */
  targetOf(nodeId: string, months: readonly YearMonth[]): PlannedTarget;
}

export const NO_TARGET: PlannedTarget = { assignedFen: null, childrenFen: null, buffer: false };

/** Reads a plan's working rows over the whole tree (see target-sheet.ts for assigned and derived numbers). */
export function planTargets(plan: Plan, rows: readonly TargetRow[], workingChanges: number, tree: readonly OrgNode[]): PlanTargets {
  const yearMonths = fiscalYearMonths(plan.fiscalYear, plan.fiscalYearStartMonth);
  const place = new Map(yearMonths.map((month, i) => [month, i]));
  const byNode = new Map(rows.filter(({ planId }) => planId === plan.id).map((row) => [row.nodeId, row]));
  const targetTree = buildTargetTree(tree, yearMonths);
  const sheet = readTargetSheet(targetTree, byNode);
  return {
    plan,
    workingChanges,
    targetOf(nodeId, months) {
      const node = targetTree.indexOf.get(nodeId);
      const places = months.flatMap((month) => place.get(month) ?? []);
      if (node === undefined || places.length < months.length) return NO_TARGET;
      const row = byNode.get(nodeId);
      const assignedFen = assignedOf(row, sheet, node, places);
      return { assignedFen, childrenFen: sumOf(sheet, node, places), buffer: assignedFen !== null && row?.buffer === true };
    },
  };
}

/** Rows of a plan that a version does not hold as they are now (added, changed or gone); all of them before the first commit. */
export function countWorkingChanges(rows: readonly TargetRow[], committed: readonly TargetRow[]): number {
  const textOf = (row: TargetRow) => JSON.stringify([row.nodeId, row.kind, row.months, row.locks, row.yearFen, row.buffer]);
  const before = new Map(committed.map((row) => [row.nodeId, textOf(row)]));
  const changed = rows.filter((row) => before.get(row.nodeId) !== textOf(row)).length;
  const now = new Set(rows.map(({ nodeId }) => nodeId));
  return changed + committed.filter(({ nodeId }) => !now.has(nodeId)).length;
}
