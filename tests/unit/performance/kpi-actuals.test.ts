import { actualsOf } from '@shared/domain/figures/actuals';
import { indexOrders } from '@shared/domain/figures/sales-figures';
import { type ComputedMeasure, kpiActual, kpiDrill, kpiMonth } from '@shared/domain/performance/kpi-actuals';
import { yearMonth } from '@shared/kernel/month';
import { describe, expect, it } from 'vitest';
import { factsFrom } from '../figures/build-facts';
import { rowsOfDrill } from '../figures/rows-of-drill';

const orders = [
  { leaf: 'ann', day: '2026-09-03', amountFen: 10_000, marginFen: 2_500 },
  { leaf: 'ann', day: '2026-09-09', amountFen: -500 },
  { leaf: 'bo', day: '2026-09-09', amountFen: 800 },
];
const opportunities = [
  { leaf: 'ann', outcome: 'won' as const, created: '2026-08-01', closed: '2026-09-10', wonFen: 700 },
  { leaf: 'ann', outcome: 'lost' as const, closed: '2026-09-12' },
];
const facts = factsFrom(orders, opportunities);
const index = indexOrders(facts.orders);
const month = (text: string) => kpiMonth(yearMonth(text), facts, index, actualsOf('netSales', facts, index));
const all: ComputedMeasure[] = ['planAttainment', 'netSales', 'wonValue', 'winRate', 'wonCount', 'marginRate', 'returnRate', 'cycleDays'];

describe('kpiActual', () => {
  it('reads each measure of a person’s month in its own unit', () => {
    expect(all.map((measure) => kpiActual(measure, ['ann'], month('2026-09')))).toEqual([9_500, 9_500, 700, 0.5, 1, 0.25, 0.05, 40]);
  });

  it('someone without orders in a month that has some sold 0; their rates have no base', () => {
    expect(all.map((measure) => kpiActual(measure, ['cai'], month('2026-09')))).toEqual([0, 0, 0, null, 0, null, null, null]);
  });

  it('in a month nothing was imported for, nothing is known', () => {
    expect(all.map((measure) => kpiActual(measure, ['ann'], month('2026-08')))).toEqual(all.map(() => null));
  });

  it('opens the rows it rests on', () => {
    const rows = (measure: ComputedMeasure) => rowsOfDrill(kpiDrill(measure, ['ann'], yearMonth('2026-09'), 'netSales'), orders, opportunities);
    expect(rows('planAttainment').map(({ amountFen }) => amountFen)).toEqual([10_000, -500]);
    expect(rows('winRate')).toHaveLength(2);
    expect(rows('returnRate').map(({ amountFen }) => amountFen)).toEqual([-500]);
  });
});
