import { analysisSchema, type HeadlineKey } from '@shared/contracts/analysis';
import type { Drill } from '@shared/contracts/drill';
import { UNASSIGNED } from '@shared/contracts/drill';
import { type FactFilters, NO_FILTERS, factDimensions } from '@shared/contracts/fact-filters';
import { factMasters } from '@shared/domain/figures/fact-masters';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOfCase } from './analysis-case';
import type { OrderFact } from './build-facts';
import { rowsOfDrill } from './rows-of-drill';

const order = (leaf: string, day: string, amountFen: number, more: Partial<OrderFact> = {}): OrderFact => ({ leaf, day, amountFen, ...more });
const headline = (analysis: ReturnType<typeof analysisOfCase>, key: HeadlineKey) => analysis.headlines.find((one) => one.key === key);
const mixOf = (analysis: ReturnType<typeof analysisOfCase>, dimension: (typeof factDimensions)[number]) => analysis.mixes.find((mix) => mix.dimension === dimension)!;

const masters = factMasters(
  [{ id: '1', name: 'A', code: '', class: 'Gold', industry: '', city: '', ownerName: '' }, { id: '2', name: 'B', code: '', class: 'Silver', industry: '', city: '', ownerName: '' }],
  [{ id: '1', name: 'P', code: '', line: 'Pumps', priceFen: null }, { id: '2', name: 'Q', code: '', line: 'Pumps', priceFen: null }, { id: '3', name: 'R', code: '', line: 'Valves', priceFen: null }],
  new Map(),
);

describe('growth', () => {
  it('is measured against the same month last year and the month before', () => {
    const analysis = analysisOfCase({ orders: [order('ann', '2025-09-10', 100), order('ann', '2026-08-10', 400), order('ann', '2026-09-10', 150), order('ann', '2026-10-20', 1)] });
    expect(headline(analysis, 'actual')).toMatchObject({ value: 150, lastYear: { base: 100, change: 50, rate: 0.5 }, previous: { base: 400, change: -250, rate: -0.625 } });
    expect(analysis.comparison).toMatchObject({ basis: 'whole', days: 22 });
  });

  it('without an imported base is not known at all; against a base of 0 or less only the change is', () => {
    const orders = [order('ann', '2025-09-10', -100), order('ann', '2026-09-10', 150), order('ann', '2026-10-20', 1)];
    const sold = headline(analysisOfCase({ orders }), 'actual')!;
    expect(sold.lastYear).toEqual({ base: -100, change: 250, rate: null });
    expect(sold.previous).toEqual({ base: null, change: null, rate: null });
  });

  it('of a running month is measured against as many working days: 12 of October 2026 end on 23 October 2025', () => {
    const orders = [order('ann', '2025-10-23', 100), order('ann', '2025-10-24', 900), order('ann', '2026-10-22', 150), order('ann', '2026-09-30', 1), order('ann', '2026-09-16', 40), order('ann', '2026-09-17', 7)];
    const analysis = analysisOfCase({ orders, period: '2026-10' });
    expect(analysis.comparison).toEqual({ basis: 'workingDays', days: 12, now: { from: '2026-10-01', to: '2026-10-22' }, lastYear: { from: '2025-10-01', to: '2025-10-23' }, previous: { from: '2026-09-01', to: '2026-09-16' } });
    expect(headline(analysis, 'actual')).toMatchObject({ value: 150, lastYear: { base: 100, rate: 0.5 }, previous: { base: 40 } });
  });

  it('counts calendar days where the holidays are not known', () => {
    const analysis = analysisOfCase({ orders: [order('ann', '2039-05-10', 10), order('ann', '2039-05-11', 5), order('ann', '2040-05-10', 30)], period: '2040-05', today: '2040-05-10' });
    expect(analysis.comparison).toMatchObject({ basis: 'calendarDays', days: 10, lastYear: { from: '2039-05-01', to: '2039-05-10' } });
    expect(headline(analysis, 'actual')!.lastYear).toMatchObject({ base: 10, change: 20, rate: 2 });
  });

  it('ends where the facts end: a month imported up to the 10th is compared up to the 10th, though the month is over', () => {
    const analysis = analysisOfCase({ orders: [order('ann', '2025-09-10', 100), order('ann', '2025-09-28', 900), order('ann', '2026-09-10', 100)] });
    expect(analysis.comparison).toMatchObject({ basis: 'workingDays', days: 8, now: { to: '2026-09-10' }, lastYear: { to: '2025-09-10' } });
    expect(headline(analysis, 'actual')!.lastYear.rate).toBe(0);
  });

  it('of a rate is a shift in points, and of returns goes by their size', () => {
    const orders = [order('ann', '2025-09-10', 1000, { marginFen: 200 }), order('ann', '2025-09-11', -10), order('ann', '2026-09-10', 1000, { marginFen: 300 }), order('ann', '2026-09-11', -15), order('ann', '2026-10-20', 1)];
    const analysis = analysisOfCase({ orders });
    expect(headline(analysis, 'marginRate')).toMatchObject({ value: 0.3, lastYear: { base: 0.2, rate: null } });
    expect(headline(analysis, 'marginRate')!.lastYear.change).toBeCloseTo(0.1, 10);
    expect(headline(analysis, 'returns')).toMatchObject({ value: -15, lastYear: { base: 10, change: 5, rate: 0.5 } });
  });
});

