import { explainGrade, explainKpiActual, explainKpiScore, explainSection, explainTotal } from '@shared/domain/performance/explain-scorecard';
import { scoreCard } from '@shared/domain/performance/score';
import { yearMonth } from '@shared/kernel/month';
import type { Curve, Kpi, ScorecardTemplate } from '@shared/records/scorecard-template';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workedFormula } from '../../builders/worked-formula';

const whose = { name: 'Ann', month: yearMonth('2026-09') };
const actualOf = (kpi: Parameters<typeof explainKpiActual>[1]) => explainKpiActual(whose, kpi, null);

const curves: Curve[] = [
  { kind: 'linearCapped', floor: 20, cap: 110 },
  { kind: 'thresholdTargetStretch', points: [[0.7, 50], [1, 100], [1.2, 120]] },
  { kind: 'interpolate', points: [[0.5, 10], [1.1, 95]] },
  { kind: 'banded', bands: [[0.6, 40], [0.9, 85.5]] },
];

function template(first: Kpi[], second: Kpi[]): ScorecardTemplate {
  return {
    id: 't', name: 't', version: 1, fromMonth: null, reason: '', threshold: 60, active: true,
    sections: [{ id: 's0', name: 'Results', weight: 6000, kpis: first }, { id: 's1', name: 'Conduct', weight: 4000, kpis: second }],
    grades: [{ name: 'A', from: 85, multiplier: 1.2 }, { name: 'B', from: null, multiplier: 0.8 }],
  };
}
const computed = (id: string, weight: number, curve: Curve, more: Partial<Kpi> = {}): Kpi => ({ id, name: id, measure: 'wonCount', direction: 'higher', target: 10, weight, curve, ...more });
const typed = (id: string, weight: number): Kpi => ({ id, name: id, measure: 'manual', direction: 'higher', target: null, weight, curve: { kind: 'manual' } });

describe('why a score is what it is', () => {
  const card = scoreCard(
    template([computed('won', 7000, curves[0]!), computed('returns', 3000, curves[1]!, { measure: 'returnRate', direction: 'lower', target: 0.02 })], [typed('attitude', 10_000)]),
    (measure) => ({ actual: measure === 'wonCount' ? 12 : 0.021, target: null }),
    { attitude: { score: 80, note: 'seen' } },
  );
  const review = { ...whose, scorecard: card };
  const [results] = card.sections;

  it('a KPI: its attainment, put through the curve up to its cap', () => {
    const won = explainKpiScore(whose, results!.kpis[0]!, actualOf(results!.kpis[0]!));
    expect(won.lines.map(({ op, name, value }) => [op, name, value.value])).toEqual([['start', { key: 'kpiAttainment' }, 1.2], ['times', { key: 'part_points' }, 100], ['atMost', { key: 'part_cap' }, 110]]);
    expect(won.lines[0]!.part!.lines.map(({ op, value }) => [op, value.value])).toEqual([['start', 12], ['over', 10]]);
  });

  it('a total: what each section contributes, and each section what its KPIs weigh', () => {
    const total = explainTotal(review, actualOf);
    expect(total.result.value).toBe(card.total);
    expect(total.lines.map(({ name, product }) => [name, product!.map(({ value }) => value)])).toEqual([[{ text: 'Results' }, [card.sections[0]!.score, 0.6]], [{ text: 'Conduct' }, [80, 0.4]]]);
    expect(total.lines[0]!.part!.lines.map(({ product }) => product![1].value)).toEqual([0.7, 0.3]);
  });

  it('a grade: the total, and the threshold it reaches', () => {
    expect(explainGrade(review, actualOf)).toMatchObject({ result: { unit: 'factor', value: 1.2 }, lines: [{ part: { figure: 'total' } }, { op: 'gives', name: { text: 'A', from: { value: 85 } }, value: { value: 1.2 } }] });
  });

  it('a section says which weights it is spread over when something is missing', () => {
    const gap = scoreCard(template([computed('won', 7000, curves[0]!), typed('note', 3000)], [typed('attitude', 10_000)]), () => ({ actual: 5, target: null }), {});
    expect(explainSection(whose, gap.sections[0]!, actualOf).lines.at(-1)).toMatchObject({ op: 'over', name: { key: 'part_weights' }, value: { value: 0.7 } });
    expect(explainSection(whose, gap.sections[1]!, actualOf)).toMatchObject({ result: { value: null }, lines: [] });
  });
});

describe('for any figures', () => {
  const near = (worked: number | null, value: number | null) => worked !== null && value !== null && Math.abs(worked - value) <= 0.005_001;
  const anyCurve = fc.constantFrom(...curves);
  const anyKpi = fc.record({ curve: anyCurve, direction: fc.constantFrom('higher' as const, 'lower' as const), target: fc.constantFrom(10, 0, -4, 0.25), weight: fc.integer({ min: 1, max: 9999 }) });
  const anyActual = fc.option(fc.integer({ min: -2_000, max: 4_000 }).map((n) => n / 100));

  it('attainments, scores, sections and totals recompute from their lines', () => {
    fc.assert(fc.property(anyKpi, anyKpi, anyActual, fc.option(fc.nat(100)), (a, b, actual, score) => {
      const first = [computed('a', a.weight, a.curve, { direction: a.direction, target: a.target }), computed('b', 10_000 - a.weight, b.curve, { direction: b.direction, target: b.target })];
      const card = scoreCard(template(first, [typed('c', 10_000)]), () => ({ actual, target: null }), { c: { score, note: '' } });
      const computedKpis = card.sections.flatMap(({ kpis }) => kpis).filter(({ measure, score: scored }) => measure !== 'manual' && scored !== null);
      for (const kpi of computedKpis) {
        const why = explainKpiScore(whose, kpi, actualOf(kpi));
        expect([near(workedFormula(why), kpi.score), near(workedFormula(why.lines[0]!.part!), kpi.attainment)]).toEqual([true, true]);
      }
      const sections = card.sections.filter((section) => section.score !== null);
      expect(sections.filter((section) => !near(workedFormula(explainSection(whose, section, actualOf)), section.score))).toEqual([]);
      expect(workedFormula(explainTotal({ ...whose, scorecard: card }, actualOf))).toBeCloseTo(card.total ?? 0, 6);
    }));
  });
});
