import type { Icon } from '@tabler/icons-react';
import type { PaceStatus } from '@shared/contracts/figures';
import type { SearchName } from '@shared/domain/search/search-name';
import type { Shortcut } from './shortcut';

export const paletteGroups = ['people', 'customers', 'targets', 'batches', 'commands'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** A page and what it is to show; period and scope stay unless they are named. */
export interface PageRoute {
  readonly to: string;
  readonly search: Readonly<Record<string, string | undefined>>;
}

/** Something that can be opened. */
export interface PaletteEntry {
  readonly id: string;
  readonly icon: Icon;
  /** What it is called: marked where the query hit it. */
  readonly name: SearchName;
  /** Stands behind the name and is not looked at. */
  readonly suffix: string;
  readonly status: PaceStatus | null;
  readonly detail: string;
  readonly shortcut: Shortcut | null;
  readonly run: () => void;
  /** Where it leads, if to a page: that can be opened in another window. */
  readonly route: PageRoute | null;
}

/** The entries of a group. They are made when they are shown: there may be ten thousand. */
export interface PaletteList {
  readonly group: PaletteGroup;
  /** In the order in which equals are offered. */
  readonly names: readonly SearchName[];
  /** Which entry a name leads to, where several lead to one; null = each to its own. */
  readonly entryOf: readonly number[] | null;
  readonly entry: (which: number) => PaletteEntry;
}
