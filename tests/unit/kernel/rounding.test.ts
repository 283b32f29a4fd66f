import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fen, fen, plainYuan, sumFen } from '@shared/kernel/fen';
import { roundHalfEven, roundHalfUp, splitByLargestRemainder } from '@shared/kernel/rounding';

describe('splitByLargestRemainder', () => {
  test('hands the left-over units to the largest fractions, ties by position', () => {
    expect(splitByLargestRemainder(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByLargestRemainder(fen(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(splitByLargestRemainder(fen(19), [30, 40, 20, 10])).toEqual([6, 7, 4, 2]);
    expect(splitByLargestRemainder(fen(5), [0, 0])).toEqual([3, 2]);
    expect(splitByLargestRemainder(fen(5), [])).toEqual([]);
  });

  test('parts always sum to the total to the unit, and no part strays a whole unit from its quota', () => {
    const shares = fc.array(fc.oneof(fc.nat(1_000_000), fc.double({ min: 0, max: 1e9, noNaN: true })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.maxSafeInteger(), shares, (total, list) => {
        const parts = splitByLargestRemainder(fen(total), list);
        expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(total));
        expect(parts.every((part) => Math.sign(part) === 0 || Math.sign(part) === Math.sign(total))).toBe(true);
      }),
    );
  });

  test('refuses a negative or unknown share', () => {
    expect(() => splitByLargestRemainder(fen(1), [-1, 2])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(fen(1), [Number.NaN])).toThrow(RangeError);
  });
});

test('roundHalfEven sends a half to the even neighbour', () => {
  expect([25n, 35n, -25n, 26n, 24n].map((n) => roundHalfEven(n, 10n))).toEqual([2n, 4n, -2n, 3n, 2n]);
});

test('roundHalfUp sends a half away from zero', () => {
  expect([roundHalfUp(1n, 2n), roundHalfUp(-1n, 2n), roundHalfUp(1n, 3n), roundHalfUp(167_500n, 100n)]).toEqual([1n, -1n, 0n, 1675n]);
});

test('fen refuses fractions and sums beyond 2^53', () => {
  expect(() => fen(0.5)).toThrow(RangeError);
  expect(() => sumFen([Number.MAX_SAFE_INTEGER as Fen, fen(1)])).toThrow(RangeError);
});

test('plain yuan say every 分, and only those', () => {
  expect([0, 5, -5, 12_345, -100].map(plainYuan)).toEqual(['0.00', '0.05', '-0.05', '123.45', '-1.00']);
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 80n), 2n ** 80n), (value) => {
      expect(plainYuan(value)).toMatch(/^-?(?:0|[1-9]\d*)\.\d\d$/);
      expect(BigInt(plainYuan(value).replace('.', ''))).toBe(value);
    }),
  );
});
