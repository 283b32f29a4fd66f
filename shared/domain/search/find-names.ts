import { NameMatcher, type SearchQuery, matchRanks } from './match-name';
import type { SearchName } from './search-name';

/** What a list answered to a query: places in the list. */
export interface FoundNames {
  /** Best rank first; within a rank in the order of the list, which is that of names. */
  readonly best: readonly number[];
  /** Rank of the best; null when nothing was found. */
  readonly rank: number | null;
  /** In the order of the list: a longer query need look at these only. */
  readonly all: readonly number[];
}

/** `among`: what the query's beginning found; null = look at all. */
export function findNames(names: readonly SearchName[], query: SearchQuery, among: readonly number[] | null): FoundNames {
  const byRank: number[][] = matchRanks.map(() => []);
  const all: number[] = [];
  const matcher = new NameMatcher(query);
  const look = (at: number) => {
    const name = names[at];
    const own = name === undefined ? null : matcher.rank(name);
    if (own === null) return;
    all.push(at);
    byRank[own]!.push(at);
  };
  if (among === null) for (let at = 0; at < names.length; at++) look(at);
  else for (const at of among) look(at);
  const rank = byRank.findIndex((places) => places.length > 0);
  return { best: byRank.flat(), rank: rank === -1 ? null : rank, all };
}
