import { type FoundNames, findNames } from '@shared/domain/search/find-names';
import { matchMarks, type MatchMarks } from '@shared/domain/search/match-marks';
import { matchName, searchQuery, type SearchQuery } from '@shared/domain/search/match-name';
import type { SearchName } from '@shared/domain/search/search-name';
import type { PaletteEntry, PaletteGroup, PaletteList } from './palette-list';

/** Rows of all groups together, and of one group alone. */
const TOGETHER = 12;
const ALONE = 100;
/** A group among others shows as many, however much there is of the others. */
const AT_LEAST = 3;

export interface PaletteRow {
  readonly group: PaletteGroup;
  readonly entry: PaletteEntry;
  readonly marks: MatchMarks;
  /** Another word it was found by, to be shown with its marks; null = by its own name. */
  readonly alias: { readonly name: SearchName; readonly marks: MatchMarks } | null;
}

export interface PaletteAnswer {
  readonly groups: readonly { readonly group: PaletteGroup; readonly total: number; readonly rows: readonly PaletteRow[] }[];
  readonly total: number;
  /** Something was found by how it sounds. */
  readonly bySound: boolean;
}

const NO_MARKS: MatchMarks = { text: [], sound: [] };

/** Looks through the lists; what a query's beginning found is all that a longer one looks at. */
export class PaletteSearch {
  private readonly before = new WeakMap<readonly SearchName[], { readonly codes: readonly number[]; readonly all: readonly number[] }>();

  /**
   * Groups with the best hit first; without a query in their own order. `only` = all of one group, else the best of each: in all
   * no more than a screen shows.
   */
  find(lists: readonly PaletteList[], text: string, only: PaletteGroup | null): PaletteAnswer {
    const query = searchQuery(text);
    const found = lists.map((list) => ({ list, ...this.look(list, query) })).filter(({ whiches }) => whiches.length > 0);
    if (query.codes.length > 0) found.sort((a, b) => a.rank - b.rank);
    const shown = only === null ? shareRows(found.map(({ whiches }) => whiches.length)) : found.map(({ list }) => (list.group === only ? ALONE : 0));
    const groups = found.map(({ list, whiches, names }, at) => ({
      group: list.group,
      total: whiches.length,
      rows: whiches.slice(0, shown[at]).map((which, place) => rowOf(list, which, names[place]!, query)),
    }));
    return {
      groups,
      total: groups.reduce((sum, { total }) => sum + total, 0),
      bySound: groups.some(({ rows }) => rows.some(({ marks, alias }) => marks.sound.length > 0 || (alias?.marks.sound.length ?? 0) > 0)),
    };
  }

  /** Entries found, the best first, and the name that found each. */
  private look(list: PaletteList, query: SearchQuery): { whiches: readonly number[]; names: readonly number[]; rank: number } {
    const { best, rank } = this.findIn(list.names, query);
    const { entryOf } = list;
    if (entryOf === null) return { whiches: best, names: best, rank: rank ?? 0 };
    const seen = new Set<number>();
    const names = best.filter((name) => !seen.has(entryOf[name]!) && seen.add(entryOf[name]!));
    return { whiches: names.map((name) => entryOf[name]!), names, rank: rank ?? 0 };
  }

  private findIn(names: readonly SearchName[], query: SearchQuery): FoundNames {
    const last = this.before.get(names);
    const goesOn = last !== undefined && last.codes.length <= query.codes.length && last.codes.every((code, at) => query.codes[at] === code);
    const found = findNames(names, query, goesOn ? last.all : null);
    this.before.set(names, { codes: query.codes, all: found.all });
    return found;
  }
}

function rowOf(list: PaletteList, which: number, name: number, query: SearchQuery): PaletteRow {
  const entry = list.entry(which);
  const own = marksOf(entry.name, query);
  const hit = list.names[name]!;
  const alias = own === null && hit !== entry.name ? { name: hit, marks: marksOf(hit, query) ?? NO_MARKS } : null;
  return { group: list.group, entry, marks: own ?? NO_MARKS, alias };
}

function marksOf(name: SearchName, query: SearchQuery): MatchMarks | null {
  const match = matchName(query, name);
  return match && matchMarks(name, match);
}

/** How many rows each group gets: a few each, what is left to those that come first. */
function shareRows(totals: readonly number[]): number[] {
  const shares = totals.map((total) => Math.min(total, AT_LEAST));
  let left = TOGETHER - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, at) => {
    const more = Math.max(0, Math.min(left, totals[at]! - share));
    left -= more;
    return share + more;
  });
}
