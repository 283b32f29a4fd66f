import type { Fen } from '../../kernel/fen';
import { type Result, err, ok } from '../../kernel/result';
import type { TargetRow } from '../../records/target-row';
import { respread } from './respread';
import { type TargetBook, type TargetMonth, type TargetRefusal, changedRows, monthsOf, rowOf, withMonth } from './target-book';
import { lockedCells, MONTHS } from './target-sheet';

/**
 * Typing a number into a cell of the grid; null clears it. Answers the rows that change (none if the number stands already).
 * - A leaf's month takes it, if the person is there and nothing locks it.
 * - A unit's month or year becomes its assigned number, and the free leaf cells below are re-spread in proportion to what
 *   they hold, equally if that is nothing. Cleared, the unit keeps what its leaves sum to.
 * - A leaf's year re-spreads its free months likewise; cleared, they are empty.
 * Refused with a code, and the amount where locked cells stand in the way.
 */
export function setTarget(book: TargetBook, nodeId: string, at: TargetMonth, value: Fen | null): Result<TargetRow[], TargetRefusal> {
  const index = book.tree.indexOf.get(nodeId);
  if (index === undefined) return err({ code: 'targets.unknownNode' });
  const node = book.tree.nodes[index]!;
  const locked = lockedCells(book.tree, book.rows);
  if (at !== 'year' && locked[index * MONTHS + at] === 1) return err({ code: 'targets.locked' });
  const row = rowOf(book, index);
  if (node.isLeaf && value !== null && monthsOf(at).every((month) => node.activeDays[month] === 0)) return err({ code: 'targets.inactive' });
  if (value === null || (node.isLeaf && at !== 'year')) return ok(changedRows(book, [written(row, at, value, locked, index)]));
  const holds = (leaf: number, month: number): number => rowOf(book, leaf).months[month] ?? 0;
  return respread(book, index, at, value, (leaf, month) => Math.max(0, value < 0 ? -holds(leaf, month) : holds(leaf, month)));
}

/** A number put straight into the row: a leaf's month, or any cell that is cleared. */
function written(row: TargetRow, at: TargetMonth, value: Fen | null, locked: Uint8Array, index: number): TargetRow {
  if (at !== 'year') return { ...row, months: withMonth(row.months, at, value) };
  if (row.kind === 'unit') return { ...row, yearFen: null };
  return { ...row, months: row.months.map((old, month) => (locked[index * MONTHS + month] === 1 ? old : null)) };
}
