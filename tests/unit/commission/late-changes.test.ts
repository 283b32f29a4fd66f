import { type ClosedMonth, changedLines, openChange, payableFen, settleChanges } from '@shared/domain/commission/late-changes';
import { payFor } from '@shared/domain/commission/pay';
import { fen, sumFen } from '@shared/kernel/fen';
import { yearMonth } from '@shared/kernel/month';
import type { CommissionPlan } from '@shared/records/commission-plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBands } from './any-bands';

const september = yearMonth('2026-09');
const plan = (bands: CommissionPlan['bands'], mode: CommissionPlan['mode'] = 'marginal'): CommissionPlan => ({ id: 'c', name: 'c', fromMonth: yearMonth('2026-01'), base: 'netSales', mode, bands });
const onePercent = plan([{ fromFen: fen(0), rateMillionths: 10_000 }]);
const closed = (baseFen: number, of = onePercent): ClosedMonth => ({ month: september, plan: of, baseFen, payFen: payFor(fen(baseFen), of.bands, of.mode) });
const line = (number: string, amountFen: number) => ({ day: '2026-09-05', number, customer: 'Acme', product: '', amountFen: fen(amountFen), fileName: 'a.csv', line: 2 });

describe('a month that was signed', () => {
  it('owes what a late order adds under its own plan, once: what was settled is not owed again', () => {
    expect(openChange(closed(100_000), [], 150_000)).toEqual({ month: september, baseFen: 50_000, payFen: 500 });
    expect(openChange(closed(100_000), [{ baseFen: fen(50_000), payFen: fen(500) }], 150_000)).toEqual({ month: september, baseFen: 0, payFen: 0 });
    expect(openChange(closed(100_000), [{ baseFen: fen(50_000), payFen: fen(500) }], 100_000)).toEqual({ month: september, baseFen: -50_000, payFen: -500 });
  });

  it('a late return is taken back as far as the pay-out reaches, the rest nets the next month: 10 of 30, then 20', () => {
    const [first] = settleChanges(fen(1_000), [openChange(closed(300_000), [], 0)]);
    expect(first).toEqual({ month: september, baseFen: -300_000, payFen: -1_000, carriedFen: -2_000 });
    const [second] = settleChanges(fen(5_000), [openChange(closed(300_000), [first!], 0)]);
    expect(second).toEqual({ month: september, baseFen: 0, payFen: -2_000, carriedFen: 0 });
    expect(payableFen({ payFen: fen(5_000), lateChanges: [{ ...second!, lines: [] }] })).toBe(3_000);
  });

  it('whatever is imported, undone and signed in whatever order: what was paid in all comes to what the facts come to, no pay-out is below 0 and nothing is paid twice', () => {
    const bases = fc.array(fc.integer({ min: -2_000_000, max: 300_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyBands, fc.constantFrom('marginal', 'wholeAmount'), fc.integer({ min: 0, max: 300_000_000 }), bases, (bands, mode, signedBase, laterBases) => {
        const own = closed(signedBase, plan(bands, mode as CommissionPlan['mode']));
        const settled: ReturnType<typeof settleChanges> = [];
        for (const now of laterBases) {
          const monthPay = payFor(fen(Math.abs(now) % 7_000_000), bands, 'marginal');
          const [change] = settleChanges(monthPay, [openChange(own, settled, now)]);
          expect(monthPay + change!.payFen).toBeGreaterThanOrEqual(0);
          settled.push(change!);
          const owed = payFor(fen(now), bands, own.plan.mode);
          expect(own.payFen + sumFen(settled.map(({ payFen }) => payFen)) + change!.carriedFen).toBe(owed);
          expect(own.baseFen + sumFen(settled.map(({ baseFen }) => baseFen))).toBe(now);
        }
      }),
    );
  });

  it('several closed months are settled oldest first, and together take no more than there is', () => {
    const at = (month: string, payFen: number) => ({ month: yearMonth(month), baseFen: fen(payFen * 100), payFen: fen(payFen) });
    expect(settleChanges(fen(100), [at('2026-08', -80), at('2026-06', -90), at('2026-07', 30)]).map(({ month, payFen, carriedFen }) => [month, payFen, carriedFen])).toEqual([
      ['2026-06', -90, 0], ['2026-07', 30, 0], ['2026-08', -40, -40],
    ]);
  });
});

describe('the lines behind a change', () => {
  it('names lines that came, and with the opposite sign lines that went; equal ones are counted', () => {
    expect(changedLines([line('A', 100), line('B', 50), line('B', 50)], [line('A', 100), line('B', 50), line('C', 7)]).map(({ number, amountFen }) => [number, amountFen])).toEqual([['B', -50], ['C', 7]]);
    expect(changedLines([line('A', 100)], [line('A', 100)])).toEqual([]);
  });

  it('held against what was signed and what was settled since, they sum to the change of the base', () => {
    const lines = fc.array(fc.record({ number: fc.constantFrom('A', 'B', 'C'), amountFen: fc.integer({ min: -3, max: 3 }) }).map(({ number, amountFen }) => line(number, amountFen === 0 ? 1 : amountFen)), { maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, lines, (signed, then, now) => {
        const sum = (list: readonly { amountFen: number }[]) => list.reduce((total, { amountFen }) => total + amountFen, 0);
        const settled = changedLines(signed, then);
        expect(sum(settled)).toBe(sum(then) - sum(signed));
        expect(sum(changedLines([...signed, ...settled], now))).toBe(sum(now) - sum(then));
        expect(changedLines([...signed, ...settled], then)).toEqual([]);
      }),
    );
  });
});
