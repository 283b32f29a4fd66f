import type { CustomerMerge } from '../../records/customer-merge';

/** What each merged name counts as: as written → the name at the end of its chain. Names that count as themselves are not in it. */
export type MergedNames = ReadonlyMap<string, string>;

/** Chains resolved (a → b → c: a and b count as c). A circle, which no command writes, leaves its names as they are. */
export function mergedNames(merges: readonly CustomerMerge[]): MergedNames {
  const next = new Map(merges.flatMap(({ id, into }) => (into === null || into === id ? [] : [[id, into] as const])));
  const resolved = new Map<string, string>();
  for (const name of [...next.keys()].sort()) {
    const end = endOf(name, next);
    if (end !== null && end !== name) resolved.set(name, end);
  }
  return resolved;
}

/** Whether merging these names into one would lead back to one of them: `into` counts, in the end, as a name to be merged. */
export function wouldCircle(names: readonly string[], into: string, merges: readonly CustomerMerge[]): boolean {
  const merged = new Set(names);
  if (merged.has(into)) return true;
  const next = new Map(merges.flatMap(({ id, into: to }) => (to === null ? [] : [[id, to] as const])));
  const seen = new Set<string>();
  for (let at: string | undefined = into; at !== undefined && !seen.has(at); at = next.get(at)) {
    if (merged.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** Null for a chain that runs in a circle. */
function endOf(name: string, next: ReadonlyMap<string, string>): string | null {
  const seen = new Set<string>();
  let at = name;
  for (let to = next.get(at); to !== undefined; to = next.get(at)) {
    if (seen.has(at)) return null;
    seen.add(at);
    at = to;
  }
  return at;
}
