import type { DrillRow } from '@shared/contracts/drill';
import type { LateChange } from '@shared/contracts/review-pack';
import { explainDifference, explainPay, explainPayable, explainSum } from '@shared/domain/commission/explain-pay';
import { payableFen } from '@shared/domain/commission/late-changes';
import { buildStatement } from '@shared/domain/commission/statement';
import { fen } from '@shared/kernel/fen';
import { yearMonth } from '@shared/kernel/month';
import type { CommissionPlan } from '@shared/records/commission-plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workedFormula } from '../../builders/worked-formula';
import { anyBands } from './any-bands';

const month = yearMonth('2026-09');
const whose = { name: 'Ann', month };
const plan = (bands: CommissionPlan['bands'], mode: CommissionPlan['mode']): CommissionPlan => ({ id: 'c', name: 'c', fromMonth: yearMonth('2026-01'), base: 'planMeasure', mode, bands });
const row = (amountFen: number): DrillRow => ({ day: '2026-09-01', number: '1', customer: '', product: '', person: 'Ann', detail: '', amountFen, fileName: 'f.csv', sheet: '', line: 2, identity: '' });
const late = (payFen: number): LateChange => ({ month: yearMonth('2026-08'), baseFen: fen(0), payFen: fen(payFen), carriedFen: fen(0), lines: [] });
const steps = [{ fromFen: fen(0), rateMillionths: 10_000 }, { fromFen: fen(1_000_000), rateMillionths: 20_000 }];

describe('why a pay-out is what it is', () => {
  const statement = buildStatement(plan(steps, 'marginal'), month, [row(3_000_000)]);

  it('says what lies in each band, at which rate, and what it earns', () => {
    const [low, high] = explainPay(whose, statement, 'marginal', null).lines;
    expect(low).toMatchObject({ name: { key: 'part_commissionBand', from: { value: 0 } }, value: { value: 10_000 }, product: [{ value: 1_000_000 }, { value: 0.01 }] });
    expect(high).toMatchObject({ op: 'plus', name: { from: { value: 1_000_000 } }, value: { value: 40_000 }, product: [{ value: 2_000_000 }, { value: 0.02 }] });
    expect(low!.part).toMatchObject({ figure: 'base', result: { value: 3_000_000 } });
    expect(explainPay(whose, statement, 'wholeAmount', null).lines).toMatchObject([{ value: { value: 60_000 }, product: [{ value: 3_000_000 }, { value: 0.02 }] }]);
  });

  it('adds what closed months have become since, month by month', () => {
    expect(explainPayable(whose, { ...statement, lateChanges: [late(-700)] }, null)).toMatchObject({ result: { value: 49_300 }, lines: [{ part: { figure: 'marginal' } }, { op: 'plus', name: { key: 'late', period: '2026-08' }, value: { value: -700 } }] });
  });
});

it('for any bands, base and late changes the lines recompute to the result, to 1 分', () => {
  fc.assert(fc.property(anyBands, fc.constantFrom('marginal' as const, 'wholeAmount' as const), fc.integer({ min: -90_000, max: 900_000_000 }), fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 3 }), (bands, mode, base, changes) => {
    const statement = { ...buildStatement(plan(bands, mode), month, base === 0 ? [] : [row(base)]), lateChanges: changes.map(late) };
    for (const shown of ['marginal', 'wholeAmount'] as const) expect(workedFormula(explainPay(whose, statement, shown, null))).toBe(shown === 'marginal' ? statement.marginalFen : statement.wholeAmountFen);
    const payable = explainPayable(whose, statement, null);
    expect([workedFormula(payable), payable.result.value]).toEqual([payableFen(statement), payableFen(statement)]);
    expect(workedFormula(explainDifference(whose, statement, null))).toBe(statement.wholeAmountFen - statement.marginalFen);
    expect(workedFormula(explainSum(whose, [payable, payable]))).toBe(2 * payableFen(statement));
  }));
});
