import type { Id } from './id';

/** `${ms, 15 digits}-${counter, 6 digits}-${deviceId}`: sorts as text in the order of events (Kulkarni et al., 2014). */
export type HybridTime = string;

const LAST_COUNT = 999_999;
const stamp = (ms: number, count: number, deviceId: Id): HybridTime => `${String(ms).padStart(15, '0')}-${String(count).padStart(6, '0')}-${deviceId}`;

/**
 * The time after `previous` (null = the first event ever). It follows the wall clock where that is ahead, and counts on
 * where it stands still or went back, so it never goes back itself. A full counter borrows the next millisecond.
 */
export function nextHybridTime(previous: HybridTime | null, nowMs: number, deviceId: Id): HybridTime {
  const wall = Math.max(0, Math.floor(nowMs));
  if (previous === null) return stamp(wall, 0, deviceId);
  const ms = Number(previous.slice(0, 15));
  const count = Number(previous.slice(16, 22));
  if (wall > ms) return stamp(wall, 0, deviceId);
  return count === LAST_COUNT ? stamp(ms + 1, 0, deviceId) : stamp(ms, count + 1, deviceId);
}
