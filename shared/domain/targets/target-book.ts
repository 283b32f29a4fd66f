import type { Fen } from '../../kernel/fen';
import { sameJson } from '../../kernel/same-json';
import type { TargetRow } from '../../records/target-row';
import type { AllocationRefusal } from './allocate';
import { MONTHS, type TargetRows } from './target-sheet';
import type { TargetTree } from './target-tree';

/** A plan's working rows on its tree. */
export interface TargetBook {
  readonly planId: string;
  readonly tree: TargetTree;
  readonly rows: TargetRows;
}

/** A month of the fiscal year (0 … 11) or the whole year. */
export type TargetMonth = number | 'year';

export type TargetRefusal =
  | AllocationRefusal
  /** locked: the cell, or a unit above it in that month, is locked. inactive: the person is not in the unit in that month. */
  | { readonly code: 'targets.locked' | 'targets.inactive' | 'targets.unknownNode' };

export const ALL_MONTHS: readonly number[] = Array.from({ length: MONTHS }, (_, month) => month);
export const monthsOf = (month: TargetMonth): readonly number[] => (month === 'year' ? ALL_MONTHS : [month]);

/** The row of a node, or a blank one where none is stored yet. */
export function rowOf(book: TargetBook, index: number): TargetRow {
  const node = book.tree.nodes[index]!;
  return (
    book.rows.get(node.id) ?? {
      id: `${book.planId}/${node.id}`,
      planId: book.planId,
      nodeId: node.id,
      kind: node.isLeaf ? 'leaf' : 'unit',
      months: ALL_MONTHS.map(() => null),
      locks: ALL_MONTHS.map(() => false),
      yearFen: null,
      buffer: false,
    }
  );
}

export const withMonth = (months: readonly (Fen | null)[], month: number, value: Fen | null): (Fen | null)[] => months.map((old, index) => (index === month ? value : old));

/** The rows that differ from the stored ones. */
export function changedRows(book: TargetBook, rows: Iterable<TargetRow>): TargetRow[] {
  return [...rows].filter((row) => !sameJson(row, rowOf(book, book.tree.indexOf.get(row.nodeId)!)));
}

/** The book with some rows replaced. */
export const withRows = (book: TargetBook, rows: readonly TargetRow[]): TargetBook => ({ ...book, rows: new Map([...book.rows, ...rows.map((row) => [row.nodeId, row] as const)]) });
