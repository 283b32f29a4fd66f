import { fiscalYearMonths } from '@shared/kernel/month';
import { type Day, day } from '@shared/kernel/day';
import type { Fen } from '@shared/kernel/fen';
import type { Result } from '@shared/kernel/result';
import type { TargetRow } from '@shared/records/target-row';
import type { OrgNode } from '@shared/domain/org/org-tree';
import { type TargetBook, type TargetMonth, monthsOf, rowOf, withRows } from '@shared/domain/targets/target-book';
import { assignedOf, readTargetSheet, sumOf } from '@shared/domain/targets/target-sheet';
import { buildTargetTree } from '@shared/domain/targets/target-tree';

/** A team or a person in short: `['East', ['T1', 'Ann', 'Bo'], ['T2', 'Cy']]`. */
export type Sketch = string | [string, ...Sketch[]];

/** The plan of 2026 on a sketched tree, without numbers. `days` limits when somebody is there. */
export function bookOf(sketch: Sketch, days: Record<string, [from: string | null, to: string | null]> = {}): TargetBook {
  const nodes: OrgNode[] = [];
  const add = (one: Sketch, parentId: string | null, depth: number): string[] => {
    if (typeof one === 'string') {
      const [from, to] = (days[one] ?? [null, null]).map((text): Day | null => (text === null ? null : day(text)));
      nodes.push({ id: one, parentId, depth, kind: 'person', name: one, personId: `p:${one}`, leaves: [one], from: from!, to: to! });
      return [one];
    }
    const [name, ...children] = one;
    const place = nodes.length;
    nodes.push({ id: name, parentId, depth, kind: 'team', name, personId: null, leaves: [], from: null, to: null });
    const leaves = children.flatMap((child) => add(child, name, depth + 1));
    nodes[place] = { ...nodes[place]!, leaves };
    return leaves;
  };
  add(sketch, null, 0);
  return { planId: 'plan-2026', tree: buildTargetTree(nodes, fiscalYearMonths(2026, 1)), rows: new Map() };
}

/** The book after a rule's answer; throws where it was refused. */
export function after(book: TargetBook, answer: Result<TargetRow[], unknown>): TargetBook {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return withRows(book, answer.value);
}

export const sumAt = (book: TargetBook, nodeId: string, at: TargetMonth): Fen | null => sumOf(readTargetSheet(book.tree, book.rows), book.tree.indexOf.get(nodeId)!, monthsOf(at));

export function assignedAt(book: TargetBook, nodeId: string, at: TargetMonth): Fen | null {
  const index = book.tree.indexOf.get(nodeId)!;
  return assignedOf(rowOf(book, index), readTargetSheet(book.tree, book.rows), index, monthsOf(at));
}

export const monthsAt = (book: TargetBook, nodeId: string) => rowOf(book, book.tree.indexOf.get(nodeId)!).months;
