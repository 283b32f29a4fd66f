import { type Result, err, ok } from '../../kernel/result';
import type { TargetRow } from '../../records/target-row';
import { type TargetBook, type TargetMonth, type TargetRefusal, changedRows, monthsOf, rowOf } from './target-book';

/** Locks or frees a node's month or whole year. A unit's lock holds all leaves below it in that month. */
export function lockTargets(book: TargetBook, nodeId: string, at: TargetMonth, locked: boolean): Result<TargetRow[], TargetRefusal> {
  const index = book.tree.indexOf.get(nodeId);
  if (index === undefined) return err({ code: 'targets.unknownNode' });
  const row = rowOf(book, index);
  const months = monthsOf(at);
  return ok(changedRows(book, [{ ...row, locks: row.locks.map((old, month) => (months.includes(month) ? locked : old)) }]));
}

/** Says that Σ children beyond the assigned number is meant (超额保险), or takes that back. */
export function declareBuffer(book: TargetBook, nodeId: string, buffer: boolean): Result<TargetRow[], TargetRefusal> {
  const index = book.tree.indexOf.get(nodeId);
  if (index === undefined || book.tree.nodes[index]!.isLeaf) return err({ code: 'targets.unknownNode' });
  return ok(changedRows(book, [{ ...rowOf(book, index), buffer }]));
}
