import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fastUnits } from '@renderer/ledger/csv/fast-values';
import { readDecimal } from '@shared/domain/imports/read-decimal';
import { halfEvenHundredth, roundHalfEven } from '@shared/kernel/rounding';

const units = (text: string, mark: '.' | ',' | null = '.') => {
  const read = readDecimal(text, mark);
  return read.ok ? read.value : read.error;
};

test.each([
  ['1234.5', 12_345_000n],
  ['¥1,234.50', 12_345_000n],
  ['￥1,234.50', 12_345_000n],
  ['(500)', -5_000_000n],
  ['−60.7', -607_000n],
  ['12.5万', 1_250_000_000n],
  ['1.2亿元', 1_200_000_000_000n],
  ['１２３．４', 1_234_000n],
  ['18500.00', 185_000_000n],
  ['-60.70400000000001', -607_040n],
  ['0.30000000000000004', 3_000n],
  ['1.005', 10_050n],
  ['3E+5', 3_000_000_000n],
  ['  42 ', 420_000n],
  ['.5', 5_000n],
])('%s is read exactly', (text, expected) => expect(units(text)).toBe(expected));

test.each(['', '-', 'NaN', '0x1F', '12%', '12％', '$5', '1,23', '1,2345.6', '1.2.3', 'abc', '--5', '(-5)', '1'.repeat(80)])('%s is no amount', (text) => expect(units(text)).toBe('number.malformed'));

test('1e400 is too large', () => expect(units('1e400')).toBe('number.tooLarge'));

test('a decimal comma is read only where the column is known to have one, and asked about otherwise', () => {
  expect(units('1.234,56', ',')).toBe(12_345_600n);
  expect(units('1.234,56', '.')).toBe('number.malformed');
  expect(units('1.234,56', null)).toBe('number.ambiguous');
  expect(units('1,234', null)).toBe('number.ambiguous');
  expect(units('500', null)).toBe(5_000_000n);
});

test('the fast path over bytes reads every plain decimal as the full rules do, or leaves it to them', () => {
  const plain = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 99_999_999_999n }), fc.option(fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 1, maxLength: 5 }), { nil: null }));
  fc.assert(
    fc.property(plain, ([negative, whole, decimals]) => {
      const text = `${negative ? '-' : ''}${whole}${decimals === null ? '' : `.${decimals}`}`;
      const bytes = new TextEncoder().encode(text);
      const quick = fastUnits(bytes, 0, bytes.length);
      expect(quick).toBe(decimals !== null && decimals.length > 4 ? Number.NaN : Number(units(text)));
    }),
  );
});

test('分 are rounded half to even, the same way in both forms', () => {
  expect([50, 150, -50, -150, 149, 151].map(halfEvenHundredth)).toEqual([0, 2, 0, -2, 1, 2]);
  fc.assert(fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), (value) => BigInt(halfEvenHundredth(value)) === roundHalfEven(BigInt(value), 100n)));
});
