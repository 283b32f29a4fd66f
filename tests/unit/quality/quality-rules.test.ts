import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMOUNT_CLASSES, amountBound, amountClass } from '@shared/domain/quality/amount-bounds';
import { firstUsualMonth } from '@shared/domain/quality/early-months';
import { monthGaps } from '@shared/domain/quality/month-gaps';
import { type YearMonth, monthFromNumber, monthNumber, yearMonth } from '@shared/kernel/month';

const rows = (counts: Readonly<Record<string, number>>) => new Map(Object.entries(counts).map(([month, count]) => [yearMonth(month), count]));
const LATER = yearMonth('2030-01');

describe('gaps in months', () => {
  test('a run of empty months is one gap, and the running month is not judged', () => {
    const counts = rows({ '2026-01': 10, '2026-02': 12, '2026-05': 11, '2026-06': 9, '2026-07': 1 });
    expect(monthGaps(counts, yearMonth('2026-07'))).toEqual([{ kind: 'empty', from: '2026-03', to: '2026-04', rows: 0, usual: 10.5 }]);
    expect(monthGaps(counts, LATER).map(({ kind, from }) => [kind, from])).toEqual([['empty', '2026-03'], ['few', '2026-07']]);
  });

  test('less than a fifth of the median around is few; a fifth is not', () => {
    const of = (count: number) => monthGaps(rows({ '2026-01': 100, '2026-02': 100, '2026-03': count, '2026-04': 100 }), LATER);
    expect(of(20)).toEqual([]);
    expect(of(19)).toEqual([{ kind: 'few', from: '2026-03', to: '2026-03', rows: 19, usual: 100 }]);
  });

  test('nothing, one month, and months that grow steadily have no gap', () => {
    expect(monthGaps(new Map(), LATER)).toEqual([]);
    expect(monthGaps(rows({ '2026-01': 3 }), LATER)).toEqual([]);
    expect(monthGaps(rows({ '2026-01': 10, '2026-02': 15, '2026-03': 22, '2026-04': 33, '2026-05': 50 }), LATER)).toEqual([]);
  });

  test('every month between the first and the last has rows or lies in exactly one empty gap', () => {
    const anyMonths = fc.uniqueArray(fc.integer({ min: 24_000, max: 24_060 }), { minLength: 1 });
    fc.assert(fc.property(anyMonths, (numbers) => {
      const counts = new Map(numbers.map((number): [YearMonth, number] => [monthFromNumber(number), 5]));
      const empty = monthGaps(counts, LATER).filter(({ kind }) => kind === 'empty');
      for (let at = Math.min(...numbers); at <= Math.max(...numbers); at++) {
        const holding = empty.filter(({ from, to }) => monthNumber(from) <= at && at <= monthNumber(to));
        expect(holding.length).toBe(counts.has(monthFromNumber(at)) ? 0 : 1);
      }
    }));
  });
});

describe('amounts that stand out', () => {
  const boundOf = (amounts: readonly number[]) => {
    const counts = new Uint32Array(AMOUNT_CLASSES);
    for (const amount of amounts) counts[amountClass(amount)]!++;
    return amountBound(counts);
  };
  const standsOut = (amounts: readonly number[], amount: number) => {
    const bound = boundOf(amounts);
    return bound !== null && (amountClass(amount) < bound.low || amountClass(amount) > bound.high);
  };
  const USUAL = Array.from({ length: 40 }, (_, i) => 10_000 + i * 500);

  test('a decimal point lost by two places does, by twice the amount does not', () => {
    expect(standsOut(USUAL, 2_000_000)).toBe(true);
    expect(standsOut(USUAL, 100)).toBe(true);
    expect(standsOut(USUAL, 40_000)).toBe(false);
    expect(standsOut(USUAL, -2_000_000)).toBe(true);
  });

  test('where amounts are spread wide, twenty times the usual is nothing special', () => {
    const wide = Array.from({ length: 60 }, (_, i) => Math.round(100 * 1.3 ** i));
    expect(standsOut(wide, boundOf(wide)!.usualFen * 40)).toBe(false);
  });

  test('fewer than twelve amounts have no bound', () => {
    expect(boundOf(USUAL.slice(0, 11))).toBeNull();
    expect(boundOf(USUAL.slice(0, 12))).not.toBeNull();
  });

  test('the usual amount is the median, within the width of a class', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1e12 }), { minLength: 13, maxLength: 99 }).filter(({ length }) => length % 2 === 1), (amounts) => {
      const median = [...amounts].sort((a, b) => a - b)[amounts.length >> 1]!;
      expect(Math.abs(Math.log(boundOf(amounts)!.usualFen / median))).toBeLessThan(0.51);
    }));
  });

  test('fewer than half of them, however wild, never move it out of the others', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 50 }), { maxLength: 19 }), (wild) => {
      const { usualFen } = boundOf([...USUAL, ...wild])!;
      expect(usualFen).toBeGreaterThan(9_000);
      expect(usualFen).toBeLessThan(31_000);
    }));
  });
});

describe('dates far before the rest', () => {
  test('a year typed wrongly is far; an early start is not', () => {
    const usual = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [monthFromNumber(24_300 + i), 100]));
    expect(firstUsualMonth(rows({ '2002-05': 2, ...usual }))).toBe(monthFromNumber(24_300));
    expect(firstUsualMonth(rows({ '2002-05': 200, ...usual }))).toBeNull();
    expect(firstUsualMonth(rows({ [monthFromNumber(24_290)]: 2, ...usual }))).toBeNull();
    expect(firstUsualMonth(new Map())).toBeNull();
  });
});
