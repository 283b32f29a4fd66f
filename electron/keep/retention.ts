import type { SnapshotInfo } from '@shared/contracts/keep-calls';
import { day, toEpochDay } from '@shared/kernel/day';

/** How many of each kind stay: the newest of every hour, day, week and month that has one, and the latest few as they come. */
export const KEPT = { recent: 8, hours: 24, days: 14, weeks: 8, months: 12 } as const;
/** Copies from before something risky, and from before a sudden shrink, stay this long whatever comes after them. */
export const PINNED_DAYS = 30;
/** A copy that holds less than this share of what its predecessor held pins the predecessor. */
const SHRINK = 0.8;

type Dated = Pick<SnapshotInfo, 'id' | 'createdAt' | 'journalSeq' | 'pinnedUntil' | 'fault'>;

const bucketOf = {
  hours: (at: string) => at.slice(0, 13),
  days: (at: string) => at.slice(0, 10),
  // Monday to Sunday; 1970-01-01 was a Thursday.
  weeks: (at: string) => String(Math.floor((toEpochDay(day(at.slice(0, 10))) + 3) / 7)),
  months: (at: string) => at.slice(0, 7),
} as const;

/**
 * Ids of the copies to delete, in no particular order. Kept are the 8 latest, the newest of each of the last 24 hours, 14 days,
 * 8 weeks and 12 months that have any (UTC), everything pinned beyond `now`, and always the newest copy that is sound: it is
 * never deleted. Unsound ones count for nothing and go with the rest. `now` is ISO; a clock set back only keeps more.
 */
export function expiredSnapshots(snapshots: readonly Dated[], now: string): string[] {
  const sound = snapshots.filter((each) => each.fault === null).toSorted((a, b) => (a.createdAt === b.createdAt ? b.journalSeq - a.journalSeq : a.createdAt < b.createdAt ? 1 : -1));
  const kept = new Set(sound.slice(0, KEPT.recent).map((each) => each.id));
  for (const unit of ['hours', 'days', 'weeks', 'months'] as const) {
    const buckets = new Set<string>();
    for (const { id, createdAt } of sound) {
      const bucket = bucketOf[unit](createdAt);
      if (buckets.has(bucket)) continue;
      if (buckets.size === KEPT[unit]) break;
      buckets.add(bucket);
      kept.add(id);
    }
  }
  for (const { id, pinnedUntil } of snapshots) if (pinnedUntil !== null && pinnedUntil > now) kept.add(id);
  return snapshots.map((each) => each.id).filter((id) => !kept.has(id));
}

/** Whether a copy holds so much less than the one before it (> 20 %) that the one before it must stay. Nothing before: no. */
export function hasShrunk(before: SnapshotInfo['counts'], after: SnapshotInfo['counts']): boolean {
  const size = (counts: SnapshotInfo['counts']) => counts.records + counts.orderLines + counts.opportunities;
  return size(after) < size(before) * SHRINK;
}
