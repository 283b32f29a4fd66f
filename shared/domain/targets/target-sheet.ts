import { type Fen, fen } from '../../kernel/fen';
import type { TargetRow } from '../../records/target-row';
import { rollUp } from './roll-up';
import type { TargetTree } from './target-tree';

export const MONTHS = 12;

/** Rows of a plan by node. */
export type TargetRows = ReadonlyMap<string, TargetRow>;

/** Every node's own number per month: leaves as stored, units as the sum of their leaves. */
export interface TargetSheet {
  /** Cell (node n, month m) at n × 12 + m, in 分. */
  readonly sums: Float64Array;
  /** How many leaf cells below hold a number: 0 = no target at all, which is not a target of 0. */
  readonly filled: Float64Array;
}

export function readTargetSheet(tree: TargetTree, rows: TargetRows): TargetSheet {
  const parent = Int32Array.from(tree.nodes, (node) => node.parent);
  const sums = new Float64Array(tree.nodes.length * MONTHS);
  const filled = new Float64Array(tree.nodes.length * MONTHS);
  tree.nodes.forEach((node, index) => {
    if (!node.isLeaf) return;
    rows.get(node.id)?.months.forEach((value, month) => {
      if (value === null) return;
      sums[index * MONTHS + month] = value;
      filled[index * MONTHS + month] = 1;
    });
  });
  rollUp(parent, MONTHS, sums);
  rollUp(parent, MONTHS, filled);
  return { sums, filled };
}

/** Σ of a node over some months (indexes 0 … 11); null where no cell below holds a number. */
export function sumOf(sheet: TargetSheet, node: number, months: readonly number[]): Fen | null {
  let total = 0;
  let filled = 0;
  for (const month of months) {
    total += sheet.sums[node * MONTHS + month]!;
    filled += sheet.filled[node * MONTHS + month]!;
  }
  return filled === 0 ? null : fen(total);
}

/**
 * The number handed down to a unit for some months; null = none. The whole year is its annual number where there is one;
 * otherwise its assigned months, completed by Σ children in months where nothing is assigned.
 */
export function assignedOf(row: TargetRow | undefined, sheet: TargetSheet, node: number, months: readonly number[]): Fen | null {
  if (!row || row.kind === 'leaf') return null;
  if (months.length === MONTHS && row.yearFen !== null) return row.yearFen;
  if (months.every((month) => row.months[month] === null)) return null;
  return fen(months.reduce((total, month) => total + (row.months[month] ?? sheet.sums[node * MONTHS + month]!), 0));
}

/** 1 at (node, month) that is locked: by its own lock, or by that of a unit above it in the same month. */
export function lockedCells(tree: TargetTree, rows: TargetRows): Uint8Array {
  const locked = new Uint8Array(tree.nodes.length * MONTHS);
  tree.nodes.forEach((node, index) => {
    const own = rows.get(node.id)?.locks;
    for (let month = 0; month < MONTHS; month++) {
      const above = node.parent >= 0 && locked[node.parent * MONTHS + month] === 1;
      if (above || own?.[month] === true) locked[index * MONTHS + month] = 1;
    }
  });
  return locked;
}
