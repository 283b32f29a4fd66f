import { UNASSIGNED } from '@shared/contracts/drill';
import { figuresSchema } from '@shared/contracts/figures';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderFact } from './build-facts';
import { figuresOfCase, targetRow } from './company';

const order = (leaf: string, day: string, amountFen: number, more: Partial<OrderFact> = {}): OrderFact => ({ leaf, day, amountFen, ...more });
const nodeOf = (figures: ReturnType<typeof figuresOfCase>, id: string) => figures.nodes.find(({ nodeId }) => nodeId === id)!;

describe('buildFigures', () => {
  it('keeps to its contract, empty or not', () => {
    const full = figuresOfCase({ orders: [order('ann', '2026-09-01', 100), order(UNASSIGNED, '2026-09-02', 7)], targets: [targetRow('ann', 'leaf', 50)] });
    for (const figures of [figuresOfCase({}), full]) expect(figuresSchema.parse(figures)).toEqual(figures);
  });

  it('attainment of a unit is Σ actual ÷ Σ target, not the mean of its people’s percentages', () => {
    const figures = figuresOfCase({
      orders: [order('ann', '2026-09-10', 9_000), order('cai', '2026-09-11', 3_000)],
      targets: [targetRow('ann', 'leaf', 10_000), targetRow('cai', 'leaf', 2_000)],
    });
    expect(nodeOf(figures, 'ann').target.attainment).toBe(0.9);
    expect(nodeOf(figures, 'cai').target.attainment).toBe(1.5);
    expect(nodeOf(figures, 'u:').target).toMatchObject({ targetFen: 12_000, actualFen: 12_000, attainment: 1, gapFen: null });
  });

  it('an assigned number is what attainment is measured against; the gap to Σ children stands beside it', () => {
    const figures = figuresOfCase({
      orders: [order('ann', '2026-09-10', 5_000)],
      targets: [targetRow('ann', 'leaf', 10_000), targetRow('north', 'unit', 8_000, { buffer: true })],
    });
    expect(nodeOf(figures, 'north').target).toMatchObject({ targetFen: 8_000, assignedFen: 8_000, childrenFen: 10_000, gapFen: -2_000, buffer: true, attainment: 0.625 });
  });

  it('a month without any imported order is missing; in a month that has some, a person without any has sold 0', () => {
    const figures = figuresOfCase({ orders: [order('ann', '2026-09-10', 5_000)], targets: [targetRow('ann', 'leaf', 100), targetRow('cai', 'leaf', 100)] });
    expect(nodeOf(figures, 'cai').target).toMatchObject({ actualFen: 0, attainment: 0, status: 'behind' });
    expect(figures.months.map(({ actualFen }) => actualFen)).toEqual([null, null, null, null, null, null, null, null, 5_000, null, null, null]);
    expect(nodeOf(figuresOfCase({ orders: [order('ann', '2026-09-10', 5_000)], period: '2026-08' }), 'ann').target).toMatchObject({ actualFen: null, attainment: null });
  });

  it('in the running month pace compares with working days: 12 of 18 have passed on 22 October 2026', () => {
    const figures = figuresOfCase({ orders: [order('ann', '2026-10-10', 6_400)], targets: [targetRow('ann', 'leaf', 10_000)], period: '2026-10' });
    expect(figures).toMatchObject({ partial: true, time: { workingDays: 18, elapsed: 12, estimated: false } });
    const { attainment, pace, status, forecastFen, requiredPerDayFen } = nodeOf(figures, 'ann').target;
    expect([attainment, pace?.toFixed(4), status, forecastFen, requiredPerDayFen]).toEqual([0.64, '0.9600', 'onTrack', 9_600, 600]);
  });

  it('a month whose holidays are not known says that its working days are estimated', () => {
    expect(figuresOfCase({ period: '2040-10' }).time).toMatchObject({ workingDays: 23, estimated: true });
  });

  it('once the month is over nothing is required any more and the forecast is the actual', () => {
    const figures = figuresOfCase({ orders: [order('ann', '2026-09-10', 6_400)], targets: [targetRow('ann', 'leaf', 10_000)] });
    expect(figures.partial).toBe(false);
    expect(nodeOf(figures, 'ann').target).toMatchObject({ forecastFen: 6_400, requiredPerDayFen: null });
  });

  it('someone who moved keeps what was earned where it was earned, in a leaf under both units', () => {
    const figures = figuresOfCase({ orders: [order('bo-north', '2026-03-10', 300), order('bo-south', '2026-09-10', 700)], period: '2026' });
    expect(figures.nodes.map(({ nodeId, depth }) => [nodeId, depth])).toEqual([
      ['u:', 0], ['north', 1], ['ann', 2], ['bo-north', 2], ['south', 1], ['bo-south', 2], ['cai', 2],
    ]);
    expect([nodeOf(figures, 'north').sales.netFen, nodeOf(figures, 'south').sales.netFen, figures.counts.people]).toEqual([300, 700, 3]);
  });

  it('unassigned facts stand in a row of their own under the root, and count in it', () => {
    const figures = figuresOfCase({ orders: [order('ann', '2026-09-10', 300), order(UNASSIGNED, '2026-09-11', 200)] });
    expect(figures.nodes.at(-1)).toMatchObject({ nodeId: UNASSIGNED, parentId: 'u:', kind: 'unassigned', sales: { netFen: 200 } });
    expect(nodeOf(figures, 'u:').sales.netFen).toBe(500);
    expect(figuresOfCase({ orders: [order(UNASSIGNED, '2026-09-11', 200)], scope: 'north' }).nodes.map(({ nodeId }) => nodeId)).not.toContain(UNASSIGNED);
  });

  it('returns lower net sales; margin counts only lines that carry one', () => {
    const figures = figuresOfCase({ orders: [order('ann', '2026-09-10', 900, { marginFen: 300 }), order('ann', '2026-09-12', -100)] });
    expect(nodeOf(figures, 'ann').sales).toEqual({ lines: 2, salesFen: 900, returnsFen: -100, netFen: 800, marginFen: 300 });
    expect(nodeOf(figures, 'cai').sales.marginFen).toBeNull();
  });

  it('without orders the measure is the value of won opportunities', () => {
    const figures = figuresOfCase({
      opportunities: [
        { leaf: 'ann', outcome: 'won', created: '2026-08-01', closed: '2026-09-10', wonFen: 500, stage: 'Won', customer: 'Acme' },
        { leaf: 'ann', outcome: 'won', created: '2026-08-31', closed: '2026-09-10', wonFen: 100, stage: 'Won', customer: 'Beta' },
        { leaf: 'ann', outcome: 'lost', closed: '2026-09-10', amountFen: 70, stage: 'Lost' },
        { leaf: 'cai', outcome: 'won', closed: '2026-08-10', wonFen: 900, stage: 'Won' },
        { leaf: 'cai', outcome: 'open', amountFen: 40, stage: 'Engaging' },
        { leaf: 'cai', outcome: 'open', stage: 'Prospecting' },
      ],
    });
    expect(figures).toMatchObject({ measure: 'wonValue', counts: { opportunities: 5, customers: 2, orderLines: 0 } });
    expect(nodeOf(figures, 'ann').opportunities).toEqual({ won: 2, lost: 1, winRate: 2 / 3, wonFen: 600, cycleMeanDays: 25, cycleMedianDays: 25 });
    expect(nodeOf(figures, 'u:').target.actualFen).toBe(600);
    expect(figures.funnel.map(({ stage, count, amountFen, outcome }) => [stage, count, amountFen, outcome])).toEqual([
      ['Prospecting', 1, 0, 'open'], ['Engaging', 1, 40, 'open'], ['Won', 2, 600, 'won'], ['Lost', 1, 70, 'lost'],
    ]);
    expect(figures.pareto.map(({ customer, netFen }) => [customer, netFen])).toEqual([['Acme', 500], ['Beta', 100]]);
  });

  it('the Pareto row shares run up to 1', () => {
    const { pareto } = figuresOfCase({ orders: [order('ann', '2026-09-10', 600, { customer: 'A' }), order('cai', '2026-09-10', 300, { customer: 'B' }), order('cai', '2026-09-11', 100, { customer: 'C' })] });
    expect(pareto.map(({ customer, share, cumulative }) => [customer, share, cumulative])).toEqual([['A', 0.6, 0.6], ['B', 0.3, 0.9], ['C', 0.1, 1]]);
  });

  it('knows the range of the data and its last complete month, and compares with last year', () => {
    const figures = figuresOfCase({ orders: [order('ann', '2025-09-03', 50), order('ann', '2026-09-10', 80), order('ann', '2026-10-02', 5)] });
    expect(figures.data).toEqual({ firstMonth: '2025-09', lastMonth: '2026-10', lastCompleteMonth: '2026-09' });
    expect(nodeOf(figures, 'ann').target).toMatchObject({ lastYearFen: 50, yearActualFen: 80 });
    expect(figures.months[9]).toMatchObject({ month: '2026-10', partial: true, actualFen: 5 });
  });

  it('every unit equals the sum of the nodes right below it, for any facts and targets', () => {
    const leaf = fc.constantFrom('ann', 'bo-north', 'bo-south', 'cai', UNASSIGNED);
    const fact = fc.record({ leaf, day: fc.constantFrom('2026-01-05', '2026-09-10', '2026-09-30', '2025-09-01'), amountFen: fc.integer({ min: -100_000, max: 1_000_000 }) });
    const targets = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 20 }), targets, fc.constantFrom('2026-09', '2026Q3', '2026'), (orders, numbers, period) => {
        const figures = figuresOfCase({ orders, period, targets: ['ann', 'bo-north', 'bo-south', 'cai'].map((id, i) => targetRow(id, 'leaf', numbers[i]!)) });
        for (const node of figures.nodes.filter(({ kind }) => kind === 'company' || kind === 'team')) {
          const below = figures.nodes.filter(({ parentId }) => parentId === node.nodeId);
          const sum = (pick: (one: (typeof below)[number]) => number | null) => below.reduce((total, one) => total + (pick(one) ?? 0), 0);
          expect(sum(({ sales }) => sales.netFen)).toBe(node.sales.netFen);
          expect(sum(({ target }) => target.actualFen)).toBe(node.target.actualFen ?? 0);
          expect(sum(({ target }) => target.yearActualFen)).toBe(node.target.yearActualFen ?? 0);
          expect(sum(({ target }) => target.childrenFen)).toBe(node.target.childrenFen);
        }
      }),
    );
  });
});
