import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '@shared/kernel/day';
import { yearMonth } from '@shared/kernel/month';
import { formatAmount, formatDay, formatFullDay, formatMoney, formatMonth, formatMonthName, formatNumber, formatPercent, formatPeriod, unitFor, unitOfAll } from '@renderer/i18n/formats';

const anyFen = fc.maxSafeInteger();

describe('money', () => {
  test('an amount is shown in the unit it reads best in', () => {
    expect(formatMoney(863_050, 'zh-CN')).toBe('8,630.50 元');
    expect(formatMoney(115_100_000, 'zh-CN')).toBe('115.1 万元');
    expect(formatMoney(30_646_000_000, 'zh-CN')).toBe('3.06 亿元');
  });

  test('a column keeps its unit and decimals, whatever the size', () => {
    expect(formatAmount(30_646_000_000, 'zh-CN', 'wan')).toBe('30,646.0');
    expect(formatAmount(100, 'zh-CN', 'wan')).toBe('0.0');
    expect(formatAmount(115_100_000, 'zh-CN', 'yuan')).toBe('1,151,000.00');
  });

  test('half a tenth of a 万元 is rounded up, away from zero, without a binary fraction in the way', () => {
    expect(formatAmount(1_050_000, 'zh-CN', 'wan')).toBe('1.1');
    expect(formatAmount(-1_050_000, 'zh-CN', 'wan')).toBe('\u22121.1');
    expect(formatAmount(100_549_999, 'zh-CN', 'wan')).toBe('100.5');
  });

  test('amounts that stand together share one unit, by the largest: 元 below 10 万元, 亿元 from 10 亿元', () => {
    expect([[9_999_999, 1], [-10_000_000, 1], [99_999_999_999], [100_000_000_000, 100], [null, 500], [null], [0]].map(unitOfAll)).toEqual(['yuan', 'wan', 'wan', 'yi', 'yuan', 'wan', 'yuan']);
  });

  test('nothing known is –, and a small loss is not a negative zero', () => {
    expect(formatMoney(null, 'zh-CN')).toBe('–');
    expect(formatAmount(-1, 'zh-CN', 'wan')).toBe('0.0');
  });

  test('both languages show the same figure', () => {
    fc.assert(fc.property(anyFen, fc.constantFrom('yuan' as const, 'wan' as const, 'yi' as const), (fen, unit) => {
        expect(formatAmount(fen, 'zh-CN', unit)).toBe(formatAmount(fen, 'en', unit));
      }));
  });

  test('an amount in 元 shows every 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (fen) => {
        const text = formatAmount(fen, 'zh-CN', 'yuan').replaceAll(',', '').replace('\u2212', '-');
        expect(Math.round(Number(text) * 100)).toBe(fen);
      }),
    );
  });

  test('the unit depends on the size alone, not on the sign', () => {
    fc.assert(fc.property(anyFen, (fen) => {
        expect(unitFor(fen)).toBe(unitFor(-fen));
      }));
  });
});

describe('figures', () => {
  test('percent has one decimal, negatives the true minus sign', () => {
    expect(formatPercent(0.642_15, 'zh-CN')).toBe('64.2%');
    expect(formatPercent(-0.05, 'en')).toBe('\u22125.0%');
    expect(formatPercent(null, 'en')).toBe('–');
    expect(formatNumber(-1846, 'zh-CN')).toBe('\u22121,846');
  });
});

describe('dates follow the language', () => {
  test('days', () => {
    expect(formatDay(day('2026-10-22'), 'zh-CN')).toBe('10月22日');
    expect(formatDay(day('2026-10-22'), 'en')).toBe('Oct 22');
    expect(formatFullDay(day('2026-10-22'), 'zh-CN')).toBe('2026年10月22日');
    expect(formatFullDay(day('2026-10-22'), 'en')).toBe('Oct 22, 2026');
  });

  test('months are written with figures in Chinese, never 十月', () => {
    expect(formatMonth(yearMonth('2026-10'), 'zh-CN')).toBe('2026年10月');
    expect(formatMonth(yearMonth('2026-10'), 'en')).toBe('Oct 2026');
    expect(formatMonthName(yearMonth('2026-10'), 'zh-CN')).toBe('10月');
    expect(formatMonthName(yearMonth('2026-10'), 'en')).toBe('Oct');
  });

  test('periods', () => {
    expect(['2026-10', '2026Q4', '2026'].map((key) => formatPeriod(key, 'zh-CN'))).toEqual(['2026年10月', '2026 Q4', '2026年']);
    expect(['2026-10', '2026Q4', '2026'].map((key) => formatPeriod(key, 'en'))).toEqual(['Oct 2026', '2026 Q4', '2026']);
  });
});
