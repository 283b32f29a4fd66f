import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, writeAmount } from '@renderer/features/targets/parse-amount';
import { fen } from '@shared/kernel/fen';

const parseWan = (text: string) => parseAmount(text, 'wan');

describe('an amount typed into the target grid', () => {
  test('is read in 万元 to the exact 分, with or without separators', () => {
    expect(parseWan('150')).toEqual({ ok: true, value: 150_000_000 });
    expect(parseWan(' 1,150.5 ')).toEqual({ ok: true, value: 1_150_500_000 });
    expect(parseWan('0.000001')).toEqual({ ok: true, value: 1 });
    expect(parseWan('−3')).toEqual({ ok: true, value: -3_000_000 });
  });

  test('is read in 元 or 亿元 where those are shown', () => {
    expect(parseAmount('1,500,000.25', 'yuan')).toEqual({ ok: true, value: 150_000_025 });
    expect(parseAmount('0.0150000001', 'yi')).toEqual({ ok: true, value: 150_000_001 });
    expect(parseAmount('1.005', 'yuan')).toEqual({ ok: false, error: 'amount.malformed' });
  });

  test('clears the cell when nothing is typed', () => {
    expect(parseWan('  ')).toEqual({ ok: true, value: null });
  });

  test('is refused when it is not an amount, or finer than 分', () => {
    for (const text of ['abc', '1.2.3', '1e5', '12万', '0.0000001', '--3', '.5', '1 5 x']) expect(parseWan(text), text).toEqual({ ok: false, error: 'amount.malformed' });
  });

  test('reads back what it wrote, for any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.constantFrom('yuan' as const, 'wan' as const, 'yi' as const), (value, unit) => {
        expect(parseAmount(writeAmount(fen(value), unit), unit)).toEqual({ ok: true, value: fen(value) });
      }),
    );
    expect(writeAmount(null, 'wan')).toBe('');
  });
});
