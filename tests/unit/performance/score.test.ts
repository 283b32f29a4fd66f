import { scoreCard } from '@shared/domain/performance/score';
import type { Kpi, ScorecardTemplate } from '@shared/records/scorecard-template';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const typed = (id: string, weight: number): Kpi => ({ id, name: id, measure: 'manual', direction: 'higher', target: null, weight, curve: { kind: 'manual' } });

const grades = [
  { name: 'S', from: 95, multiplier: 1.5 },
  { name: 'A', from: 85, multiplier: 1.2 },
  { name: 'B', from: 70, multiplier: 1 },
  { name: 'C', from: 60, multiplier: 0.7 },
  { name: 'D', from: null, multiplier: 0 },
];

function template(sections: [number, Kpi[]][]): ScorecardTemplate {
  return {
    id: 't',
    name: 't',
    version: 1,
    fromMonth: null,
    reason: '',
    sections: sections.map(([weight, kpis], i) => ({ id: `s${i}`, name: `s${i}`, weight, kpis })),
    grades,
    threshold: 60,
    active: true,
  };
}

const noFigures = () => ({ actual: null, target: null });
const notes = (scores: Record<string, number | null>) => Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, { score, note: 'seen' }]));

describe('scoreCard', () => {
  it('adds score × KPI weight × section weight', () => {
    const card = scoreCard(template([[4000, [typed('a', 6000), typed('b', 4000)]], [6000, [typed('c', 10_000)]]]), noFigures, notes({ a: 90, b: 80, c: 70 }));
    expect(card.sections.map(({ score, contribution }) => [score, contribution])).toEqual([[86, 34.4], [70, 42]]);
    expect(card).toMatchObject({ total: 76.4, rebased: false, grade: { name: 'B' } });
  });

  it('rounds half-up to 0.01 and grades the rounded score: 84.995 is an A', () => {
    const edge = template([[5000, [typed('a', 10_000)]], [5000, [typed('b', 10_000)]]]);
    expect(scoreCard(edge, noFigures, notes({ a: 84.99, b: 85 }))).toMatchObject({ total: 85, grade: { name: 'A' } });
    expect(scoreCard(edge, noFigures, notes({ a: 84.99, b: 84.99 }))).toMatchObject({ total: 84.99, grade: { name: 'B' } });
  });

  it('a skipped component re-bases the others and says so: 5 and 5 with a third skipped give 5, not 3.33', () => {
    const card = scoreCard(template([[10_000, [typed('a', 3333), typed('b', 3333), typed('c', 3334)]]]), noFigures, notes({ a: 5, b: 5, c: null }));
    expect(card).toMatchObject({ total: 5, rebased: true });
  });

  it('a section with nothing scored leaves its weight to the others', () => {
    const card = scoreCard(template([[4000, [typed('a', 10_000)]], [6000, [typed('b', 10_000)]]]), noFigures, notes({ b: 80 }));
    expect(card).toMatchObject({ total: 80, rebased: true });
    expect(card.sections[0]).toMatchObject({ score: null, contribution: null });
  });

  it('nothing scored has no total and no grade', () => {
    expect(scoreCard(template([[10_000, [typed('a', 10_000)]]]), noFigures, {})).toMatchObject({ total: null, grade: null, rebased: false });
  });

  it('takes the plan’s target for attainment and its own for other measures, and flags what is below the threshold', () => {
    const kpis: Kpi[] = [
      { id: 'plan', name: 'plan', measure: 'planAttainment', direction: 'higher', target: null, weight: 5000, curve: { kind: 'linearCapped', floor: 0, cap: 120 } },
      { id: 'returns', name: 'returns', measure: 'returnRate', direction: 'lower', target: 0.02, weight: 5000, curve: { kind: 'linearCapped', floor: 0, cap: 100 } },
    ];
    const card = scoreCard(template([[10_000, kpis]]), (measure) => (measure === 'planAttainment' ? { actual: 110, target: 100 } : { actual: 0.03, target: null }), {});
    expect(card.sections[0]!.kpis).toMatchObject([
      { attainment: 1.1, score: 110, belowThreshold: false },
      { attainment: 0.5, score: 50, belowThreshold: true },
    ]);
    expect(card.total).toBe(80);
  });

  it('contributions sum to the total to 0.01, and a total lies between the lowest and the highest score', () => {
    const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), ([a, b, c], sectionWeight, kpiWeight) => {
        const card = scoreCard(
          template([[sectionWeight, [typed('a', kpiWeight), typed('b', 10_000 - kpiWeight)]], [10_000 - sectionWeight, [typed('c', 10_000)]]]),
          noFigures,
          notes({ a: a!, b: b!, c: c! }),
        );
        const given = [a, b, c].filter((score) => score !== null && score !== undefined);
        const hundredths = card.sections.reduce((sum, { contribution }) => sum + Math.round((contribution ?? 0) * 100), 0);
        expect(card.total === null).toBe(given.length === 0);
        expect(hundredths).toBe(Math.round((card.total ?? 0) * 100));
        expect(card.total ?? Infinity).toBeGreaterThanOrEqual(Math.min(...given));
        expect(card.total ?? -Infinity).toBeLessThanOrEqual(Math.max(...given));
      }),
    );
  });
});
