import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expiredSnapshots, hasShrunk, KEPT } from '../../../../electron/keep/retention';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 0, 1);
const at = (hours: number) => new Date(start + hours * HOUR).toISOString();
const snapshot = (hours: number, more: Partial<Parameters<typeof expiredSnapshots>[0][number]> = {}) => ({ id: `s${hours}`, createdAt: at(hours), journalSeq: Math.round(hours * 100), pinnedUntil: null, fault: null, ...more });
const kept = (snapshots: Parameters<typeof expiredSnapshots>[0], now: string) => {
  const gone = new Set(expiredSnapshots(snapshots, now));
  return snapshots.filter((each) => !gone.has(each.id)).map((each) => each.id);
};

describe('how long copies stay', () => {
  test('the eight latest stay however close together they were made', () => {
    const minutes = Array.from({ length: 20 }, (_, n) => snapshot(n / 60));
    expect(kept(minutes, at(1))).toEqual(minutes.slice(-KEPT.recent).map((each) => each.id));
  });

  test('of a year of hourly copies: the last 24 hours, the newest of 14 days, 8 weeks and 12 months', () => {
    const year = Array.from({ length: 365 * 24 }, (_, hour) => snapshot(hour));
    const left = kept(year, at(365 * 24));
    const days = new Set(left.map((id) => at(Number(id.slice(1))).slice(0, 10)));
    expect(left.slice(-24)).toEqual(year.slice(-24).map((each) => each.id));
    // 31 December and the 13 days before, the Sundays before those, the last days of the months before.
    expect([...days].slice(-14)).toEqual(Array.from({ length: 14 }, (_, n) => at((351 + n) * 24).slice(0, 10)));
    expect([...days].filter((day) => day.endsWith('-28') || day.endsWith('-30') || day.endsWith('-31')).length).toBeGreaterThanOrEqual(12);
    expect(new Set([...days].map((day) => day.slice(0, 7))).size).toBe(KEPT.months);
    expect(left.length).toBeLessThanOrEqual(KEPT.recent + KEPT.hours + KEPT.days + KEPT.weeks + KEPT.months);
  });

  test('a pinned copy stays until its time, then goes like any other', () => {
    const old = snapshot(0, { pinnedUntil: at(2_000) });
    const later = Array.from({ length: 30 }, (_, n) => snapshot((1 + n) / 60));
    expect(kept([old, ...later], at(1_999))).toContain(old.id);
    expect(kept([old, ...later], at(2_001))).not.toContain(old.id);
  });

  test('the newest sound copy is never deleted, whatever is wrong with later ones and however many there are', () => {
    const one = fc.record({ hours: fc.integer({ min: 0, max: 20_000 }), fault: fc.constantFrom(null, 'keep.damaged: people') });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (each) => each.hours, maxLength: 120 }), fc.integer({ min: 0, max: 30_000 }), (made, now) => {
        const snapshots = made.map(({ hours, fault }) => snapshot(hours, { fault }));
        const sound = snapshots.filter((each) => each.fault === null).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
        const left = kept(snapshots, at(now));
        expect(left).toEqual(expect.arrayContaining(sound.slice(0, KEPT.recent).map((each) => each.id)));
        expect(left.filter((id) => snapshots.find((each) => each.id === id)!.fault !== null)).toEqual([]);
        // Deleting what is over once leaves nothing to delete.
        expect(expiredSnapshots(snapshots.filter((each) => left.includes(each.id)), at(now))).toEqual([]);
      }),
    );
  });

  test('a copy that holds more than a fifth less than the one before is a shrink', () => {
    const counts = (orderLines: number) => ({ records: 100, changeSets: 5, orderLines, opportunities: 0 });
    expect(hasShrunk(counts(900), counts(700))).toBe(false);
    expect(hasShrunk(counts(900), counts(699))).toBe(true);
    expect(hasShrunk({ ...counts(0), records: 0 }, counts(0))).toBe(false);
  });
});
