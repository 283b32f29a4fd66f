import { UNASSIGNED } from '@shared/contracts/drill';
import { type Explanation, FIGURE_GROUPS } from '@shared/contracts/explanation';
import { explain } from '@shared/domain/figures/explain';
import { explainPareto } from '@shared/domain/figures/explain-marks';
import type { NodeFigureKey } from '@shared/domain/figures/explain-rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workedFormula } from '../../builders/worked-formula';
import { figuresOfCase, targetRow } from './company';
import { rowsOfDrill } from './rows-of-drill';

const ELSEWHERE = ['customers', 'newCustomers', 'customer', 'pareto', 'stage', 'stageValue', 'created', 'reached', 'conversion', 'cohortWon', 'cohortRate'];
const NODE_FIGURES = FIGURE_GROUPS.filter(({ group }) => group !== 'groupReview').flatMap(({ figures }) => figures.filter((figure) => !ELSEWHERE.includes(figure))) as NodeFigureKey[];

const leaf = fc.constantFrom('ann', 'bo-north', 'bo-south', 'cai', UNASSIGNED);
const when = fc.constantFrom('2025-09-04', '2026-02-03', '2026-09-01', '2026-09-30', '2026-10-01');
const customer = fc.constantFrom('A', 'B', '');
const anyOrder = fc.record({ leaf, day: when, amountFen: fc.integer({ min: -5_000, max: 90_000 }), marginFen: fc.integer({ min: 0, max: 900 }), customer });
const anyOpportunity = fc.record({
  leaf, closed: when, created: fc.constant('2025-08-01'), outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
  amountFen: fc.nat(900), wonFen: fc.nat(900), stage: fc.constantFrom('X', 'Y'), customer,
});
const anyTarget = fc.option(fc.nat(90_000));
const anyFigures = fc
  .record({ orders: fc.array(anyOrder, { maxLength: 12 }), opportunities: fc.array(anyOpportunity, { maxLength: 12 }), assigned: anyTarget, ann: anyTarget, cai: anyTarget, today: fc.constantFrom('2026-09-02', '2026-09-30', '2026-10-22') })
  .map(({ orders, opportunities, assigned, ann, cai, today }) => ({
    orders, opportunities,
    figures: figuresOfCase({ orders, opportunities, today, targets: [targetRow('u:', 'unit', assigned), targetRow('ann', 'leaf', ann), targetRow('cai', 'leaf', cai)] }),
  }));

/** Explanations whose result is not what their lines come to: an amount to the 分, a rate to what a screen could show. Parts are looked at too. */
function unworked(explanation: Explanation): Explanation[] {
  const { result, lines } = explanation;
  const worked = workedFormula(explanation);
  const near = worked !== null && result.value !== null && Math.abs(worked - result.value) <= (result.unit === 'fen' ? 0.501 : 1e-9);
  // A figure that is not known (growth on nothing, what is left after the end) has no result to work out.
  const own = lines.length === 0 || result.value === null || near ? [] : [explanation];
  const saidOtherwise = lines.filter(({ part, value }) => part !== null && !OTHER_NUMBER.has(part.figure) && part.result.value !== value.value).map(({ part }) => part!);
  return [...own, ...saidOtherwise, ...lines.flatMap(({ part }) => (part === null ? [] : unworked(part)))];
}

/** Lines that show another number than the figure they open: returns without their sign, days for their share. */
const OTHER_NUMBER: ReadonlySet<string> = new Set(['returns', 'time']);

