import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthFromNumber, yearMonth } from '@shared/kernel/month';
import { fiscalYearOfPeriod, overlaps, quarterOf, stepPeriod } from '@renderer/app/period-steps';

const fiscalStart = fc.integer({ min: 1, max: 12 });
const month = fc.integer({ min: 2000 * 12, max: 2100 * 12 }).map(monthFromNumber);
const period = fc.oneof(month, fc.integer({ min: 2000, max: 2100 }).map(String), fc.tuple(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 4 })).map(([year, quarter]) => `${year}Q${quarter}`));

describe('stepping through periods', () => {
  test('a month, a quarter and a year step to the next of their kind', () => {
    expect(stepPeriod('2026-12', 1, 1)).toBe('2027-01');
    expect(stepPeriod('2026Q4', 1, 1)).toBe('2027Q1');
    expect(stepPeriod('2026', -1, 1)).toBe('2025');
  });

  test('quarters follow the fiscal year', () => {
    expect(quarterOf(yearMonth('2026-03'), 4)).toBe('2025Q4');
    expect(quarterOf(yearMonth('2026-04'), 4)).toBe('2026Q1');
    expect(stepPeriod('2025Q4', 1, 4)).toBe('2026Q1');
  });

  test('one step on and one back is where one was', () => {
    fc.assert(fc.property(period, fiscalStart, (key, start) => {
        expect(stepPeriod(stepPeriod(key, 1, start), -1, start)).toBe(key);
      }));
  });

  test('a month lies in its own quarter and year', () => {
    fc.assert(
      fc.property(month, fiscalStart, (one, start) => {
        expect(overlaps(quarterOf(one, start), start, one, one)).toBe(true);
        expect(overlaps(String(fiscalYearOfPeriod(one, start)), start, one, one)).toBe(true);
      }),
    );
  });

  test('a period outside the data does not overlap it', () => {
    expect(overlaps('2024Q3', 1, yearMonth('2024-10'), yearMonth('2026-10'))).toBe(false);
    expect(overlaps('2026Q4', 1, yearMonth('2024-10'), yearMonth('2026-10'))).toBe(true);
    expect(overlaps('2026-11', 1, yearMonth('2024-10'), yearMonth('2026-10'))).toBe(false);
  });
});
