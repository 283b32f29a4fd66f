import { exactMarginalPay, nextBand, payFor } from '@shared/domain/commission/pay';
import { fen } from '@shared/kernel/fen';
import type { CommissionBand } from '@shared/records/commission-plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBands } from './any-bands';

/** 速算扣除数 of each band, D_k = lower_k × (r_k − r_{k−1}) + D_{k−1}, exact: marginal pay = S × r_k − D_k. */
function quickDeductions(bands: readonly CommissionBand[]): bigint[] {
  const deductions: bigint[] = [];
  bands.forEach(({ fromFen, rateMillionths }, k) => {
    const rise = BigInt(rateMillionths - (bands[k - 1]?.rateMillionths ?? 0));
    deductions.push(BigInt(fromFen) * rise + (deductions[k - 1] ?? 0n));
  });
  return deductions;
}

const yuan = (value: number) => fen(Math.round(value * 100));
const bands: CommissionBand[] = [
  { fromFen: fen(0), rateMillionths: 10_000 },
  { fromFen: yuan(10_000), rateMillionths: 20_000 },
  { fromFen: yuan(30_000), rateMillionths: 30_000 },
];

describe('commission pay', () => {
  it('38,000 earns 740 marginally and 1,140 on the whole amount', () => {
    expect(payFor(yuan(38_000), bands, 'marginal')).toBe(yuan(740));
    expect(payFor(yuan(38_000), bands, 'wholeAmount')).toBe(yuan(1_140));
  });

  it('bands are half-open: whole-amount pay jumps from 600 to 900 on 30,000, marginal pay does not', () => {
    expect([yuan(29_999.99), yuan(30_000)].map((base) => payFor(base, bands, 'wholeAmount'))).toEqual([yuan(600), yuan(900)]);
    expect([yuan(29_999.99), yuan(30_000)].map((base) => payFor(base, bands, 'marginal'))).toEqual([yuan(500), yuan(500)]);
    expect(nextBand(yuan(29_000), bands)).toEqual({ fromFen: yuan(30_000), rateMillionths: 30_000, distanceFen: yuan(1_000), payBelowFen: yuan(600), payOnFen: yuan(900) });
    expect(nextBand(yuan(30_000), bands)).toBeNull();
  });

  it('is rounded once per person: 499.99 × 25 % + 2,499.99 × 30 % + 2,000.02 × 40 % = 1,675.00', () => {
    const three: CommissionBand[] = [
      { fromFen: fen(0), rateMillionths: 250_000 },
      { fromFen: yuan(499.99), rateMillionths: 300_000 },
      { fromFen: yuan(2_999.98), rateMillionths: 400_000 },
    ];
    expect(payFor(yuan(5_000), three, 'marginal')).toBe(yuan(1_675));
  });

  it('a base of 0 or less pays nothing', () => {
    expect([0, -50_000].map((base) => payFor(fen(base), bands, 'marginal'))).toEqual([0, 0]);
    expect(payFor(fen(-1), bands, 'wholeAmount')).toBe(0);
  });

  it('equals base × rate − 速算扣除数 for any bands and base', () => {
    fc.assert(
      fc.property(anyBands, fc.integer({ min: 0, max: 10_000_000_000 }), (any, base) => {
        const k = any.findLastIndex(({ fromFen }) => fromFen <= base);
        expect(exactMarginalPay(base, any)).toBe(BigInt(base) * BigInt(any[k]!.rateMillionths) - quickDeductions(any)[k]!);
      }),
    );
  });

  it('never pays less for selling more under marginal bands', () => {
    fc.assert(
      fc.property(anyBands, fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (any, base, more) => {
        expect(payFor(fen(base + more), any, 'marginal')).toBeGreaterThanOrEqual(payFor(fen(base), any, 'marginal'));
      }),
    );
  });
});
