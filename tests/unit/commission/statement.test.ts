import type { DrillRow } from '@shared/contracts/drill';
import { buildStatement } from '@shared/domain/commission/statement';
import { fen } from '@shared/kernel/fen';
import { yearMonth } from '@shared/kernel/month';
import type { CommissionPlan } from '@shared/records/commission-plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBands } from './any-bands';

const month = yearMonth('2026-09');
const plan = (mode: CommissionPlan['mode'], bands?: CommissionPlan['bands']): CommissionPlan => ({
  id: 'c',
  name: 'c',
  fromMonth: yearMonth('2026-01'),
  base: 'netSales',
  mode,
  bands: bands ?? [
    { fromFen: fen(0), rateMillionths: 10_000 },
    { fromFen: fen(1_000_000), rateMillionths: 20_000 },
    { fromFen: fen(3_000_000), rateMillionths: 30_000 },
  ],
});

const row = (day: string, number: string, amountFen: number, line = 1): DrillRow => ({ day, number, customer: '', product: '', person: '', detail: '', amountFen, fileName: 'o.csv', sheet: '', line, identity: '' });
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

describe('buildStatement', () => {
  it('fills the bands by date, order number and row, so the last orders earn the highest rate', () => {
    const statement = buildStatement(plan('marginal'), month, [row('2026-09-20', 'B', 800_000), row('2026-09-02', 'A', 2_000_000, 2), row('2026-09-02', 'A', 1_000_000, 1)]);
    expect(statement.lines.map(({ line, amountFen, payFen, rates }) => [line, amountFen, payFen, rates])).toEqual([
      [1, 1_000_000, 10_000, [10_000]],
      [2, 2_000_000, 40_000, [20_000]],
      [1, 800_000, 24_000, [30_000]],
    ]);
    expect(statement).toMatchObject({ baseFen: 3_800_000, payFen: 74_000, marginalFen: 74_000, wholeAmountFen: 114_000 });
    expect(statement.bands.map(({ baseFen, payFen }) => [baseFen, payFen])).toEqual([[1_000_000, 10_000], [2_000_000, 40_000], [800_000, 24_000]]);
  });

  it('a line across an edge carries the rates of both bands', () => {
    expect(buildStatement(plan('marginal'), month, [row('2026-09-01', 'A', 1_500_000)]).lines[0]).toMatchObject({ payFen: 20_000, rates: [10_000, 20_000] });
  });

  it('a return takes back at the rate of the top of what was filled', () => {
    const statement = buildStatement(plan('marginal'), month, [row('2026-09-01', 'A', 3_500_000), row('2026-09-05', 'R', -500_000)]);
    expect(statement.lines.map(({ payFen }) => payFen)).toEqual([65_000, -15_000]);
    expect(statement.lines[1]!.rates).toEqual([30_000]);
    expect(statement.payFen).toBe(50_000);
  });

  it('a month of more returns than sales pays 0 on every line', () => {
    const statement = buildStatement(plan('marginal'), month, [row('2026-09-01', 'A', 100), row('2026-09-05', 'R', -300)]);
    expect(statement).toMatchObject({ baseFen: -200, payFen: 0, marginalFen: 0, wholeAmountFen: 0 });
    expect(statement.lines.map(({ payFen }) => payFen)).toEqual([0, 0]);
    expect(sum(statement.bands.map(({ baseFen }) => baseFen))).toBe(-200);
  });

  it('without orders it is a statement of zeros', () => {
    expect(buildStatement(plan('wholeAmount'), month, [])).toMatchObject({ baseFen: 0, payFen: 0, lines: [] });
  });

  it('lines and bands sum to base and pay to 1 分, in both modes, with returns, for any bands', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: -30_000_000, max: 60_000_000 }), fc.integer({ min: 1, max: 28 })), { maxLength: 30 });
    fc.assert(
      fc.property(anyBands, lines, fc.constantFrom('marginal' as const, 'wholeAmount' as const), (bands, amounts, mode) => {
        const rows = amounts.map(([amount, day], i) => row(`2026-09-${String(day).padStart(2, '0')}`, `N${i}`, amount, i));
        const statement = buildStatement(plan(mode, bands), month, rows);
        for (const parts of [statement.lines.map((line) => ({ amount: line.amountFen, pay: line.payFen })), statement.bands.map((band) => ({ amount: band.baseFen, pay: band.payFen }))]) {
          if (parts.length === 0) continue;
          expect(sum(parts.map(({ amount }) => amount))).toBe(statement.baseFen);
          expect(sum(parts.map(({ pay }) => pay))).toBe(statement.payFen);
        }
        expect(statement.payFen).toBe(mode === 'marginal' ? statement.marginalFen : statement.wholeAmountFen);
      }),
    );
  });
});
