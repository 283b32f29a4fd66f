import { type GapKind, gapOf } from './gap';
import { ALL_MONTHS, type TargetBook, type TargetMonth, monthsOf, rowOf } from './target-book';
import { assignedOf, readTargetSheet, sumOf } from './target-sheet';

export type TargetIssue =
  /** Assigned and Σ children differ; `at` names the cell. A declared buffer is listed too, it is not a fault. */
  | { readonly code: `targets.${GapKind}`; readonly nodeId: string; readonly at: TargetMonth; readonly gapFen: number }
  /** A leaf holds a number in a month in which its person is not there. */
  | { readonly code: 'targets.outsideMembership'; readonly nodeId: string; readonly at: number }
  /** Numbers of a node that is not in the tree: they count nowhere. */
  | { readonly code: 'targets.orphan'; readonly nodeId: string };

/** Everything to look at before a plan is committed, in tree order; [] = all foots. */
export function checkTargetRows(book: TargetBook): TargetIssue[] {
  const sheet = readTargetSheet(book.tree, book.rows);
  const issues = book.tree.nodes.flatMap((node, index): TargetIssue[] => {
    const row = rowOf(book, index);
    if (node.isLeaf) {
      const outside = ALL_MONTHS.filter((month) => row.months[month] !== null && node.activeDays[month] === 0);
      return outside.map((month) => ({ code: 'targets.outsideMembership', nodeId: node.id, at: month }));
    }
    return (['year', ...ALL_MONTHS] as const).flatMap((at): TargetIssue[] => {
      const assigned = at === 'year' ? assignedOf(row, sheet, index, ALL_MONTHS) : (row.months[at] ?? null);
      const gap = gapOf(assigned, sumOf(sheet, index, monthsOf(at)), row.buffer);
      return gap ? [{ code: `targets.${gap.kind}`, nodeId: node.id, at, gapFen: gap.gapFen }] : [];
    });
  });
  const orphans = [...book.rows.values()].filter((row) => !book.tree.indexOf.has(row.nodeId) && row.months.some((value) => value !== null));
  return [...issues, ...orphans.map((row): TargetIssue => ({ code: 'targets.orphan', nodeId: row.nodeId }))];
}
