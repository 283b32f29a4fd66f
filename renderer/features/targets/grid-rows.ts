import { UNASSIGNED } from '@shared/contracts/drill';
import { type Fen, fen } from '@shared/kernel/fen';
import { ratioOf } from '@shared/kernel/rate';
import type { OrgNode } from '@shared/domain/org/org-tree';
import { type GapKind, gapOf } from '@shared/domain/targets/gap';
import type { TargetMonth } from '@shared/domain/targets/target-book';
import { assignedOf, sumOf } from '@shared/domain/targets/target-sheet';
import type { PlanView } from '@renderer/data/plan-view';

/** Columns of the grid: the whole year, then the twelve months. */
export const GRID_COLUMNS: readonly TargetMonth[] = ['year', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const ALL: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const monthsAt = (column: TargetMonth) => (column === 'year' ? ALL : [column]);

export type GridView = 'target' | 'actual' | 'attainment';

export interface GridCell {
  readonly column: TargetMonth;
  /** 分, or a fraction in the attainment view; null shows –. */
  readonly value: number | null;
  /** What typing starts from; null where the cell takes no input. */
  readonly editFen: Fen | null;
  readonly editable: boolean;
  readonly locked: boolean;
  readonly inactive: boolean;
  readonly gap: GapKind | null;
}

export interface GridRow {
  readonly key: string;
  readonly node: OrgNode;
  /** target: what is handed down or stored; sum: Σ children of an assigned unit; gap: what stands between. */
  readonly kind: 'target' | 'sum' | 'gap';
  readonly gap: GapKind | null;
  readonly cells: readonly GridCell[];
}

/** Actuals in 分 by leaf and month (leaf × 12 + month), and which months hold any facts at all. */
export interface GridActuals {
  readonly leaves: readonly string[];
  readonly thisYear: Float64Array;
  /** Months (0 … 11) for which nothing is imported: not known, not zero. */
  readonly missing: ReadonlySet<number>;
}

/** Rows of the grid for a scope: units with an assigned number take three rows, others one. */
export function gridRows(plan: PlanView, scopeId: string, view: GridView, actuals: GridActuals | null): GridRow[] {
  const shown = subtree(plan.nodes, scopeId);
  const sums = actuals && view !== 'target' ? actualsByNode(plan, actuals) : null;
  return shown.flatMap((node) => {
    const index = plan.book.tree.indexOf.get(node.id);
    if (index === undefined) return [];
    if (view === 'target') return targetRows(plan, node, index);
    return [{ key: node.id, node, kind: 'target' as const, gap: null, cells: GRID_COLUMNS.map((column) => resultCell(plan, node, index, column, view, sums?.get(node.id) ?? null, actuals?.missing ?? NONE_MISSING)) }];
  });
}

function subtree(nodes: readonly OrgNode[], scopeId: string): OrgNode[] {
  const known = nodes.some((node) => node.id === scopeId);
  const inside = new Set<string>();
  return nodes.filter((node) => {
    const isScope = known ? node.id === scopeId : node.depth === 0;
    const below = node.parentId !== null && inside.has(node.parentId);
    if (isScope || below) inside.add(node.id);
    return isScope || below;
  });
}

function targetRows(plan: PlanView, node: OrgNode, index: number): GridRow[] {
  const row = plan.book.rows.get(node.id);
  const cells = GRID_COLUMNS.map((column) => targetCell(plan, node, index, column));
  const assigned = row !== undefined && row.kind === 'unit' && (row.yearFen !== null || row.months.some((value) => value !== null));
  const first: GridRow = { key: node.id, node, kind: 'target', gap: null, cells };
  if (!assigned) return [first];
  const gaps = GRID_COLUMNS.map((column) => gapOf(assignedOf(row, plan.sheet, index, monthsAt(column)), sumOf(plan.sheet, index, monthsAt(column)), row.buffer));
  const worst = gaps.find((gap) => gap?.kind === 'mismatch') ?? gaps.find((gap) => gap !== null) ?? null;
  const plain = (column: TargetMonth, value: number | null, gap: GapKind | null): GridCell => ({ column, value, editFen: null, editable: false, locked: false, inactive: false, gap });
  const sum: GridRow = { key: `${node.id}:sum`, node, kind: 'sum', gap: null, cells: GRID_COLUMNS.map((column) => plain(column, sumOf(plan.sheet, index, monthsAt(column)), null)) };
  if (worst === null) return [first, sum];
  const gap: GridRow = { key: `${node.id}:gap`, node, kind: 'gap', gap: worst.kind, cells: GRID_COLUMNS.map((column, at) => plain(column, gaps[at]?.gapFen ?? null, gaps[at]?.kind ?? null)) };
  return [first, sum, gap];
}

function targetCell(plan: PlanView, node: OrgNode, index: number, column: TargetMonth): GridCell {
  const months = monthsAt(column);
  const value = assignedOf(plan.book.rows.get(node.id), plan.sheet, index, months) ?? sumOf(plan.sheet, index, months);
  const target = plan.book.tree.nodes[index];
  const inactive = target?.isLeaf === true && months.every((month) => target.activeDays[month] === 0);
  const locked = months.every((month) => plan.locked[index * ALL.length + month] === 1);
  return { column, value, editFen: value, editable: !inactive && !locked, locked, inactive, gap: null };
}

const NONE_MISSING: ReadonlySet<number> = new Set();

function resultCell(plan: PlanView, node: OrgNode, index: number, column: TargetMonth, view: GridView, actual: readonly number[] | null, missing: ReadonlySet<number>): GridCell {
  const base = { column, editFen: null, editable: false, locked: false, inactive: false, gap: null };
  const known = monthsAt(column).filter((month) => !missing.has(month));
  if (!actual || known.length === 0) return { ...base, value: null };
  const planned = targetCell(plan, node, index, column);
  const actualFen = fen(known.reduce((total, month) => total + (actual[month] ?? 0), 0));
  // Somebody who is not there has sold nothing that could be missing.
  if (planned.inactive && actualFen === 0) return { ...base, value: null };
  if (view === 'actual') return { ...base, value: actualFen };
  return { ...base, value: planned.value === null ? null : ratioOf(actualFen, planned.value) };
}

/** The leaves whose facts a node counts: its own, and at the top also what is 未分配, as in every other figure. */
export const actualLeavesOf = (node: Pick<OrgNode, 'parentId' | 'leaves'>): readonly string[] => (node.parentId === null ? [...node.leaves, UNASSIGNED] : node.leaves);

/** Twelve monthly actuals per node: a unit's are the sums of its leaves'. */
function actualsByNode(plan: PlanView, actuals: GridActuals): Map<string, number[]> {
  const rowOfLeaf = new Map(actuals.leaves.map((leaf, row) => [leaf, row]));
  return new Map(
    plan.nodes.map((node) => [
      node.id,
      ALL.map((month) => actualLeavesOf(node).reduce((total, leaf) => {
        const row = rowOfLeaf.get(leaf);
        return row === undefined ? total : total + (actuals.thisYear[row * ALL.length + month] ?? 0);
      }, 0)),
    ]),
  );
}