describe('why a figure is what it is', () => {
  const figures = figuresOfCase({
    orders: [
      { leaf: 'ann', day: '2026-09-02', amountFen: 600_00 },
      { leaf: 'cai', day: '2026-09-03', amountFen: 250_00 },
      { leaf: 'cai', day: '2026-09-04', amountFen: -50_00 },
      { leaf: 'ann', day: '2025-09-04', amountFen: 640_00 },
    ],
    targets: [targetRow('north', 'unit', 900_00), targetRow('ann', 'leaf', 800_00), targetRow('cai', 'leaf', 100_00)],
    today: '2026-09-15',
  });
  const [root, north] = figures.nodes;

  it('is a formula with its numbers, the level above, the plan version and the rows', () => {
    const attainment = explain(figures, north!, 'attainment');
    expect(attainment.lines.map(({ op, name, value }) => [op, name, value.value])).toEqual([['start', { key: 'actual' }, 600_00], ['over', { key: 'target' }, 900_00]]);
    expect(attainment).toMatchObject({ result: { unit: 'rate', value: 600 / 900 }, plan: { planId: 'plan-2026', version: 1 }, drill: { fact: 'orders', part: 'net', leaves: ['ann', 'bo-north'] } });
    expect(attainment.above).toEqual({ name: { text: 'Hengchuan' }, value: { unit: 'rate', value: 800 / 900 }, share: null });
    expect(explain(figures, root!, 'attainment').above).toBeNull();
  });

  it('says what part of the level above an amount is', () => {
    expect(explain(figures, north!, 'actual').above).toMatchObject({ value: { value: 800_00 }, share: 0.75 });
  });

  it('takes a target from what was handed down, else from those below by name', () => {
    expect(explain(figures, north!, 'target').lines).toMatchObject([{ name: { key: 'part_assigned' }, value: { value: 900_00 } }]);
    const ofChildren = figuresOfCase({ orders: [], targets: [targetRow('ann', 'leaf', 800_00), targetRow('cai', 'leaf', 100_00)] });
    expect(explain(ofChildren, ofChildren.nodes[0]!, 'target').lines).toMatchObject([{ op: 'start', name: { text: 'north' }, value: { value: 800_00 } }, { op: 'plus', name: { text: 'south' }, value: { value: 100_00 } }]);
  });

  it('opens the parts in their turn, each with rows of its own', () => {
    const [actual, lastYear] = explain(figures, root!, 'growth').lines;
    expect(actual!.part).toMatchObject({ figure: 'actual', lines: [{ part: { drill: { part: 'sales' } } }, { part: { drill: { part: 'returns' } } }] });
    expect(lastYear!.part!.drill).toMatchObject({ from: '2025-09-01', to: '2025-09-30' });
  });

  it('needs nothing more a day once the target is reached', () => {
    const cai = figures.nodes.find(({ name }) => name === 'Cai')!;
    expect(explain(figures, cai, 'perDay')).toMatchObject({ result: { value: 0 }, lines: [{}, {}, { op: 'atLeast', value: { value: 0 } }, { name: { key: 'part_daysLeft' } }] });
  });

  it('has no growth on a year of nothing, and no plan version without a plan', () => {
    const bare = figuresOfCase({ orders: [{ leaf: 'ann', day: '2026-09-02', amountFen: 5 }] });
    expect(explain(bare, bare.nodes[0]!, 'growth').result.value).toBeNull();
    expect(explain(bare, bare.nodes[0]!, 'attainment')).toMatchObject({ plan: null, result: { value: null } });
  });
});

describe('for any figures', () => {
  it('the lines of every explanation recompute to its result', () => {
    fc.assert(fc.property(anyFigures, ({ figures }) => {
      for (const node of figures.nodes) for (const figure of NODE_FIGURES) expect(unworked(explain(figures, node, figure))).toEqual([]);
      figures.pareto.forEach((_, at) => expect(unworked(explainPareto(figures, at + 1))).toEqual([]));
    }), { numRuns: 30 });
  });

  it('amounts that are not worked out of others are the sum of their rows, counts their number', () => {
    fc.assert(fc.property(anyFigures, ({ figures, orders, opportunities }) => {
      const customers = explainPareto(figures, figures.pareto.length).lines.flatMap(({ part }) => part ?? []);
      const ofNodes = figures.nodes.flatMap((node) => NODE_FIGURES.map((figure) => explain(figures, node, figure)));
      const summed = [...ofNodes, ...customers].filter(({ result, lines, drill }) => lines.length === 0 && drill !== null && result.value !== null && (result.unit === 'fen' || result.unit === 'count'));
      const ofRows = summed.map(({ figure, result, drill }) => {
        const rows = rowsOfDrill(drill!, orders, opportunities);
        return [figure, result.unit === 'fen' ? rows.reduce((sum, { amountFen }) => sum + amountFen, 0) : rows.length];
      });
      expect(ofRows).toEqual(summed.map(({ figure, result }) => [figure, result.value]));
    }), { numRuns: 30 });
  });
});
