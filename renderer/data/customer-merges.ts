import { wouldCircle } from '@shared/domain/customers/merged-names';
import { type Result, err, ok } from '@shared/kernel/result';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/** Names that from now on count as one customer. */
export interface CustomerMergeChoice {
  /** As sources write them; the one that stays may be among them. */
  readonly names: readonly string[];
  readonly into: string;
}

/**
 * Has names count as one customer from now on; facts keep the name they came with. Several at once are one step to undo.
 * `merge.circle`: a name to stay counts, in the end, as one of those to be merged; then nothing is written.
 */
export async function mergeCustomers(ws: Workspace, choices: readonly CustomerMergeChoice[]): Promise<Result<null, 'merge.circle'>> {
  let circle = false;
  const count = choices.reduce((sum, { names, into }) => sum + names.filter((name) => name !== into).length, 0);
  const label = choices.length === 1 ? { key: 'customer_merge', params: { name: choices[0]!.into } } : { key: 'customer_mergeMany', params: { count } };
  await commitChangeSet(ws, { kind: 'edit', label }, async (writer) => {
    const plan = choices.map(({ names, into }) => ({ names: names.filter((name) => name !== into), into }));
    const standing = new Map((await writer.list('customerMerges')).map((merge) => [merge.id, merge]));
    for (const { names, into } of plan) {
      circle ||= wouldCircle(names, into, [...standing.values()]);
      for (const id of names) standing.set(id, { id, into });
    }
    if (circle) return;
    for (const { names, into } of plan) for (const id of names) await writer.put('customerMerges', { id, into });
  });
  return circle ? err('merge.circle') : ok(null);
}

/** Says that these names are customers of their own: they are not offered for merging again. */
export async function keepApart(ws: Workspace, names: readonly string[]): Promise<void> {
  const label = { key: 'customer_keepApart', params: { count: names.length } };
  await commitChangeSet(ws, { kind: 'edit', label }, async (writer) => {
    await writer.preload('customerMerges', names);
    for (const id of names) await writer.put('customerMerges', { id, into: null });
  });
}

/** Takes a decision back: the name counts as itself again and may be offered for merging. */
export async function unmerge(ws: Workspace, name: string): Promise<void> {
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'customer_unmerge', params: { name } } }, (writer) => writer.remove('customerMerges', name));
}
