import type { Period } from '../../kernel/period';
import type { OrgNode } from '../org/org-tree';

/**
 * The node a scope text names: null = the root, else an id, else a name (units before people). Of a person with several
 * leaves the one of the period, the latest if more. Null when nothing answers to it.
 */
export function findScope(tree: readonly OrgNode[], text: string | null, period: Pick<Period, 'from' | 'to'>): OrgNode | null {
  if (text === null) return tree[0] ?? null;
  const byId = tree.find(({ id }) => id === text);
  if (byId) return byId;
  const name = text.trim();
  const unit = tree.find((node) => node.kind !== 'person' && node.name === name);
  if (unit) return unit;
  const leaves = tree.filter((node) => node.kind === 'person' && node.name === name);
  const present = leaves.filter(({ from, to }) => (from ?? period.to) <= period.to && (to ?? period.from) >= period.from);
  return latestOf(present) ?? latestOf(leaves);
}

/** The leaf that began last; one without a beginning began first. */
export function latestOf(leaves: readonly OrgNode[]): OrgNode | null {
  return leaves.reduce<OrgNode | null>((latest, leaf) => (latest === null || (leaf.from ?? '') >= (latest.from ?? '') ? leaf : latest), null);
}
