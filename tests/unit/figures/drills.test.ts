import { UNASSIGNED } from '@shared/contracts/drill';
import { drillFor, drillForCustomer, drillForMonth, drillForStage } from '@shared/domain/figures/drills';
import { day } from '@shared/kernel/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOfCase } from './company';
import { rowsOfDrill } from './rows-of-drill';

const leaf = fc.constantFrom('ann', 'bo-north', 'bo-south', 'cai', UNASSIGNED);
const when = fc.constantFrom('2025-09-04', '2026-02-03', '2026-09-01', '2026-09-30', '2026-10-01');
const customer = fc.constantFrom('A', 'B', '');
const anyOrder = fc.record({ leaf, day: when, amountFen: fc.integer({ min: -5_000, max: 90_000 }), marginFen: fc.integer({ min: 0, max: 900 }), customer });
const anyOpportunity = fc.record({
  leaf, closed: when, created: fc.constant('2025-08-01'), outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
  amountFen: fc.nat(900), wonFen: fc.nat(900), stage: fc.constantFrom('X', 'Y'), customer,
});

describe('every figure opens rows that sum to it', () => {
  it('for any facts, at every node, month, stage and customer', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 15 }), fc.array(anyOpportunity, { maxLength: 15 }), (orders, opportunities) => {
        const figures = figuresOfCase({ orders, opportunities });
        const period = { from: figures.period.from, to: figures.period.to };
        const open = (drill: Parameters<typeof rowsOfDrill>[0]) => {
          const rows = rowsOfDrill(drill, orders, opportunities);
          return { sum: rows.reduce((total, { amountFen }) => total + amountFen, 0), count: rows.length };
        };
        for (const node of figures.nodes) {
          const { sales, target, opportunities: closed } = node;
          const at = (figure: Parameters<typeof drillFor>[1], span = period) => open(drillFor(node, figure, span, figures.measure));
          expect(at('sales').sum).toBe(sales.salesFen);
          expect(at('returns').sum).toBe(sales.returnsFen);
          expect(at('net').sum).toBe(sales.netFen);
          expect(at('margin').sum).toBe(sales.marginFen ?? 0);
          expect(at('lines').count).toBe(sales.lines);
          expect(at('actual').sum).toBe(target.actualFen ?? 0);
          expect(at('yearActual', { from: day('2026-01-01'), to: period.to }).sum).toBe(target.yearActualFen ?? 0);
          expect(at('lastYear', { from: day('2025-09-01'), to: day('2025-09-30') }).sum).toBe(target.lastYearFen ?? 0);
          expect(at('wonValue').sum).toBe(closed.wonFen);
          expect(at('won').count).toBe(closed.won);
          expect(at('lost').count).toBe(closed.lost);
          expect(at('closed').count).toBe(closed.won + closed.lost);
        }
        const scope = figures.nodes[0]!;
        for (const point of figures.months) expect(open(drillForMonth(scope, point, figures.measure)).sum).toBe(point.actualFen ?? 0);
        for (const stage of figures.funnel) expect(open(drillForStage(scope, stage, period))).toEqual({ sum: stage.amountFen, count: stage.count });
        for (const row of figures.pareto) expect(open(drillForCustomer(scope, row.customer, period, figures.measure)).sum).toBe(row.netFen);
      }),
      { numRuns: 60 },
    );
  });
});