describe('customers', () => {
  const orders = [order('ann', '2026-07-10', 10, { customer: 'A' }), order('cai', '2026-08-10', 10, { customer: 'B' }), order('ann', '2026-09-10', 10, { customer: 'B' }), order('ann', '2026-09-11', 10, { customer: 'C' }), order('cai', '2026-09-11', 10), order('ann', '2026-10-20', 1)];

  it('are new in the days of their first order of all, whoever took it; rows without a customer are none', () => {
    const analysis = analysisOfCase({ orders });
    expect(headline(analysis, 'customers')!.value).toBe(2);
    expect(headline(analysis, 'newCustomers')).toMatchObject({ value: 1, previous: { base: 1 } });
    expect(headline(analysisOfCase({ orders, scope: 'north' }), 'newCustomers')!.value).toBe(1);
  });

  it('are not called new in the first month of all, nor in a period that reaches back to it', () => {
    expect(headline(analysisOfCase({ orders, period: '2026-07' }), 'newCustomers')!.value).toBeNull();
    expect(headline(analysisOfCase({ orders, period: '2026Q3' }), 'newCustomers')!.value).toBeNull();
    expect(headline(analysisOfCase({ orders, period: '2026-08' }), 'newCustomers')!.previous).toEqual({ base: null, change: null, rate: null });
  });
});

