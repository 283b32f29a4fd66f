import { type Fen, fen } from '../../kernel/fen';
import { type Result, ok } from '../../kernel/result';
import type { TargetRow } from '../../records/target-row';
import { type AllocationCell, type AllocationRefusal, allocate } from './allocate';
import { type TargetBook, type TargetMonth, changedRows, monthsOf, rowOf, withMonth, withRows } from './target-book';
import { assignedOf, lockedCells, MONTHS, readTargetSheet, sumOf } from './target-sheet';
import { unitsBelow } from './target-tree';

/** The share of a leaf's month, ≥ 0; if nobody has one, cells count by the part of the month their person is there. */
export type CellShare = (leaf: number, month: number) => number;

/**
 * Gives the leaves below a node a new total over a month or the year, by shares, as `allocate` does: locked cells keep
 * theirs, cells outside a membership's days hold nothing. For a unit, the total is its assigned number, and
 * - a declared buffer at the unit stays on top of it (超额保险 survives re-allocation);
 * - assigned numbers further down, and the unit's own on the other axis, move with their leaves, so that gaps stay as they were.
 * A unit without a single cell below only gets its number: all of it is 未分解. Answers the rows that change.
 */
export function respread(book: TargetBook, index: number, at: TargetMonth, total: Fen, share: CellShare): Result<TargetRow[], AllocationRefusal> {
  const node = book.tree.nodes[index]!;
  const months = monthsOf(at);
  const spread = spreadOverLeaves(book, node.leaves, months, fen(total + bufferOf(book, index, at)), share);
  if (!spread.ok) return spread;
  if (node.isLeaf) return ok(changedRows(book, spread.value));
  const moved = moveAssigned(book, withRows(book, spread.value), index, at);
  const own = moved.get(index) ?? rowOf(book, index);
  moved.set(index, at === 'year' ? { ...own, yearFen: total } : { ...own, months: withMonth(own.months, at, total) });
  return ok(changedRows(book, [...spread.value, ...moved.values()]));
}

function spreadOverLeaves(book: TargetBook, leaves: readonly number[], months: readonly number[], total: Fen, share: CellShare): Result<TargetRow[], AllocationRefusal> {
  const { tree } = book;
  const locked = lockedCells(tree, book.rows);
  const places: { leaf: number; month: number }[] = [];
  const cells: AllocationCell[] = [];
  for (const leaf of leaves) {
    const { activeDays } = tree.nodes[leaf]!;
    const row = rowOf(book, leaf);
    for (const month of months) {
      const isLocked = locked[leaf * MONTHS + month] === 1;
      if (!isLocked && activeDays[month] === 0) continue;
      places.push({ leaf, month });
      cells.push({ share: share(leaf, month), fallback: activeDays[month]! / (tree.workingDays[month] || 1), lockedFen: isLocked ? (row.months[month] ?? fen(0)) : null });
    }
  }
  const parts = cells.length === 0 ? ok<Fen[]>([]) : allocate(total, cells);
  if (!parts.ok) return parts;
  const filled = new Map(leaves.map((leaf) => [leaf, rowOf(book, leaf).months.map((old, month) => (months.includes(month) && locked[leaf * MONTHS + month] === 0 ? null : old))]));
  places.forEach(({ leaf, month }, place) => {
    if (cells[place]!.lockedFen === null) filled.get(leaf)![month] = parts.value[place]!;
  });
  return ok([...filled].map(([leaf, values]) => ({ ...rowOf(book, leaf), months: values })));
}

/** What a declared buffer holds at a cell of a unit: Σ children beyond the assigned number, else 0. */
function bufferOf(book: TargetBook, index: number, at: TargetMonth): number {
  const row = rowOf(book, index);
  if (!row.buffer) return 0;
  const sheet = readTargetSheet(book.tree, book.rows);
  const assigned = assignedOf(row, sheet, index, monthsOf(at));
  return assigned === null ? 0 : Math.max(0, (sumOf(sheet, index, monthsOf(at)) ?? 0) - assigned);
}

/** Assigned numbers of the units below (and of this unit on the other axis) plus what their leaves gained. */
function moveAssigned(before: TargetBook, after: TargetBook, index: number, at: TargetMonth): Map<number, TargetRow> {
  const [old, now] = [readTargetSheet(before.tree, before.rows), readTargetSheet(after.tree, after.rows)];
  const gain = (unit: number, month: number) => now.sums[unit * MONTHS + month]! - old.sums[unit * MONTHS + month]!;
  const moved = new Map<number, TargetRow>();
  for (const unit of unitsBelow(before.tree, index)) {
    const row = rowOf(before, unit);
    const months = row.months.map((value, month) => (value === null ? null : fen(value + gain(unit, month))));
    const yearGain = monthsOf('year').reduce((total, month) => total + gain(unit, month), 0);
    const isOwn = unit === index;
    const yearFen = row.yearFen === null || (isOwn && at !== 'year') ? row.yearFen : fen(row.yearFen + yearGain);
    moved.set(unit, { ...row, months: isOwn && at !== 'year' ? row.months : months, yearFen });
  }
  return moved;
}
