import { type Day, monthOfDay, toEpochDay } from '@shared/kernel/day';
import type { LoadedSegment } from './column-store';
import { type LeafLookup, SPLIT } from './leaf-lookup';
import type { HotSegment } from './segments';

/** Calls `visit` for each live order line of these leaves (null = all, then `leaf` is not looked up: −1) between two days (both included, null = open). */
export function visitOrders(segments: readonly LoadedSegment[], lookup: LeafLookup, leaves: ReadonlySet<string> | null, from: Day | null, to: Day | null, visit: (hot: HotSegment, row: number, leaf: number) => void): void {
  const wanted = leaves === null ? null : Uint8Array.from(lookup.leaves, (leaf) => (leaves.has(leaf) ? 1 : 0));
  const first = from === null ? -Infinity : toEpochDay(from);
  const last = to === null ? Infinity : toEpochDay(to);
  for (const { hot, live, liveCount } of segments) {
    if (liveCount === 0 || hot.month === null) continue;
    if ((from !== null && hot.month < monthOfDay(from)) || (to !== null && hot.month > monthOfDay(to))) continue;
    const leafOf = lookup.ofMonth(hot.month);
    const days = hot.days['day']!;
    const owners = hot.dimensions['owner'];
    for (let row = 0; row < hot.count; row++) {
      if (live !== null && live[row] === 0) continue;
      const day = days[row]!;
      if (day < first || day > last) continue;
      let leaf = -1;
      if (wanted !== null) {
        const owner = owners === undefined ? 0 : owners[row]!;
        leaf = leafOf[owner] ?? 0;
        if (leaf === SPLIT) leaf = lookup.leafOn(owner, day);
        if (wanted[leaf] === 0) continue;
      }
      visit(hot, row, leaf);
    }
  }
}