describe('the mix', () => {
  it('shows the scope and each node below it, largest value first, in percents that sum to 100', () => {
    const orders = [order('ann', '2026-09-10', 100, { product: 'R' }), order('ann', '2026-09-10', 100, { product: 'P' }), order('cai', '2026-09-11', 100, { product: 'Q' })];
    const analysis = analysisOfCase({ orders, masters });
    expect(mixOf(analysis, 'product').rows[0]!.parts.map(({ percent }) => percent)).toEqual([34, 33, 33]);
    const lines = mixOf(analysis, 'productLine');
    expect(lines.values.map(({ values }) => values)).toEqual([['Pumps'], ['Valves']]);
    expect(lines.rows.map(({ nodeId, netFen, parts }) => [nodeId, netFen, parts.map(({ percent }) => percent)])).toEqual([['u:', 300, [67, 33]], ['north', 200, [50, 50]], ['south', 100, [100, 0]]]);
  });

  it('puts what is left beyond six values together, and says nothing of a dimension that facts say nothing of', () => {
    const orders = Array.from({ length: 9 }, (_, at) => order('ann', '2026-09-10', 100 - at, { channel: `C${at}` }));
    const analysis = analysisOfCase({ orders });
    const { values, rows } = mixOf(analysis, 'channel');
    expect(values.map(({ values: names, rest }) => [names.join('+'), rest])).toEqual([['C0', false], ['C1', false], ['C2', false], ['C3', false], ['C4', false], ['C5', false], ['C6+C7+C8', true]]);
    expect(rows[0]!.parts.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
    expect(mixOf(analysis, 'region')).toEqual({ dimension: 'region', values: [], rows: [] });
    expect(analysis.offered.region).toEqual([]);
  });

  it('gives a value below zero no share, but its amount', () => {
    const orders = [order('ann', '2026-09-10', 300, { channel: 'Web' }), order('ann', '2026-09-10', -100, { channel: 'Shop' })];
    expect(mixOf(analysisOfCase({ orders }), 'channel').rows[0]).toMatchObject({ netFen: 200, parts: [{ netFen: 300, percent: 100 }, { netFen: -100, percent: 0 }] });
  });
});

describe('any analysis', () => {
  const leaf = fc.constantFrom('ann', 'bo-north', 'bo-south', 'cai', UNASSIGNED);
  const anyOrder = fc.record({
    leaf, day: fc.constantFrom('2025-08-04', '2025-09-04', '2025-10-15', '2026-02-03', '2026-08-05', '2026-09-01', '2026-09-30', '2026-10-01'),
    amountFen: fc.integer({ min: -50_000, max: 900_000 }), marginFen: fc.integer({ min: 0, max: 900 }),
    customer: fc.constantFrom('A', 'B', 'C', ''), product: fc.constantFrom('P', 'Q', 'R', 'S', ''), channel: fc.constantFrom('Web', ''), region: fc.constantFrom('East', 'West'),
  });
  const anyFilters: fc.Arbitrary<Partial<FactFilters>> = fc.record({
    productLine: fc.subarray(['Pumps', 'Valves', '']), product: fc.subarray(['P', 'R', '']), channel: fc.subarray(['Web', '']), region: fc.subarray(['East', 'West']), tier: fc.subarray(['Gold', 'Silver', '']),
  });
  const period = fc.constantFrom('2026-09', '2026-10', '2026Q3', '2026');
  const scope = fc.constantFrom('u:', 'north', 'cai');

  it('without filters comes to the figures, in every sum', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 20 }), period, scope, (orders, key, where) => {
        const analysis = analysisOfCase({ orders, period: key, scope: where, masters });
        const { figures } = analysis;
        expect(analysisSchema.parse(analysis)).toEqual(analysis);
        expect(headline(analysis, 'actual')?.value ?? null).toBe(figures.nodes[0]!.target.actualFen);
        const { actualFen } = figures.nodes[0]!.target;
        expect(headline(analysis, 'returns')!.value).toBe(actualFen === null ? null : figures.nodes[0]!.sales.returnsFen);
        expect(headline(analysis, 'customers')!.value).toBe(actualFen === null ? null : figures.counts.customers);
        expect(analysis.ranking.map(({ actualFen }) => actualFen)).toEqual(figures.nodes.map(({ sales }) => sales.netFen));
        expect(analysis.pareto).toEqual(figures.pareto);
        expect(analysis.months.map(({ actualFen, lastYearFen }) => [actualFen, lastYearFen])).toEqual(figures.months.map(({ actualFen, lastYearFen }) => [actualFen, lastYearFen]));
        for (const mix of analysis.mixes) {
          for (const row of mix.rows) expect([row.nodeId, row.netFen]).toEqual([row.nodeId, figures.nodes.find(({ nodeId }) => nodeId === row.nodeId)!.sales.netFen]);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('under any filters foots in itself, and every mark opens rows that sum to it', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 20 }), anyFilters, period, scope, (orders, some, key, at) => {
        const filters = { ...NO_FILTERS, ...some };
        const analysis = analysisOfCase({ orders, period: key, scope: at, filters, masters });
        const { figures } = analysis;
        const sumOf = (leaves: readonly string[], where: FactFilters, more: Partial<Drill> = {}) => {
          const drill: Drill = { fact: 'orders', part: 'net', leaves: [...leaves], from: figures.period.from, to: figures.period.to, customer: null, product: null, stage: null, where, ...more };
          return rowsOfDrill(drill, orders, [], masters).reduce((sum, { amountFen }) => sum + amountFen, 0);
        };
        const scopeLeaves = figures.nodes[0]!.leaves;
        const total = headline(analysis, 'actual')!.value ?? 0;
        expect(sumOf(scopeLeaves, filters)).toBe(total);
        expect(analysis.pareto.reduce((sum, { netFen }) => sum + netFen, 0)).toBe(total);
        for (const { customer, netFen } of analysis.pareto) expect(sumOf(scopeLeaves, filters, { customer })).toBe(netFen);
        analysis.ranking.forEach(({ actualFen }, index) => expect(sumOf(figures.nodes[index]!.leaves, filters)).toBe(actualFen));
        for (const { dimension, values, rows } of analysis.mixes) {
          expect(rows[0]?.netFen ?? total).toBe(total);
          for (const { nodeId, netFen, parts } of rows) {
            expect(parts.reduce((sum, part) => sum + part.netFen, 0)).toBe(netFen);
            expect([0, 100]).toContain(parts.reduce((sum, { percent }) => sum + percent, 0));
            const { leaves } = figures.nodes.find((node) => node.nodeId === nodeId)!;
            parts.forEach((part, index) => expect(sumOf(leaves, { ...filters, [dimension]: values[index]!.values })).toBe(part.netFen));
          }
        }
      }),
      { numRuns: 80 },
    );
  });
});
