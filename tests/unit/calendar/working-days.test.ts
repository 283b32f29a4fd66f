import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, addDays, day, fromEpochDay } from '@shared/kernel/day';
import { parsePeriod } from '@shared/kernel/period';
import { isCalendarEstimated, timeProgress, workingDaysBetween, workingDaysOfMonth } from '@shared/domain/calendar/working-days';
import { yearMonth } from '@shared/kernel/month';

const between = (from: string, to: string) => workingDaysBetween(day(from), day(to));
const period = (text: string) => {
  const parsed = parsePeriod(text, 1);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe('working days', () => {
  test('National Day 2026 is off, the Saturday made up for it is worked', () => {
    expect(between('2026-10-01', '2026-10-07')).toBe(0);
    expect(between('2026-10-10', '2026-10-10')).toBe(1);
    expect(between('2026-10-11', '2026-10-11')).toBe(0);
    expect(between('2026-10-12', '2026-10-12')).toBe(1);
    expect(between('2026-10-01', '2026-10-31')).toBe(18);
  });

  test('Spring Festival moves between January and February', () => {
    expect([between('2025-01-01', '2025-01-31'), between('2025-02-01', '2025-02-28')]).toEqual([19, 19]);
    expect([between('2026-01-01', '2026-01-31'), between('2026-02-01', '2026-02-28')]).toEqual([21, 16]);
  });

  test('beyond the table only weekends are free, and it says so', () => {
    expect(between('2030-10-01', '2030-10-07')).toBe(5);
    expect([isCalendarEstimated(day('2030-10-01'), day('2030-10-07')), isCalendarEstimated(day('2017-01-01'), day('2026-12-31'))]).toEqual([true, false]);
  });

  test('a span that ends before it begins has none', () => {
    expect(between('2026-10-12', '2026-10-11')).toBe(0);
    expect(workingDaysOfMonth(yearMonth('2026-10'), day('2026-11-01'), null)).toBe(0);
  });

  test('two spans that meet have as many as the span they make', () => {
    const anyDay = fc.integer({ min: 12_000, max: 25_000 }).map((n) => fromEpochDay(n));
    fc.assert(
      fc.property(anyDay, fc.nat(500), fc.nat(500), (from: Day, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second + 1);
        expect(workingDaysBetween(from, middle) + workingDaysBetween(addDays(middle, 1), to)).toBe(workingDaysBetween(from, to));
      }),
    );
  });
});

test('on 22 October 2026, 12 of 18 working days are gone: 66.7 %', () => {
  const time = timeProgress(period('2026-10'), day('2026-10-22'));
  expect([time.workingDays, time.elapsed]).toEqual([18, 12]);
  expect(time.progress).toBeCloseTo(2 / 3, 12);
});

test('before a period nothing is gone, after it everything', () => {
  expect(timeProgress(period('2026-10'), day('2026-09-30')).elapsed).toBe(0);
  expect(timeProgress(period('2026Q4'), day('2027-01-01')).progress).toBe(1);
});
