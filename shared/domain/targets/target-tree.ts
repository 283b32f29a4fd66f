import { type Day, firstDayOf, lastDayOf } from '../../kernel/day';
import type { YearMonth } from '../../kernel/month';
import { workingDaysOfMonth } from '../calendar/working-days';
import type { OrgNode } from '../org/org-tree';

/** The tree that a plan's numbers hang on: parents before children. */
export interface TargetTree {
  readonly months: readonly YearMonth[];
  readonly nodes: readonly TargetNode[];
  /** Nodes by id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Working days per month: the base of `activeDays` and the working-day time shape. */
  readonly workingDays: readonly number[];
}

export interface TargetNode {
  readonly id: string;
  /** Index of the parent, −1 for the root. */
  readonly parent: number;
  readonly isLeaf: boolean;
  readonly personId: string | null;
  /** Indexes of the leaves below in tree order, or the leaf itself. */
  readonly leaves: readonly number[];
  /** Of a leaf: its working days in each of the twelve months; 0 = not there, never given a target. Of a unit: empty. */
  readonly activeDays: readonly number[];
}

/** From the nodes of `buildOrgTree` (depth-first) and the twelve months of the plan's fiscal year. */
export function buildTargetTree(nodes: readonly OrgNode[], months: readonly YearMonth[]): TargetTree {
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const workingDays = months.map((month) => workingDaysOfMonth(month, null, null));
  return {
    months,
    indexOf,
    workingDays,
    nodes: nodes.map((node, index) => ({
      id: node.id,
      parent: index === 0 ? -1 : indexOf.get(node.parentId ?? '')!,
      isLeaf: node.kind === 'person',
      personId: node.personId,
      leaves: node.leaves.map((leaf) => indexOf.get(leaf)!),
      activeDays: node.kind === 'person' ? months.map((month, m) => (coversMonth(node, month) ? workingDays[m]! : workingDaysOfMonth(month, node.from, node.to))) : [],
    })),
  };
}

const coversMonth = (node: { from: Day | null; to: Day | null }, month: YearMonth): boolean =>
  (node.from === null || node.from <= firstDayOf(month)) && (node.to === null || node.to >= lastDayOf(month));

/** The nodes above, nearest first. */
export function ancestorsOf(tree: TargetTree, index: number): number[] {
  const above: number[] = [];
  for (let at = tree.nodes[index]!.parent; at >= 0; at = tree.nodes[at]!.parent) above.push(at);
  return above;
}

/** The units in a node's subtree, itself included if it is one. */
export function unitsBelow(tree: TargetTree, index: number): number[] {
  return tree.nodes.flatMap((node, at) => (!node.isLeaf && (at === index || ancestorsOf(tree, at).includes(index)) ? [at] : []));
}
